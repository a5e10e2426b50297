import { formatProNumber, type NumberBlock, type NumberFormat, type NumberRange } from './pro-number.ts'

/**
 * free: never drawn · assigned: on a shipment · void: drawn, on none · released: given back, drawn next · lent: another
 * desk's · lost: drawn by something this database does not know.
 */
export const numberStates = ['free', 'assigned', 'void', 'released', 'lent', 'lost'] as const
export type NumberState = (typeof numberStates)[number]

/** Why a number does not go back into its block. */
export type ReleaseRefusal = 'not-void' | 'exported' | 'outside' | 'retired'

export const getReleaseRefusal = (
  state: NumberState | null,
  isExported: boolean,
  isRetired: boolean,
): ReleaseRefusal | null => {
  if (state === null) return 'outside'
  if (isExported) return 'exported'
  if (state !== 'void') return 'not-void'
  return isRetired ? 'retired' : null
}

export interface PlacedNumber {
  block: NumberBlock
  seq: number
  /** What should stand at its end where another check character does; null where it is right. */
  wantedCheck: string | null
}

/** The block a number is in. A wrong check digit still tells which one is meant. */
export function findBlock(number: string, blocks: readonly NumberBlock[]): PlacedNumber | null {
  const placed = blocks.flatMap((block) => {
    const seq = readSeq(block, number)
    if (seq === null || !isInside(block, seq)) return []
    const right = formatProNumber(block, seq)
    return [{ block, seq, wantedCheck: right === number ? null : right.slice(-1) }]
  })
  // Another desk's block yields to the part of it that was leased back.
  const ranked = placed.toSorted((a, b) => rank(a) - rank(b))
  return ranked[0] ?? null
}

/** Whose a number of a block is that was never issued here. */
export type Elsewhere = 'lent' | 'retired' | 'lost'

/** Why a number that was never issued here may not be put on a shipment; null where it may. */
export function getElsewhere({ block, seq, wantedCheck }: PlacedNumber, isLent: boolean): Elsewhere | null {
  if (wantedCheck !== null) return null
  if (isLent) return 'lent'
  if (block.isRetired) return 'retired'
  return seq < block.next ? 'lost' : null
}

const rank = ({ block, seq, wantedCheck }: PlacedNumber): number =>
  (wantedCheck === null ? 0 : 2) + (block.isRetired && seq >= block.next ? 1 : 0)

const isInside = ({ first, last, increment }: NumberRange, seq: number): boolean =>
  seq >= first && seq <= last && (seq - first) % increment === 0

function readSeq({ prefix, width, checkMethod }: NumberFormat, number: string): number | null {
  const length = prefix.length + width + (checkMethod === 'none' ? 0 : 1)
  if (number.length !== length || !number.startsWith(prefix)) return null
  const digits = number.slice(prefix.length, prefix.length + width)
  return /^\d+$/.test(digits) ? Number(digits) : null
}
