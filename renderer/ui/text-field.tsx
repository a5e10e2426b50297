import type { KeyboardEvent, ReactNode, Ref } from 'react'
import {
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { FieldFrame, type FieldProps } from './field.tsx'
import { getAriaKeys, KeyHint } from './key-hint.tsx'

export interface TextFieldProps
  extends
    FieldProps,
    Pick<
      AriaTextFieldProps,
      'isDisabled' | 'isReadOnly' | 'isRequired' | 'autoFocus' | 'type' | 'inputMode'
    > {
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  isMono?: boolean | undefined
  icon?: ReactNode
  /** The key that brings the cursor here, shown at the end. */
  shortcut?: string | undefined
  /** More than 1: a field of several lines. */
  rows?: number | undefined
  inputRef?: Ref<HTMLInputElement> | undefined
  /** Never called while an input method composes: its Enter is not an Enter. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden,
    hint,
    error,
    placeholder,
    isMono,
    icon,
    shortcut,
    rows = 1,
    inputRef,
    onKeyDown,
  } = props
  const { value, onChange, isDisabled, isReadOnly, isRequired, autoFocus, type, inputMode } = props
  const control = {
    className: 'ui-input',
    'data-mono': isMono || undefined,
    'aria-keyshortcuts': getAriaKeys(shortcut),
    placeholder: placeholder ?? '',
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.nativeEvent.isComposing && event.keyCode !== 229) onKeyDown?.(event)
    },
  }
  const flags = Object.fromEntries(
    Object.entries({ isDisabled, isReadOnly, isRequired, autoFocus, type, inputMode }).filter(
      (entry) => entry[1] !== undefined,
    ),
  )
  return (
    <AriaTextField
      {...flags}
      className="ui-field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <div className="ui-control">
          {icon}
          {rows > 1 ? (
            <TextArea {...control} rows={rows} spellCheck={false} />
          ) : (
            <Input {...control} ref={inputRef ?? null} autoComplete="off" spellCheck={false} />
          )}
          {shortcut !== undefined && <KeyHint keys={shortcut} />}
        </div>
      </FieldFrame>
    </AriaTextField>
  )
}
