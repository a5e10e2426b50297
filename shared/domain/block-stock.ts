import { countLeft, isOpen, type NumberBlock } from './pro-number.ts'

/** Numbers given out on one day, `2026-11-27` on this machine's calendar. */
export interface DayDraws {
  day: string
  count: number
}

export interface BlockStock {
  blockId: number
  left: number
  /** The open blocks of its carrier together have no more left than the block warns at. */
  isLow: boolean
  /** How long the carrier's open blocks last at the pace of late; null where nothing was drawn yet. */
  daysLeft: number | null
}

/** So many days on which numbers were drawn decide the pace. */
const pacingDays = 14

/** Blocks of one carrier run out together: the next begins where one ends. */
export function listStock(
  blocks: readonly NumberBlock[],
  getDraws: (block: NumberBlock) => readonly DayDraws[],
): BlockStock[] {
  return [...Map.groupBy(blocks, ({ carrierId }) => carrierId).values()].flatMap((own) => {
    const left = own.reduce((sum, block) => sum + countLeft(block), 0)
    const daysLeft = countDaysLeft(left, own.flatMap(getDraws))
    return own.map((block) => ({
      blockId: block.id,
      left: countLeft(block),
      isLow: isOpen(block) && left <= block.lowStock,
      daysLeft,
    }))
  })
}

function countDaysLeft(left: number, draws: readonly DayDraws[]): number | null {
  const counts = new Map<string, number>()
  for (const { day, count } of draws) counts.set(day, (counts.get(day) ?? 0) + count)
  const latest = [...counts].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, pacingDays)
  const drawn = latest.reduce((sum, [, count]) => sum + count, 0)
  return drawn === 0 ? null : Math.floor((left * latest.length) / drawn)
}
