import type { ColumnEvidence } from './column-evidence.ts'
import { normalizeHeading } from './heading-dictionary.ts'
import { getShare, isCountOfRows, type TableNumbers } from './heading-traps.ts'
import type { ImportField } from './import-field.ts'
import type { RawSheetInfo } from './raw-cell.ts'
import type { SheetFact, SheetShape } from './sheet-layout.ts'

export type FindColumn = (field: ImportField) => ColumnEvidence | null

/**
 * Amazon's "Upload tracking IDs in bulk" workbook: box labels in column A, tracking IDs in column B, the shipment above.
 * Source: a public copy of the template, read November 2026.
 */
export function isTrackingWorkbook(headings: readonly string[], facts: readonly SheetFact[]): boolean {
  return (
    normalizeHeading(headings[0] ?? '') === 'amazonfbaboxlabelnumber' &&
    normalizeHeading(headings[1] ?? '') === 'tracking' &&
    facts.some((fact) => fact.field === 'fbaId')
  )
}

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

/** What a row of the table is: a box, a shipment, or nothing we import. */
export function decideShape(find: FindColumn, facts: readonly SheetFact[], info: RawSheetInfo): SheetShape {
  const boxIds = find('boxId')
  if (boxIds && getShare(boxIds, 'boxId') >= 0.5) return 'per-box'
  const fbaIds = find('fbaId')
  if (fbaIds) return isRowABox(fbaIds, find, info) ? 'per-box' : 'per-shipment'
  if (!facts.some((fact) => fact.field === 'fbaId')) return 'none'
  const countsBoxes = isCountedByRows(null, find, info) && (find('boxSequence') || find('trackingId'))
  return countsBoxes ? 'per-box' : 'per-shipment'
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

export function collectNumbers(find: FindColumn, shape: SheetShape, info: RawSheetInfo): TableNumbers {
  return {
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
  if (shape === 'tracking-workbook') return []
  const missing = wanted.filter((field) => !has(field))
  if (shape === 'per-box' && !has('boxId')) missing.unshift('boxId')
  if (!has('fbaId') && !has('boxId')) missing.unshift('fbaId')
  return missing
}
