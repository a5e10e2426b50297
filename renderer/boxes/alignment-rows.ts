import type { BoxView, PairingView } from '../../shared/contract/outputs.ts'
import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeMismatch } from '../../shared/words/describe-mismatch.ts'
import type { Alignment } from './alignment.ts'

export interface AlignmentRow {
  key: string
  /** Null for a number that has no box. */
  boxName: string | null
  /** What becomes of the box; `unknown`: none on file is meant. */
  gets: 'number' | 'nothing' | 'unknown'
  before: string | null
  /** Null for a box that gets nothing. */
  number: { index: number; text: string; trackingId: string | null } | null
  /** What stands against this number. */
  mismatches: readonly Mismatch[]
}

export const isDifference = ({ gets, number, mismatches }: AlignmentRow): boolean =>
  gets !== 'number' || number === null || mismatches.length > 0

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
      gets: box ? 'number' : 'unknown',
      before: box?.trackingId ?? null,
      number: number ?? null,
      mismatches: number ? (byNumber.get(number.index) ?? []) : [],
    }
  })
}

/** A list with labels: the numbers that are not written, with the boxes they are meant for, then the agreed boxes. */
export function getLabelledRows(view: PairingView): AlignmentRow[] {
  const byNumber = groupByNumber(view.mismatches)
  const numbers = new Map<string, NumberView>()
  for (const number of view.numbers) if (number.trackingId !== null) numbers.set(number.trackingId, number)
  const paired = view.pairs.map((pair) => {
    const number = numbers.get(pair.trackingId)
    return {
      key: `box ${pair.boxRowId}`,
      boxName: pair.boxName,
      gets: 'number' as const,
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
      boxName: number.box?.name ?? null,
      gets: number.box?.isOnFile ? ('nothing' as const) : ('unknown' as const),
      before: null,
      number,
      mismatches: byNumber.get(number.index) ?? [],
    }))
  return [...left, ...paired]
}

/** Why a box gets nothing, or a number has none. */
export function describeRowBox(
  { boxName, gets, number, mismatches }: AlignmentRow,
  t: Translate,
): string | undefined {
  if (gets === 'number') return undefined
  const causes = mismatches
    .filter(({ level }) => level === 'block')
    .map((mismatch) => describeMismatch(mismatch, t))
  if (gets === 'unknown') return causes.length > 0 ? causes.join('\n') : t('boxes.pairing.noBoxHint')
  const isEmpty = causes.length === 0 && number?.trackingId === null
  const said = t('boxes.pairing.getsNothing', { box: boxName! })
  return [said, ...(isEmpty ? [t('boxes.pairing.noNumber')] : causes)].join('\n')
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
