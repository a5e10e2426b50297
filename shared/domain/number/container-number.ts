import { hasRightCheckDigit } from './check-digit.ts'
import { normalizeTrackingNumber } from './tracking-number.ts'

/** ISO 6346: owner code of 3 letters, U, J or Z, 6 digits and a check digit. */
const containerPattern = /^[A-Z]{3}[UJZ]\d{7}$/

/** `looks-like-container` has the shape but a wrong check digit. */
export function checkContainerNumber(text: string): 'container' | 'looks-like-container' | 'no' {
  // Most numbers that are looked at are PROs of digits.
  if (/^\d/.test(text)) return 'no'
  const number = normalizeTrackingNumber(text)
  if (!containerPattern.test(number)) return 'no'
  return hasRightCheckDigit('iso6346', number) ? 'container' : 'looks-like-container'
}
