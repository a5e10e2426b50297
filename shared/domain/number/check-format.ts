import { hasRightCheckDigit } from './check-digit.ts'
import type { CheckRule, CourierFormat } from './courier-format-table.ts'

export type CheckDigitVerdict = 'valid' | 'invalid' | 'none'

export interface FormatReading {
  /** The number without `420` and the ZIP that stood in front of it. */
  bare: string
  zip: string | null
  checkDigit: CheckDigitVerdict
}

function checkCharacter(rule: CheckRule | null, number: string): CheckDigitVerdict {
  if (rule === null) return 'none'
  const from = rule.from < 0 ? number.length + rule.from : rule.from
  const at = rule.at < 0 ? number.length + rule.at : rule.at
  const isRight =
    rule.lead === undefined || rule.lead.unless.test(number)
      ? hasRightCheckDigit(rule.algorithm, number, from, at)
      : hasRightCheckDigit(rule.algorithm, rule.lead.text + number.slice(from, at + 1))
  return isRight ? 'valid' : 'invalid'
}

const longestRoutedNumber = 34

const checkBare = (format: CourierFormat, number: string): CheckDigitVerdict | null =>
  format.pattern.test(number) ? checkCharacter(format.check, number) : null

/** How many characters of `420` + ZIP stand before the number; null when the number does not have the format. */
function findRouting(
  format: CourierFormat,
  number: string,
): { length: 0 | 8 | 12; checkDigit: CheckDigitVerdict } | null {
  const whole = checkBare(format, number)
  if (whole !== null) return { length: 0, checkDigit: whole }
  if (!format.mayFollowZip || !number.startsWith('420') || number.length > longestRoutedNumber) return null
  const afterZip5 = checkBare(format, number.slice(8))
  if (afterZip5 === 'valid') return { length: 8, checkDigit: afterZip5 }
  // 34 digits can be read both ways when the ZIP+4 looks like the beginning of a number.
  const afterZip9 = checkBare(format, number.slice(12))
  if (afterZip9 !== null) return { length: 12, checkDigit: afterZip9 }
  return afterZip5 === null ? null : { length: 8, checkDigit: afterZip5 }
}

/** Null when the number does not have the format. */
export function checkFormat(format: CourierFormat, number: string): CheckDigitVerdict | null {
  if (!format.mayFollowZip) return checkBare(format, number)
  return findRouting(format, number)?.checkDigit ?? null
}

export function readFormat(format: CourierFormat, number: string): FormatReading | null {
  const routing = findRouting(format, number)
  if (routing === null) return null
  const { length, checkDigit } = routing
  return { bare: number.slice(length), zip: length === 0 ? null : number.slice(3, length), checkDigit }
}

/** Whether the number shows whose it is: by letters, or by a prefix that its check digit confirms. */
export const isTelling = (format: CourierFormat, { bare, checkDigit }: FormatReading): boolean =>
  checkDigit !== 'invalid' &&
  (/[A-Z]/.test(bare) || (checkDigit === 'valid' && format.checkedPrefix?.test(bare) === true))
