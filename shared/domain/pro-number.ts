import { computeCheckDigit } from './number/check-digit.ts'

export const checkMethods = ['none', 'luhn', 'mod7', 'm31', 'mod11', 'mod11x'] as const
export type CheckMethod = (typeof checkMethods)[number]

/** How a number is spelt: prefix + `width` digits + check digit. The prefix stands outside the check sum. */
export interface NumberFormat {
  prefix: string
  width: number
  checkMethod: CheckMethod
}

/** Every `increment`th number from `first` to `last`, both included. */
export interface NumberRange extends NumberFormat {
  first: number
  last: number
  increment: number
}

export type NumberSpan = Omit<NumberRange, 'increment'>

export interface NumberBlock extends NumberRange {
  id: number
  carrierId: number
  /** Blocks of one carrier are drawn from in this order. */
  position: number
  next: number
  /** Left numbers at which a warning begins. */
  lowStock: number
  /** No more is drawn until it is opened again. */
  isClosed: boolean
  /** Belongs to the desk this copy was made from: never drawn from here again. */
  isRetired: boolean
  /** Given back unused; they go before `next`, lowest first. */
  released: readonly number[]
}

/** Numbers drawn from one block, `increment` apart; both ends included. */
export interface NumberDraw {
  blockId: number
  from: number
  to: number
  numbers: string[]
  /** Numbers that were released and are given out a second time. */
  isAgain?: true
}

export type BlockProblem =
  | { kind: 'block-range'; first: number; last: number }
  | { kind: 'block-width'; width: number }
  | { kind: 'block-prefix'; prefix: string }
  | { kind: 'block-too-long'; length: number }
  | { kind: 'block-increment'; increment: number }
  | { kind: 'block-overlaps'; blockId: number }

export type DrawProblem =
  | { kind: 'no-block'; carrierId: number | null }
  | { kind: 'block-runs-out'; wanted: number; left: number; blockIds: number[] }

export function formatProNumber(format: NumberFormat, seq: number): string {
  const digits = formatDigits(format, seq)
  const { checkMethod } = format
  return format.prefix + digits + (checkMethod === 'none' ? '' : computeCheckDigit(checkMethod, digits))
}

const formatDigits = ({ width }: NumberFormat, seq: number): string => String(seq).padStart(width, '0')

export const isOpen = ({ isClosed, isRetired }: NumberBlock): boolean => !isClosed && !isRetired

/** Numbers that were never drawn. */
export const countNew = ({
  next,
  last,
  increment,
}: Pick<NumberBlock, 'next' | 'last' | 'increment'>): number =>
  next > last ? 0 : Math.floor((last - next) / increment) + 1

/** What can be drawn now. */
export const countLeft = (block: NumberBlock): number =>
  isOpen(block) ? countNew(block) + block.released.length : 0

/** The last number that the increment reaches. */
export const getLastSeq = ({
  first,
  last,
  increment,
}: Pick<NumberRange, 'first' | 'last' | 'increment'>): number =>
  increment > 1 ? first + Math.floor((last - first) / increment) * increment : last

/** The first number of the block behind `seq`. */
export const getSeqBehind = (
  { first, increment }: Pick<NumberRange, 'first' | 'increment'>,
  seq: number,
): number => (seq < first ? first : first + (Math.floor((seq - first) / increment) + 1) * increment)

/** A new block must be well-formed, fit every consumer (30 characters) and share no number with a block on file. */
export function checkNumberBlock(block: NumberRange, existing: readonly NumberBlock[]): BlockProblem | null {
  if (!/^[0-9A-Z-]{0,10}$/.test(block.prefix)) return { kind: 'block-prefix', prefix: block.prefix }
  if (!Number.isInteger(block.width) || block.width < 1 || block.width > 15)
    return { kind: 'block-width', width: block.width }
  if (!Number.isSafeInteger(block.increment) || block.increment < 1)
    return { kind: 'block-increment', increment: block.increment }
  const isRange = Number.isSafeInteger(block.first) && Number.isSafeInteger(block.last)
  if (!isRange || block.first < 0 || block.last < block.first || String(block.last).length > block.width)
    return { kind: 'block-range', first: block.first, last: block.last }
  const { length } = formatProNumber(block, block.last)
  if (length > 30) return { kind: 'block-too-long', length }
  const other = existing.find((known) => isOverlapping(getTakenRange(known), block))
  return other ? { kind: 'block-overlaps', blockId: other.id } : null
}

/** A block that another desk went on with takes up only what was drawn here. */
const getTakenRange = (block: NumberBlock): NumberSpan =>
  block.isRetired ? { ...block, last: block.next - 1 } : block

/** As texts of one length: another split into prefix, digits and check digit may spell the same number. */
export function isOverlapping(a: NumberSpan, b: NumberSpan): boolean {
  if (a.last < a.first || getLength(a) !== getLength(b)) return false
  const getLow = (span: NumberSpan) => span.prefix + formatDigits(span, span.first)
  // A check digit is one of 0–9 and X.
  const getHigh = (span: NumberSpan) => `${span.prefix}${formatDigits(span, span.last)}X`
  return getLow(a) <= getHigh(b) && getLow(b) <= getHigh(a)
}

const getLength = ({ prefix, width, checkMethod }: NumberFormat): number =>
  prefix.length + width + (checkMethod === 'none' ? 0 : 1)
