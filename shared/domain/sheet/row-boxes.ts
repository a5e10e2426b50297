import { parseBoxRun, parseSequenceRun } from './box-run.ts'
import { getKeyIssue, getKeyValue, readKeyCell, type KeyReading } from './key-cell.ts'
import type { RunBox } from './mapped-row.ts'
import { readBoxCount, readWeightKg } from './quantity-cell.ts'
import { getCellRaw, type RawCellValue } from './raw-cell.ts'
import type { NumberedBox, RowColumns } from './row-columns.ts'
import type { CellIssue } from './shipment-cell.ts'

export interface RowBoxes {
  boxKey: KeyReading
  /** The boxes of a row that names several, or one by its own part alone. */
  run: readonly (string | null)[] | null
  /** A shipment ID where a box ID should stand: the row speaks of the shipment. */
  fbaId?: string
}

/**
 * The box or boxes that a row names. A run (`U000001-10`, `1-20`) is taken only where it has as many boxes as the row
 * counts; a list of whole IDs also where the row counts nothing.
 */
export function readBoxes(
  cells: readonly RawCellValue[],
  columns: RowColumns,
  fbaId: string | null,
): RowBoxes {
  const cell = getCell(cells, columns.boxId)
  const boxKey = readKeyCell(cell, 'boxId')
  if (getKeyIssue(boxKey)?.level === 'block') {
    const shipment = getKeyValue(readKeyCell(cell, 'fbaId'))
    if (shipment !== null && (fbaId ?? shipment) === shipment)
      return { boxKey: null, run: null, fbaId: shipment }
    return readNamedRun(cell, boxKey, cells, columns, fbaId)
  }
  if (!columns.isRun) return { boxKey, run: null }
  const boxId = getKeyValue(boxKey)
  return boxId === null ? readSequenceRun(cells, columns) : readOnlyBox(boxKey, boxId, cells, columns)
}

const getCell = (cells: readonly RawCellValue[], index: number): RawCellValue =>
  index < 0 ? null : (cells[index] ?? null)

const refuse = (kind: 'bad-box-range' | 'range-count-differs' | 'several-values'): RowBoxes => ({
  boxKey: { value: null, issue: { kind, level: 'block' } },
  run: null,
})

/** In a sheet of runs a whole box ID is a run of one. */
function readOnlyBox(
  boxKey: KeyReading,
  boxId: string,
  cells: readonly RawCellValue[],
  columns: RowColumns,
): RowBoxes {
  const count = readBoxCount(getCell(cells, columns.boxCount))
  return typeof count === 'number' && count !== 1 ? refuse('range-count-differs') : { boxKey, run: [boxId] }
}

function readNamedRun(
  cell: RawCellValue,
  boxKey: KeyReading,
  cells: readonly RawCellValue[],
  columns: RowColumns,
  fbaId: string | null,
): RowBoxes {
  const run = typeof cell === 'string' ? parseBoxRun(cell, fbaId) : null
  if (run === null) return { boxKey, run: null }
  if (!run.ok) return refuse(run.problem)
  const { boxIds, isWhole } = run.value
  const count = readBoxCount(getCell(cells, columns.boxCount))
  const isAgreed = typeof count === 'number' ? count === boxIds.length : isWhole
  return isAgreed ? { boxKey: null, run: boxIds } : refuse('range-count-differs')
}

/** Boxes without names: how many there are is all that such a run says. */
function readSequenceRun(cells: readonly RawCellValue[], columns: RowColumns): RowBoxes {
  const span = parseSequenceRun(getCellRaw(getCell(cells, columns.boxSequence)))
  if (!span) return { boxKey: null, run: null }
  const length = span.to - span.from + 1
  if (readBoxCount(getCell(cells, columns.boxCount)) !== length) return refuse('range-count-differs')
  return { boxKey: null, run: Array.from({ length }, () => null) }
}

export interface NumberedBoxes {
  boxes: RunBox[]
  issues: { index: number; issue: CellIssue }[]
}

/** The boxes that stand side by side in a row; a place without box ID and number is no box. */
export function readNumberedBoxes(
  cells: readonly RawCellValue[],
  numbered: readonly NumberedBox[],
): NumberedBoxes {
  const boxes: RunBox[] = []
  const issues: NumberedBoxes['issues'] = []
  const read = (index: number, field: 'boxId' | 'trackingId'): string | null => {
    const key = readKeyCell(getCell(cells, index), field)
    const issue = getKeyIssue(key)
    if (issue) issues.push({ index, issue })
    return getKeyValue(key)
  }
  for (const place of numbered) {
    const before = issues.length
    const boxId = read(place.boxId, 'boxId')
    const trackingId = read(place.trackingId, 'trackingId')
    // A refused number says that there is a box, though not which number it has.
    if (boxId === null && trackingId === null && issues.length === before) continue
    const weight = readWeightKg(getCell(cells, place.weight), place.weightUnit)
    boxes.push({ boxId, trackingId, weightKg: weight === 'bad' ? null : weight })
  }
  return { boxes, issues }
}
