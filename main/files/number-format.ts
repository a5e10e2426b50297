import { formatPlainDecimal, parseDecimal, roundDecimal, type Decimal } from './decimal-text.ts'
import { splitFormat, type FormatToken } from './format-tokens.ts'
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

interface Picture {
  tokens: FormatToken[]
  wholePlaces: number
  fractionPlaces: number
  hasGroups: boolean
  pointShift: number
}

const isPlace = ({ kind }: FormatToken): boolean => kind === 'place'
const isComma = ({ kind }: FormatToken): boolean => kind === 'comma'
const countPlaces = (tokens: FormatToken[]): number => tokens.filter(isPlace).length

/** Behind the last place a comma divides by a thousand; before it commas group digits. */
const countTrailingCommas = (tokens: FormatToken[]): number =>
  tokens.slice(tokens.findLastIndex(isPlace) + 1).filter(isComma).length

function readPicture(tokens: FormatToken[]): Picture | null {
  if (tokens.some(({ kind }) => kind === 'unsupported' || kind === 'letter' || kind === 'elapsed'))
    return null
  const point = tokens.findIndex(({ kind }) => kind === 'point')
  const whole = point === -1 ? tokens : tokens.slice(0, point)
  if (tokens.some((token) => token.kind === 'literal' && token.text === '/')) return null
  const fraction = point === -1 ? [] : tokens.slice(point)
  const lastPlace = whole.findLastIndex(isPlace)
  const hasGroups = whole.slice(0, Math.max(0, lastPlace)).some(isComma)
  const scale = countTrailingCommas(whole) + countTrailingCommas(fraction)
  const percents = tokens.filter(({ kind }) => kind === 'percent').length
  return {
    tokens,
    wholePlaces: countPlaces(whole),
    fractionPlaces: countPlaces(fraction),
    hasGroups,
    pointShift: percents * 2 - scale * 3,
  }
}

const fillPlace = (char: string): string => (char === '0' ? '0' : char === '?' ? ' ' : '')

function showWhole(tokens: FormatToken[], digits: string, picture: Picture): string {
  let shown = ''
  let rest = digits
  let placesLeft = picture.wholePlaces
  let emitted = 0
  const emit = (text: string) => {
    for (let index = text.length - 1; index >= 0; index -= 1) {
      if (picture.hasGroups && emitted > 0 && emitted % 3 === 0 && text[index] !== ' ') shown = `,${shown}`
      shown = text[index] + shown
      emitted += 1
    }
  }
  for (const token of tokens.toReversed()) {
    if (token.kind === 'literal') shown = token.text + shown
    else if (token.kind === 'percent') shown = `%${shown}`
    else if (token.kind === 'place') {
      placesLeft -= 1
      const take = placesLeft === 0 ? rest : rest.slice(-1)
      emit(take === '' ? fillPlace(token.char) : take)
      rest = placesLeft === 0 ? '' : rest.slice(0, -1)
    }
  }
  return shown
}

function showFraction(tokens: FormatToken[], digits: string): string {
  const used = digits.replace(/0+$/, '').length
  let place = 0
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'percent') return '%'
      if (token.kind === 'point') return '.'
      if (token.kind !== 'place') return ''
      const shown = place < used ? digits[place]! : fillPlace(token.char)
      place += 1
      return shown
    })
    .join('')
}

function showPicture(picture: Picture, decimal: Decimal, hasSign: boolean): string {
  const shifted = { ...decimal, point: decimal.point + picture.pointShift }
  const { whole, fraction } = roundDecimal(shifted, picture.fractionPlaces)
  const point = picture.tokens.findIndex(({ kind }) => kind === 'point')
  const split = point === -1 ? picture.tokens.length : point
  const shown =
    showWhole(picture.tokens.slice(0, split), whole, picture) +
    showFraction(picture.tokens.slice(split), fraction)
  return hasSign && /[1-9]/.test(whole + fraction) ? `-${shown}` : shown
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
