/** A decimal number as digits: value = 0.digits × 10^point, without leading zeros in `digits`. */
export interface Decimal {
  isNegative: boolean
  digits: string
  point: number
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

/** Exact: no digit passes through a JS number. Null for anything but a decimal within a double's range. */
export function parseDecimal(text: string): Decimal | null {
  const match = decimalPattern.exec(text)
  if (match === null) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const allDigits = whole + fraction
  const digits = allDigits.replace(/^0+/, '')
  const point = whole.length - (allDigits.length - digits.length) + Number(exponent)
  if (Math.abs(point) > 330) return null
  return { isNegative: sign === '-' && digits !== '', digits, point: digits === '' ? 0 : point }
}

/** Rounds half away from zero, as a sheet does. Whole digits have no leading zeros, the fraction is padded. */
export function roundDecimal(decimal: Decimal, places: number): { whole: string; fraction: string } {
  const kept = decimal.point + places
  const leadingZeros = '0'.repeat(Math.max(0, -decimal.point))
  let digits = kept < 0 ? '' : decimal.digits.slice(0, kept).padEnd(Math.max(0, kept), '0')
  if (kept >= 0 && (decimal.digits[kept] ?? '0') >= '5') {
    digits = digits === '' ? '1' : (BigInt(digits) + 1n).toString().padStart(digits.length, '0')
  }
  const all = (leadingZeros + digits).padStart(places, '0')
  const split = all.length - places
  return { whole: all.slice(0, split).replace(/^0+/, ''), fraction: all.slice(split) }
}

/** Without exponent, at most `significant` digits, no trailing zeros in the fraction. */
export function formatPlainDecimal(decimal: Decimal, significant: number): string {
  const places = Math.max(0, significant - decimal.point)
  const { whole, fraction } = roundDecimal(decimal, Math.min(places, 330))
  const tail = fraction.replace(/0+$/, '')
  const isZero = whole === '' && tail === ''
  return `${decimal.isNegative && !isZero ? '-' : ''}${whole || '0'}${tail === '' ? '' : `.${tail}`}`
}
