import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import './field.css'

/** What every field has besides its control. */
export interface FieldProps {
  label: string
  /** For fields whose label would only repeat what stands beside them; it is still said aloud. */
  isLabelHidden?: boolean | undefined
  hint?: ReactNode
  /** The problem in words; the field counts as wrong while it is given. */
  error?: string | undefined
}

/** The label, hint and error round a control; use it inside a React Aria field. */
export function FieldFrame({
  label,
  isLabelHidden,
  hint,
  error,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <>
      <Label className={isLabelHidden ? 'ui-visually-hidden' : 'ui-field-label'}>{label}</Label>
      {children}
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="ui-field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="ui-field-error">{error}</FieldError>
    </>
  )
}
