import { roundDecimal, type Decimal } from './decimal-text.ts'
import type { FormatToken } from './format-tokens.ts'

/** One section of a number format that only places digits and literals. */
export interface Picture {
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

/** Null for a section that does more: dates, exponents, fractions, conditions. */
export function readPicture(tokens: FormatToken[]): Picture | null {
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

export function showPicture(picture: Picture, decimal: Decimal, hasSign: boolean): string {
  const shifted = { ...decimal, point: decimal.point + picture.pointShift }
  const { whole, fraction } = roundDecimal(shifted, picture.fractionPlaces)
  const point = picture.tokens.findIndex(({ kind }) => kind === 'point')
  const split = point === -1 ? picture.tokens.length : point
  const shown =
    showWhole(picture.tokens.slice(0, split), whole, picture) +
    showFraction(picture.tokens.slice(split), fraction)
  return hasSign && /[1-9]/.test(whole + fraction) ? `-${shown}` : shown
}
