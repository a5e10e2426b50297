import { fail, ok, type Result } from '../../result.ts'
import { checkFormat, type CheckDigitVerdict } from './check-format.ts'
import { courierFormats, type CourierFormat, type CourierId } from './courier-format-table.ts'

/** Cleaned: only 0–9, A–Z and the one dash LaserShip prints as part of the number. */
export type TrackingNumber = string & { readonly brand: 'TrackingNumber' }

export type TrackingProblem =
  | { kind: 'empty' }
  | { kind: 'scientific-notation'; text: string }
  | { kind: 'trailing-decimal'; text: string }
  | { kind: 'several-numbers'; numbers: string[] }
  | { kind: 'bad-characters'; text: string; characters: string }
  | { kind: 'too-long'; length: number; limit: number }

export interface NumberMatch {
  courier: CourierId
  format: string
  checkDigit: CheckDigitVerdict
}

export interface NumberCheck {
  input: string
  normalized: string
  verdict: 'valid' | 'invalid' | 'unknown'
  /** In the order of the format table. */
  matches: NumberMatch[]
}

/** Amazon's SP-API takes 1 to 64 characters (`spd.trackingId`, 2024-03-20). */
const maxLength = 64

const unseen = /[\s\p{Z}\p{Cc}\p{Cf}]/gu
const dashes = /[\p{Pd}\u2212]/gu
/** An apostrophe that made Excel keep text, or a scanner's AIM symbology prefix such as `]C1`. */
const leadIn = /^(?:['‘’]|\][A-Z]\d)+/
const laserShipPrinted = /^1LS7[12]\d{2}01[1-4]\d{6}[\p{Pd}\u2212]1$/u

const placeholders: ReadonlySet<string> = new Set(['', '/', '无', 'N/A', '待定', 'TBD', 'TOBEASSIGNED'])
const scientificNotation = /^\d{1,3}(?:[.,]\d*E\+?|E\+)\d+$/
const trailingDecimal = /^[0-9A-Z]+\.0+$/
/** Marks between two numbers in one cell, and the dash between a tracking number and its FBA box ID. */
const separators =
  /[\r\n/,;、|]|[\p{Pd}\u2212](?=FBA[0-9A-Z]{7,9}U\d{6})|(?<=FBA[0-9A-Z]{7,9}U\d{6})[\p{Pd}\u2212]/u

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 90 || (code > 57 && code < 65)) return false
  }
  return true
}

/**
 * Cleaned text: NFKC, upper case; without blanks, dashes, invisible and control characters and lead-ins.
 * Digits are never added or taken away: a trailing `.0` or an exponent stays and is refused by the parser.
 */
export function normalizeTrackingNumber(text: string): string {
  if (isPlain(text)) return text
  const shown = text.normalize('NFKC').toUpperCase().normalize('NFKC').replace(unseen, '').replace(leadIn, '')
  const bare = shown.replace(dashes, '')
  const cleaned = laserShipPrinted.test(shown) ? `${bare.slice(0, -1)}-1` : bare
  // What is dropped can join two characters into one that NFKC changes again.
  return cleaned === text ? cleaned : normalizeTrackingNumber(cleaned)
}

const splitNumbers = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .split(separators)
    .map(normalizeTrackingNumber)
    .filter((number) => number !== '')

/** Parts of ten characters and more between blanks: no carrier prints one number in such groups. */
function splitAtBlanks(text: string): string[] {
  const parts = text.trim().split(/\s+/).map(normalizeTrackingNumber)
  return parts.every((part) => part.length >= 10) ? parts : []
}

const isTrackingNumber = (text: string): text is TrackingNumber =>
  text.length <= maxLength && (isPlain(text) || laserShipPrinted.test(text))

/** One number from a cell's or a scan's text, cleaned. Placeholders such as `N/A`, `待定` and `-` are empty. */
export function parseTrackingNumber(text: string): Result<TrackingNumber, TrackingProblem> {
  const normalized = normalizeTrackingNumber(text)
  if (placeholders.has(normalized)) return fail({ kind: 'empty' })
  if (normalized === text && isTrackingNumber(normalized)) return ok(normalized)
  if (scientificNotation.test(normalized)) return fail({ kind: 'scientific-notation', text: normalized })
  if (trailingDecimal.test(normalized)) return fail({ kind: 'trailing-decimal', text: normalized })

  const numbers = splitNumbers(text)
  if (numbers.length > 1) return fail({ kind: 'several-numbers', numbers })
  const number = numbers[0]
  if (number === undefined) return fail({ kind: 'empty' })
  const parts = splitAtBlanks(text)
  // A USPS barcode may be printed as `420` + ZIP+4, a blank, and the number.
  if (parts.length > 1 && checkTrackingNumber(number).verdict !== 'valid')
    return fail({ kind: 'several-numbers', numbers: parts })

  if (isTrackingNumber(number)) return ok(number)
  const characters = number.replace(/[0-9A-Z]+/g, '')
  return characters === ''
    ? fail({ kind: 'too-long', length: number.length, limit: maxLength })
    : fail({ kind: 'bad-characters', text: number, characters })
}

/**
 * Valid when a check digit is right, or when there is none to check; invalid when there are check digits
 * and all fail; unknown when no format fits.
 */
export function checkTrackingNumber(text: string): NumberCheck {
  const normalized = normalizeTrackingNumber(text)
  const matches: NumberMatch[] = []
  for (const format of courierFormats) {
    const checkDigit = checkFormat(format, normalized)
    if (checkDigit !== null) matches.push({ courier: format.courier, format: format.id, checkDigit })
  }
  const hasMatch = (checkDigit: CheckDigitVerdict): boolean =>
    matches.some((match) => match.checkDigit === checkDigit)
  const verdict = hasMatch('valid')
    ? 'valid'
    : hasMatch('invalid')
      ? 'invalid'
      : hasMatch('none')
        ? 'valid'
        : 'unknown'
  return { input: text, normalized, verdict, matches }
}

const formatsByCourier: ReadonlyMap<string, readonly CourierFormat[]> = Map.groupBy(
  courierFormats,
  (format): string => format.courier,
)

/**
 * The same rule over one courier's formats; a courier without formats on file knows none. `not-checked`: its number as
 * some labels print it, without the check character.
 */
export function checkForCourier(
  normalized: string,
  courierId: string,
): 'valid' | 'invalid' | 'not-checked' | 'unknown-format' {
  let verdict: CheckDigitVerdict | null = null
  const formats = formatsByCourier.get(courierId) ?? []
  for (const format of formats) {
    const checkDigit = checkFormat(format, normalized)
    if (checkDigit === 'valid') return 'valid'
    if (verdict !== 'invalid' && checkDigit !== null) verdict = checkDigit
  }
  if (verdict !== null) return verdict === 'invalid' ? 'invalid' : 'valid'
  return formats.some(({ unchecked }) => unchecked?.test(normalized)) ? 'not-checked' : 'unknown-format'
}
