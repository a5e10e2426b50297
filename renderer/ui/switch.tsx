import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components'
import './choice.css'

export interface SwitchProps extends Pick<
  AriaSwitchProps,
  'isSelected' | 'isDisabled' | 'onChange' | 'aria-label'
> {
  children?: ReactNode
}

/** For a part of a sheet that can be left out as a whole; a plain yes or no is a `Checkbox`. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-choice">
      <span className="ui-switch" aria-hidden />
      {children}
    </AriaSwitch>
  )
}
