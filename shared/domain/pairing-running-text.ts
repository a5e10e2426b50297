import { fail } from '../result.ts'
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
}

/**
 * Reads a column of cells or the lines of a message, where labels and numbers stand in the text itself.
 * With `mayAlternate` a label alone on its line may belong to the number on the next.
 */
export function readRunningText(pieces: readonly TextPiece[], mayAlternate: boolean): ReadList {
  const list: ReadList = { lines: [], skipped: { blank: 0, words: 0, voided: 0 } }
  const entries: Entry[] = []
  for (const { place, cell } of pieces) {
    const raw = cell.text.trim()
    const entry = { place, raw, ...readInputCell(cell) }
    if (raw === '') list.skipped.blank += 1
    else if (entry.numbers.length === 0 && !hasLabel(entry.found)) list.skipped.words += 1
    else entries.push(entry)
  }
  const { taken, isJoined } = mayAlternate ? joinAlternating(entries) : { taken: entries, isJoined: false }
  const isSplit = !isJoined && isNumbersInARow(entries)
  let heading: string | null = null
  for (const entry of taken) {
    if (isShipmentHeading(entry)) {
      heading = getLabels(entry.found).fbaId!
      list.skipped.words += 1
      continue
    }
    for (const line of toLines(entry, isSplit)) {
      if (heading !== null && line.fbaId === undefined && line.boxId === undefined) line.fbaId = heading
      list.lines.push(line)
    }
  }
  return list
}

const hasLabel = (found: FoundText): boolean => found.boxIds.length > 0 || found.fbaIds.length > 0

const isShipmentHeading = (entry: Entry): boolean =>
  entry.numbers.length === 0 && entry.found.boxIds.length === 0 && entry.found.fbaIds.length > 0

/** Where each line holds one number, a line that holds several is a fault; else the numbers stand in a row. */
function isNumbersInARow(entries: readonly Entry[]): boolean {
  const single = entries.filter((entry) => entry.numbers.length === 1).length
  const several = entries.filter((entry) => entry.numbers.length > 1).length
  return several > 0 && several >= single
}

/** Box labels and numbers scanned in turn, one a line: label, number, label, number … or the other way round. */
function joinAlternating(entries: Entry[]): { taken: Entry[]; isJoined: boolean } {
  const isLabel = (entry: Entry): boolean => entry.numbers.length === 0 && entry.found.boxIds.length === 1
  const isNumber = (entry: Entry): boolean => entry.numbers.length === 1 && !hasLabel(entry.found)
  const beginsWithLabel = entries[0] !== undefined && isLabel(entries[0])
  const isInTurn =
    entries.length > 0 &&
    entries.length % 2 === 0 &&
    entries.every((entry, i) => ((i % 2 === 0) === beginsWithLabel ? isLabel(entry) : isNumber(entry)))
  if (!isInTurn) return { taken: entries, isJoined: false }
  const taken: Entry[] = []
  for (let i = 0; i < entries.length; i += 2) {
    const [labelled, numbered] = beginsWithLabel
      ? [entries[i]!, entries[i + 1]!]
      : [entries[i + 1]!, entries[i]!]
    taken.push({ ...numbered, found: labelled.found })
  }
  return { taken, isJoined: true }
}

function toLines({ place, raw, found, numbers }: Entry, isSplit: boolean): ReadLine[] {
  const labels = getLabels(found)
  const integer = found.integers.length === 1 ? { integer: found.integers[0]! } : {}
  if (numbers.length === 0) return [{ place, raw, trackingId: fail({ kind: 'empty' }), ...labels }]
  if (numbers.length === 1) return [{ place, raw, trackingId: numbers[0]!.trackingId, ...labels, ...integer }]
  if (isSplit && labels.boxId === undefined && labels.sequence === undefined)
    return numbers.map((number) => ({
      place,
      raw: number.raw,
      trackingId: number.trackingId,
      ...(labels.fbaId === undefined ? {} : { fbaId: labels.fbaId }),
    }))
  const problem = { kind: 'several-numbers' as const, numbers: numbers.map((number) => number.raw) }
  return [{ place, raw, trackingId: fail(problem), ...labels }]
}
