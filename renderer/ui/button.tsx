import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import './button.css'
import { getAriaKeys, KeyHint } from './key-hint.tsx'

interface SharedButtonProps extends Pick<
  AriaButtonProps,
  'onPress' | 'isDisabled' | 'autoFocus' | 'type' | 'form' | 'aria-expanded' | 'aria-controls'
> {
  icon?: ReactNode
  shortcut?: string | undefined
}

export interface ButtonProps extends SharedButtonProps {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined
  children: ReactNode
}

export function Button({ variant = 'plain', icon, shortcut, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className="ui-button"
      data-variant={variant}
      aria-keyshortcuts={getAriaKeys(shortcut)}
    >
      {icon}
      <span>{children}</span>
      {shortcut !== undefined && <KeyHint keys={shortcut} />}
    </AriaButton>
  )
}

export interface ToolButtonProps extends SharedButtonProps {
  icon: ReactNode
  /** Said aloud and shown as a tooltip. */
  label: string
}

/** A square button with only a picture; its name and key are in the tooltip. */
export function ToolButton({ icon, label, shortcut, ...rest }: ToolButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        className="ui-button"
        data-variant="quiet"
        data-square
        aria-label={label}
        aria-keyshortcuts={getAriaKeys(shortcut)}
      >
        {icon}
      </AriaButton>
      <Tooltip className="ui-tooltip" offset={4}>
        {label}
        {shortcut !== undefined && <KeyHint keys={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
