import { formatPlainDecimal, parseDecimal } from './decimal-text.ts'
import { splitFormat, type FormatToken } from './format-tokens.ts'
import { readPicture, showPicture } from './number-picture.ts'
import { formatElapsed, formatSerialDate } from './serial-date.ts'

/** How a cell format shows a stored number. `show` answers null where this reader does not know. */
export interface NumberFormat {
  isDate: boolean
  show: (raw: string) => string | null
}

const significantDigits = 15
const plainPattern = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/
const maxRemembered = 10_000

/**
 * General: the plain decimal a sheet's edit line shows. Narrow columns display long numbers as 4.00015E+11;
 * that depends on the screen, so it is not evidence. Numbers of more than 15 digits answer null: only the raw
 * text has all their digits.
 */
export function showGeneral(raw: string): string | null {
  if (raw.length <= significantDigits && plainPattern.test(raw)) return raw
  if (/^-?\d+$/.test(raw)) return raw
  const decimal = parseDecimal(raw)
  if (decimal === null || decimal.point > significantDigits || decimal.point < -8) return null
  return formatPlainDecimal(decimal, significantDigits)
}

/** The same few dates and quantities stand in thousands of cells. */
function remember(show: (raw: string) => string | null): (raw: string) => string | null {
  const known = new Map<string, string | null>()
  return (raw) => {
    const before = known.get(raw)
    if (before !== undefined) return before
    const shown = show(raw)
    if (known.size < maxRemembered) known.set(raw, shown)
    return shown
  }
}

function makeDateFormat(tokens: FormatToken[], isDate1904: boolean): NumberFormat {
  const letters = tokens.map((token) => (token.kind === 'letter' ? token.letter : '')).join('')
  const hasTime = /[hs]/.test(letters)
  const hasDate = /[yd]/.test(letters) || !hasTime
  return {
    isDate: true,
    show: remember((raw) => formatSerialDate(Number(raw), { hasDate, hasTime }, isDate1904)),
  }
}

/** Null means General. Fractions, scientific and conditional formats are known to be no dates, but not shown. */
export function parseNumberFormat(code: string, isDate1904: boolean): NumberFormat | null {
  if (code === '') return null
  const sections = splitFormat(code)
  const first = sections[0]!
  if (first.some(({ kind }) => kind === 'elapsed')) {
    return { isDate: false, show: (raw) => formatElapsed(Number(raw)) }
  }
  if (first.some(({ kind }) => kind === 'letter')) return makeDateFormat(first, isDate1904)
  if (first.length > 0 && first.every(({ kind }) => kind === 'general' || kind === 'text')) return null

  const numberSections = sections.slice(0, 3)
  const pictures = numberSections.map(readPicture)
  return {
    isDate: false,
    show: remember((raw) => {
      const decimal = parseDecimal(raw)
      if (decimal === null) return null
      const isZero = decimal.digits === ''
      const choice = decimal.isNegative && pictures.length > 1 ? 1 : isZero && pictures.length > 2 ? 2 : 0
      const picture = pictures[choice]
      if (picture == null) return null
      if (numberSections[choice]!.some(({ kind }) => kind === 'general' || kind === 'text')) return null
      return showPicture(picture, decimal, decimal.isNegative && choice === 0)
    }),
  }
}
