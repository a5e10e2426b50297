import { fail, ok, type Result } from '../result.ts'
import { computeCheckDigit } from './number/check-digit.ts'

export const checkMethods = ['none', 'luhn', 'mod7', 'm31', 'mod11x'] as const
export type CheckMethod = (typeof checkMethods)[number]

/** A run of PRO numbers: prefix + `width` digits + check digit. The prefix stands outside the check sum. */
export interface NumberBlock {
  id: number
  carrierId: number
  prefix: string
  width: number
  first: number
  last: number
  next: number
  checkMethod: CheckMethod
}

/** A consecutive run drawn from one block; both ends included. */
export interface NumberDraw {
  blockId: number
  from: number
  to: number
  numbers: string[]
}

export type BlockProblem =
  | { kind: 'block-range'; first: number; last: number }
  | { kind: 'block-width'; width: number }
  | { kind: 'block-prefix'; prefix: string }
  | { kind: 'block-too-long'; length: number }
  | { kind: 'block-overlaps'; blockId: number }

export type DrawProblem =
  | { kind: 'no-block'; carrierId: number | null }
  | { kind: 'block-runs-out'; wanted: number; left: number; blockIds: number[] }

export function formatProNumber(
  block: Pick<NumberBlock, 'prefix' | 'width' | 'checkMethod'>,
  seq: number,
): string {
  const digits = formatDigits(block, seq)
  return (
    block.prefix + digits + (block.checkMethod === 'none' ? '' : computeCheckDigit(block.checkMethod, digits))
  )
}

const formatDigits = (block: Pick<NumberBlock, 'width'>, seq: number): string =>
  String(seq).padStart(block.width, '0')

export const countLeft = (block: Pick<NumberBlock, 'next' | 'last'>): number =>
  Math.max(0, block.last - block.next + 1)

/** A new block must be well-formed, fit every consumer (30 characters) and share no number with a block on file. */
export function checkNumberBlock(
  block: Omit<NumberBlock, 'id' | 'next'>,
  existing: readonly NumberBlock[],
): BlockProblem | null {
  if (!/^[0-9A-Z-]{0,10}$/.test(block.prefix)) return { kind: 'block-prefix', prefix: block.prefix }
  if (!Number.isInteger(block.width) || block.width < 1 || block.width > 15)
    return { kind: 'block-width', width: block.width }
  const isRange = Number.isSafeInteger(block.first) && Number.isSafeInteger(block.last)
  if (!isRange || block.first < 0 || block.last < block.first || String(block.last).length > block.width)
    return { kind: 'block-range', first: block.first, last: block.last }
  const length = formatProNumber(block, block.last).length
  if (length > 30) return { kind: 'block-too-long', length }
  const other = existing.find(
    (known) => formatProNumber(known, known.last).length === length && isOverlapping(known, block),
  )
  return other ? { kind: 'block-overlaps', blockId: other.id } : null
}

type NumberRange = Pick<NumberBlock, 'prefix' | 'width' | 'first' | 'last'>

/** As texts of one length: another split into prefix, digits and check digit may spell the same number. */
function isOverlapping(a: NumberRange, b: NumberRange): boolean {
  const getLow = (block: NumberRange) => block.prefix + formatDigits(block, block.first)
  // A check digit is one of 0–9 and X.
  const getHigh = (block: NumberRange) => `${block.prefix}${formatDigits(block, block.last)}X`
  return getLow(a) <= getHigh(b) && getLow(b) <= getHigh(a)
}

/**
 * Draws `count` numbers from ordered blocks; the next block begins when one runs out.
 * All or nothing: too few left is a problem and nothing is drawn.
 */
export function drawNumbers(
  blocks: readonly NumberBlock[],
  count: number,
): Result<NumberDraw[], DrawProblem> {
  const left = blocks.reduce((sum, block) => sum + countLeft(block), 0)
  if (left < count)
    return fail({ kind: 'block-runs-out', wanted: count, left, blockIds: blocks.map((block) => block.id) })
  const draws: NumberDraw[] = []
  let rest = count
  for (const block of blocks) {
    const take = Math.min(rest, countLeft(block))
    if (take === 0) continue
    const numbers: string[] = []
    for (let seq = block.next; seq < block.next + take; seq++) numbers.push(formatProNumber(block, seq))
    draws.push({ blockId: block.id, from: block.next, to: block.next + take - 1, numbers })
    rest -= take
  }
  return ok(draws)
}
