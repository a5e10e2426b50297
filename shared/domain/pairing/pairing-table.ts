import { fail } from '../../result.ts'
import { readInputCell } from './pairing-cell.ts'
import type { ListColumns } from './pairing-columns.ts'
import { findInText, type FoundNumber, type FoundText } from './pairing-find.ts'
import { getLabels, type InputRow, type PlaceOf, type ReadLine, type ReadList } from './pairing-list.ts'
import { getWeightUnit, readWeightKg } from '../sheet/quantity-cell.ts'
import { isFooter } from '../sheet/row-kind.ts'

/** Reads a carrier's list: numbers from the column found for them, labels from any cell of the row. */
export function readTable(rows: readonly InputRow[], columns: ListColumns, placeOf: PlaceOf): ReadList {
  const list: ReadList = { lines: [], skipped: { blank: 0, words: 0, voided: 0 } }
  /** Shipment named above the first number, as `货件号 | FBA…`. */
  let heading: string | undefined
  let hasBegun = false
  for (const row of rows) {
    const filled = row.cells.filter((cell) => cell.text.trim() !== '')
    if (filled.length === 0) {
      list.skipped.blank += 1
      continue
    }
    if (/^y(?:es)?$/i.test(row.cells[columns.voided]?.text.trim() ?? '')) {
      list.skipped.voided += 1
      continue
    }
    const line = readRow(row, columns, placeOf)
    hasBegun ||=
      line !== null && (isNumbered(line) || line.boxId !== undefined || line.sequence !== undefined)
    if (!line || !hasBegun) {
      heading = line?.fbaId ?? heading
      list.skipped.words += 1
      continue
    }
    if (heading !== undefined && line.fbaId === undefined && line.boxId === undefined) line.fbaId = heading
    list.lines.push(line)
  }
  return list
}

const isNumbered = (line: ReadLine): boolean => line.trackingId.ok || line.trackingId.problem.kind !== 'empty'

function readRow(row: InputRow, columns: ListColumns, placeOf: PlaceOf): ReadLine | null {
  const { column, raw, numbers } = readNumbers(row, columns)
  const named = findLabels(row, numbers.length > 0 ? columns.box : -1)
  const hasLabel = named.boxIds.length > 0 || named.fbaIds.length > 0
  if (!hasLabel && (numbers.length === 0 || isTotals(row, numbers))) return null
  return {
    place: placeOf(row.row, column),
    raw,
    trackingId: chooseNumber(numbers),
    ...getLabels(named),
    ...readInteger(row, columns),
    ...readWeight(row, columns),
  }
}

const isTotals = (row: InputRow, numbers: readonly FoundNumber[]): boolean =>
  numbers.every((number) => number.raw.length < 8) && isFooter(row.cells.map((cell) => cell.text))

function chooseNumber(numbers: readonly FoundNumber[]): ReadLine['trackingId'] {
  if (numbers.length === 0) return fail({ kind: 'empty' })
  if (numbers.length === 1) return numbers[0]!.trackingId
  return fail({ kind: 'several-numbers', numbers: numbers.map((number) => number.raw) })
}

function readNumbers(
  row: InputRow,
  columns: ListColumns,
): { column: number; raw: string; numbers: FoundNumber[] } {
  const filled = columns.tracking.filter((column) => (row.cells[column]?.text.trim() ?? '') !== '')
  const swapped = filled.length === 1 ? findSwapped(row, filled[0]!) : null
  const taken = swapped === null ? filled : [swapped]
  return {
    column: taken[0] ?? columns.tracking[0] ?? 0,
    raw: taken.map((column) => row.cells[column]!.text.trim()).join(' '),
    numbers: taken.flatMap((column) => readInputCell(row.cells[column]!).numbers),
  }
}

/** Where the box's label stands in the column of the numbers: the one other cell that holds a number. */
function findSwapped(row: InputRow, column: number): number | null {
  const { text } = row.cells[column]!
  if (!text.startsWith('FBA') && !text.startsWith('STAR')) return null
  if (findInText(text).numbers.length > 0) return null
  const others = row.cells.flatMap((cell, i) => (findInText(cell.text).numbers.length > 0 ? [i] : []))
  return others.length === 1 ? others[0]! : null
}

type Named = Pick<FoundText, 'boxIds' | 'fbaIds' | 'sequence'>

/** Tells quickly that a cell names no box; most cells of a wide list do not. */
const mayName = /FBA|STAR|\d\s*(?:\/|OF)|[^ -~]/i

/** `labelColumn` is where any text is meant as a box label, however damaged; −1 for none. */
function findLabels(row: InputRow, labelColumn: number): Named {
  const boxIds = new Set<string>()
  const fbaIds = new Set<string>()
  let sequence: FoundText['sequence'] = null
  for (const { text } of row.cells) {
    if (!mayName.test(text)) continue
    const found = findInText(text)
    for (const boxId of found.boxIds) boxIds.add(boxId)
    for (const fbaId of found.fbaIds) fbaIds.add(fbaId)
    const isOnlySequence = found.rest.replaceAll('|', '').trim() === ''
    if (isOnlySequence || found.boxIds.length + found.fbaIds.length > 0) sequence ??= found.sequence
  }
  const [fbaId, ...others] = fbaIds
  if (boxIds.size === 0 && fbaId !== undefined && others.length === 0) addBoxPart(row, fbaId, boxIds)
  const damaged = row.cells[labelColumn]?.text.trim().toUpperCase() ?? ''
  if (boxIds.size === 0 && sequence === null && /\d/.test(damaged)) boxIds.add(damaged)
  return { boxIds: [...boxIds], fbaIds: [...fbaIds], sequence }
}

/** `U000003` in a cell of its own, beside the shipment's id. */
function addBoxPart(row: InputRow, fbaId: string, boxIds: Set<string>): void {
  const part = row.cells.find((cell) => /^\s*U(?:\d{6}|\d{3})\s*$/i.test(cell.text))
  if (part) boxIds.add(`${fbaId}${part.text.trim().toUpperCase()}`)
}

function readInteger(row: InputRow, columns: ListColumns): Pick<ReadLine, 'integer' | 'isIntegerNamed'> {
  const text = row.cells[columns.integer]?.text.trim() ?? ''
  if (!/^\d{1,4}$/.test(text)) return {}
  return columns.isIntegerNamed ? { integer: text, isIntegerNamed: true } : { integer: text }
}

function readWeight(row: InputRow, columns: ListColumns): { weightKg?: number } {
  const text = row.cells[columns.weight]?.text ?? ''
  const weightKg = text === '' ? null : readWeightKg(text, getWeightUnit(columns.weightHeading) ?? 'kg')
  return typeof weightKg === 'number' ? { weightKg } : {}
}
