import { fail, ok, type Result } from '../../result.ts'

export type IntegerProblem = 'too-many-digits' | 'trailing-decimal' | 'bad-characters'

/** Excel keeps 15 significant digits and writes zeros behind them. */
const exactDigits = 15
const numberText = /^(\d*)(?:\.(\d*))?(?:E([+-]?\d{1,3}))?$/i

/**
 * The digits of a numeric cell's stored text when it is an integer of at most 15 digits, however its writer spelt it
 * (`400014700213`, `400014700213.0`, `4.00014700213E11`). Works on the text, so that no digit passes through a float.
 */
export function parseIntegerDigits(stored: string): Result<string, IntegerProblem> {
  if (/^\d{1,15}$/.test(stored)) return ok(stored)
  const match = numberText.exec(stored.trim())
  const whole = match?.[1] ?? ''
  const fraction = match?.[2] ?? ''
  if (!match || whole + fraction === '') return fail('bad-characters')
  const exponent = Number(match[3] ?? '0')
  const length = whole.length + exponent
  const digits = whole + fraction
  if (/[1-9]/.test(digits.slice(Math.max(length, 0)))) return fail('trailing-decimal')
  const leadingZeros = /^0*/.exec(digits)![0].length
  if (length - leadingZeros > exactDigits) return fail('too-many-digits')
  return ok(digits.slice(leadingZeros, Math.max(length, 0)).padEnd(length - leadingZeros, '0') || '0')
}
