import { isBoxRunLike, parseSequenceRun } from './box-run.ts'
import type { ColumnEvidence } from './column-evidence.ts'
import { agreement, getShare, isCountOfRows, type TableNumbers } from './heading-traps.ts'
import type { ImportField } from './import-field.ts'
import type { RawSheetInfo } from './raw-cell.ts'
import {
  isAmazonShape,
  isForeignShape,
  type LayoutColumn,
  type SheetFact,
  type SheetShape,
} from './sheet-layout.ts'

export type FindColumn = (field: ImportField) => ColumnEvidence | null

/** The shipment each sampled row belongs to; a cell merged over rows speaks for all of them. */
export function readRowShipments(fbaIds: ColumnEvidence | null, info: RawSheetInfo): (string | null)[] {
  if (!fbaIds) return []
  const merges = info.merges.filter((merge) => merge.left === fbaIds.index && merge.bottom > merge.top)
  let last = { text: null as string | null, row: 0 }
  return fbaIds.cells.map((cell, at) => {
    const row = fbaIds.rowNumbers[at]!
    if (cell) last = { text: cell.text, row }
    const isMerged = merges.some((merge) => merge.top === last.row && row <= merge.bottom)
    return cell || isMerged ? last.text : null
  })
}

/** What a row of the table is: a box, a run of boxes, a shipment, a carrier's piece, or nothing we import. */
export function decideShape(find: FindColumn, facts: readonly SheetFact[], info: RawSheetInfo): SheetShape {
  const boxIds = find('boxId')
  if (boxIds && getShare(boxIds, 'boxId') >= 0.5) return hasRuns(boxIds) ? 'box-ranges' : 'per-box'
  const fbaIds = find('fbaId')
  const isOfOneShipment = facts.some((fact) => fact.field === 'fbaId')
  if (fbaIds || isOfOneShipment) {
    if (isRunOfCount(find)) return 'box-ranges'
    if (fbaIds) return isRowABox(fbaIds, find, info) ? 'per-box' : 'per-shipment'
    const countsBoxes = isCountedByRows(null, find, info) && (find('boxSequence') || find('trackingId'))
    return countsBoxes ? 'per-box' : 'one-shipment'
  }
  return isCarrierList(find) ? 'carrier-list' : 'none'
}

const hasRuns = (boxIds: ColumnEvidence): boolean =>
  boxIds.cells.some((cell) => cell !== null && isBoxRunLike(cell.text) && !/^U\d+$/.test(cell.text))

/** Box names such as `1-20` that span as many boxes as their row counts. */
function isRunOfCount(find: FindColumn): boolean {
  const names = find('boxSequence')
  const counts = find('boxCount')
  if (!names || !counts) return false
  const rows = names.cells
    .map((cell, at) => ({ run: cell && parseSequenceRun(cell.text), count: Number(counts.cells[at]?.text) }))
    .filter(({ run }) => run !== null)
  const fitting = rows.filter(({ run, count }) => run!.to - run!.from + 1 === count)
  return rows.length * 2 > names.filled && fitting.length * 2 > rows.length
}

/** Tracking numbers, and nothing of Amazon's beside them. */
function isCarrierList(find: FindColumn): boolean {
  const numbers = find('trackingId')
  return numbers !== null && getShare(numbers, 'trackingId') >= agreement
}

/** A sheet without a table speaks of a shipment where it says more of it than its ID. */
export function decideBareShape(facts: readonly SheetFact[]): SheetShape {
  const fields = new Set(facts.map((fact) => fact.field))
  return fields.has('fbaId') &&
    (['fc', 'boxCount', 'weight', 'mode'] as const).some((field) => fields.has(field))
    ? 'one-shipment'
    : 'none'
}

/** Shipment IDs repeat from row to row, each row has a box name or number of its own, and none counts several boxes. */
function isRowABox(fbaIds: ColumnEvidence, find: FindColumn, info: RawSheetInfo): boolean {
  const shipments = readRowShipments(fbaIds, info).filter((shipment) => shipment !== null)
  const distinct = new Set(shipments).size
  if (distinct * 3 > shipments.length * 2) return false
  if (!isCountedByRows(fbaIds, find, info)) return false
  const trackingIds = new Set(find('trackingId')?.cells.map((cell) => cell?.text))
  return find('boxSequence') !== null || trackingIds.size > distinct
}

function isCountedByRows(fbaIds: ColumnEvidence | null, find: FindColumn, info: RawSheetInfo): boolean {
  const boxCounts = find('boxCount')
  return !boxCounts || isCountOfRows(boxCounts, readRowShipments(fbaIds, info))
}

/** A row per shipment with columns for its first box, its second … is a table of boxes all the same. */
export function decideNumberedShape(columns: readonly LayoutColumn[], shape: SheetShape): SheetShape {
  const boxes = columns.filter(
    ({ box, field }) => box !== undefined && (field === 'trackingId' || field === 'boxId'),
  )
  return boxes.length > 1 && (shape === 'per-shipment' || shape === 'per-box' || shape === 'one-shipment')
    ? 'boxes-as-columns'
    : shape
}

export function collectNumbers(
  find: FindColumn,
  shape: SheetShape,
  facts: readonly SheetFact[],
  info: RawSheetInfo,
): TableNumbers {
  const declared = facts.find((fact) => fact.field === 'boxCount')?.value
  return {
    declaredCount: declared === undefined ? null : Number.parseInt(declared, 10),
    isPerBox: shape === 'per-box',
    shipments: readRowShipments(find('fbaId'), info),
    boxCounts: find('boxCount'),
    totalWeights: find('weight'),
    boxWeights: find('boxWeight'),
  }
}

const wanted: readonly ImportField[] = ['fc', 'mode']

/** Fields the desk needs that neither a column nor a line above the table gives. */
export function listMissing(
  shape: SheetShape,
  columns: ReadonlySet<ImportField>,
  facts: readonly SheetFact[],
): ImportField[] {
  const has = (field: ImportField): boolean =>
    columns.has(field) || facts.some((fact) => fact.field === field)
  if (isAmazonShape(shape) || isForeignShape(shape)) return []
  const missing = wanted.filter((field) => !has(field))
  if ((shape === 'per-box' || shape === 'box-ranges') && !has('boxId')) missing.unshift('boxId')
  if (!has('fbaId') && !has('boxId')) missing.unshift('fbaId')
  return missing
}
