import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'
import './choice.css'

export interface CheckboxProps extends Pick<
  AriaCheckboxProps,
  | 'isSelected'
  | 'isIndeterminate'
  | 'isDisabled'
  | 'isReadOnly'
  | 'onChange'
  | 'value'
  | 'autoFocus'
  | 'aria-label'
> {
  children?: ReactNode
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="ui-choice">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="ui-check-box" aria-hidden>
            {isIndeterminate ? <Minus /> : isSelected && <Check />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}
