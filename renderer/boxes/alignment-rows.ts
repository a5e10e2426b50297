import type { BoxView, PairingView } from '../../shared/contract/outputs.ts'
import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import type { Alignment } from './alignment.ts'

export interface AlignmentRow {
  key: string
  /** Null for a number that has no box. */
  boxName: string | null
  before: string | null
  /** Null for a box that gets nothing. */
  number: { index: number; text: string; trackingId: string | null } | null
  /** What stands against this number. */
  mismatches: readonly Mismatch[]
}

export const isDifference = ({ boxName, number, mismatches }: AlignmentRow): boolean =>
  boxName === null || number === null || mismatches.length > 0

type NumberView = PairingView['numbers'][number]

const nameBox = (box: BoxView): string => box.boxId ?? String(box.position)

/** Boxes and numbers side by side; numbers too many follow after the last box. */
export function getAlignedRows(
  view: PairingView,
  boxes: readonly BoxView[],
  entries: Alignment,
): AlignmentRow[] {
  const numbers = new Map(view.numbers.map((number) => [number.index, number]))
  const byNumber = groupByNumber(view.mismatches)
  return Array.from({ length: Math.max(boxes.length, entries.length) }, (_, place) => {
    const box = boxes[place]
    const number = numbers.get(entries[place] ?? -1)
    return {
      key: String(place),
      boxName: box ? nameBox(box) : null,
      before: box?.trackingId ?? null,
      number: number ?? null,
      mismatches: number ? (byNumber.get(number.index) ?? []) : [],
    }
  })
}

/** A list with labels: the agreed boxes, then the numbers that have none. */
export function getLabelledRows(view: PairingView): AlignmentRow[] {
  const byNumber = groupByNumber(view.mismatches)
  const numbers = new Map<string, NumberView>()
  for (const number of view.numbers) if (number.trackingId !== null) numbers.set(number.trackingId, number)
  const paired = view.pairs.map((pair) => {
    const number = numbers.get(pair.trackingId)
    return {
      key: `box ${pair.boxRowId}`,
      boxName: pair.boxName,
      before: pair.before,
      number: { index: number?.index ?? 0, text: pair.trackingId, trackingId: pair.trackingId },
      mismatches: number ? (byNumber.get(number.index) ?? []) : [],
    }
  })
  const used = new Set(view.pairs.map((pair) => pair.trackingId))
  const left = view.numbers
    .filter(({ trackingId }) => trackingId === null || !used.has(trackingId))
    .map((number) => ({
      key: `number ${number.index}`,
      boxName: null,
      before: null,
      number,
      mismatches: byNumber.get(number.index) ?? [],
    }))
  return [...left, ...paired]
}

function groupByNumber(mismatches: readonly Mismatch[]): Map<number, Mismatch[]> {
  const groups = new Map<number, Mismatch[]>()
  for (const mismatch of mismatches) {
    const indexes =
      'index' in mismatch
        ? [mismatch.index]
        : 'indexes' in mismatch
          ? mismatch.indexes
          : 'duplicateIndexes' in mismatch
            ? mismatch.duplicateIndexes
            : []
    for (const index of indexes) groups.set(index, [...(groups.get(index) ?? []), mismatch])
  }
  return groups
}
