import { fail } from '../../result.ts'
import { readInputCell } from './pairing-cell.ts'
import type { FoundNumber, FoundText } from './pairing-find.ts'
import { getLabels, type InputCell, type ReadLine, type ReadList } from './pairing-list.ts'
import type { TrackingPlace } from './tracking-line.ts'

export interface TextPiece {
  place: TrackingPlace
  cell: InputCell
}

interface Entry {
  place: TrackingPlace
  raw: string
  found: FoundText
  numbers: FoundNumber[]
  /** Shipment named on a line of its own above. */
  heading: string | null
}

/**
 * Reads a column of cells or the lines of a message, where labels and numbers stand in the text itself.
 * With `mayAlternate` a label alone on its line may belong to the number on the next.
 */
export function readRunningText(pieces: readonly TextPiece[], mayAlternate: boolean): ReadList {
  const { entries, blank, words } = readEntries(pieces)
  const joined = mayAlternate ? joinAlternating(entries) : null
  const dates = joined ? [] : entries.filter(isOnlySequence)
  const kept = dates.length === 1 ? entries.filter((entry) => entry !== dates[0]) : entries
  const isSplit = isNumbersInARow(entries)
  return {
    lines: (joined ?? kept).flatMap((entry) => toLines(entry, isSplit)),
    skipped: { blank, words: words + entries.length - kept.length, voided: 0 },
  }
}

function readEntries(pieces: readonly TextPiece[]): { entries: Entry[]; blank: number; words: number } {
  const entries: Entry[] = []
  let heading: string | null = null
  let blank = 0
  for (const { place, cell } of pieces) {
    const raw = cell.text.trim()
    if (raw === '') {
      blank += 1
      continue
    }
    const { found, numbers } = readInputCell(cell)
    const isNumbered = numbers.length > 0
    if (isNumbered || found.boxIds.length > 0 || found.sequence) {
      entries.push({ place, raw, found, numbers, heading })
    } else if (found.fbaIds.length > 0) heading = getLabels(found).fbaId!
  }
  return { entries, blank, words: pieces.length - blank - entries.length }
}

/** `3/20` alone on a line; where there is but one such line, a date. */
const isOnlySequence = ({ found, numbers }: Entry): boolean =>
  numbers.length === 0 && found.boxIds.length + found.fbaIds.length === 0

/** Where each line holds one number, a line that holds several is a fault; else the numbers stand in a row. */
function isNumbersInARow(entries: readonly Entry[]): boolean {
  const single = entries.filter((entry) => entry.numbers.length === 1).length
  const several = entries.filter((entry) => entry.numbers.length > 1).length
  return several > 0 && several >= single
}

const isLabel = ({ found, numbers }: Entry): boolean => numbers.length === 0 && found.boxIds.length < 2

const isLoneNumber = ({ found, numbers }: Entry): boolean =>
  numbers.length === 1 && found.boxIds.length + found.fbaIds.length === 0 && !found.sequence

/**
 * Labels and numbers scanned in turn, one a line: label, number, label, number … or the other way round.
 * Null where they are out of turn.
 */
function joinAlternating(entries: readonly Entry[]): Entry[] | null {
  const [first] = entries
  if (!first || entries.length % 2 === 1) return null
  const labelAt = isLabel(first) ? 0 : 1
  const joined: Entry[] = []
  for (let i = 0; i < entries.length; i += 2) {
    const labelled = entries[i + labelAt]!
    const numbered = entries[i + 1 - labelAt]!
    if (!isLabel(labelled) || !isLoneNumber(numbered)) return null
    joined.push({ ...numbered, found: labelled.found })
  }
  return joined
}

function toLines({ place, raw, found, numbers, heading }: Entry, isSplit: boolean): ReadLine[] {
  const labels = getLabels(found)
  if (heading !== null && labels.boxId === undefined) labels.fbaId ??= heading
  const integer = found.integers.length === 1 ? { integer: found.integers[0]! } : {}
  const [first, ...others] = numbers
  if (!first) return [{ place, raw, trackingId: fail({ kind: 'empty' }), ...labels }]
  if (others.length === 0) return [{ place, raw, trackingId: first.trackingId, ...labels, ...integer }]
  if (isSplit && labels.boxId === undefined && labels.sequence === undefined)
    return numbers.map((number) => ({ place, ...number, ...labels }))
  const problem = { kind: 'several-numbers' as const, numbers: numbers.map((number) => number.raw) }
  return [{ place, raw, trackingId: fail(problem), ...labels }]
}
