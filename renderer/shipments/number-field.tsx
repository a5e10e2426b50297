import { useState } from 'react'
import { TextField } from '../ui/text-field.tsx'

interface NumberFieldProps {
  label: string
  value: number | null
  isDisabled?: boolean
  /** Null where it is empty. */
  onChange: (value: number | null) => void
}

const wanted = /^\d{1,6}(?:\.\d{1,3})?$/

/** A number above 0, or nothing. What cannot be one is marked and does not count. */
export function NumberField({ label, value, isDisabled = false, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value ?? ''))
  const isRight = text === '' || (wanted.test(text) && Number(text) > 0)
  return (
    <TextField
      label={label}
      inputMode="decimal"
      isDisabled={isDisabled}
      error={isRight ? undefined : '?'}
      value={text}
      onChange={(typed) => {
        const next = typed.normalize('NFKC').trim()
        setText(next)
        if (next === '') onChange(null)
        else if (wanted.test(next) && Number(next) > 0) onChange(Number(next))
      }}
    />
  )
}
