import type { TemplateProblem } from '../../shared/domain/file-problem.ts'
import { formatCellAddress, type RawCellValue, type RawRow } from '../../shared/domain/sheet/raw-cell.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { writeWorkbook } from './workbook-writer.ts'
import { openWorkbook } from './xlsx-reader.ts'
import { createSheetCollector } from './xlsx-sheet.ts'

/**
 * Amazon's "upload tracking IDs in bulk" workbook: one per FBA shipment, small parcel only. Texts and places
 * as in a public copy of Amazon's file (repository josephlee-MM/fba-tracking-app; read November 2026).
 */
const sheetName = 'TrackingIDs'
const shipmentRow = 4
const headingRow = 7
const firstBoxRow = 8
const instructions = [
  'a. Do not add, remove, modify, or move the system-generated FBA box label IDs in column A of the Excel spreadsheet. FBA box label IDs must remain in column A and start on row 8.',
  'b. Ensure the carrier tracking IDs entered in column B map to the correct FBA box label IDs.',
  'Note: You may experience errors if you enter information outside of columns A and B in the Excel spreadsheet.',
] as const
const rule = '-'.repeat(40)

export interface TrackedBox {
  boxId: string
  trackingId: string
}

/** Amazon's layout made from a box list; whether Seller Central takes a file it did not make is not known. */
export function buildTrackingWorkbook(shipment: {
  shipmentId: string
  boxes: readonly TrackedBox[]
}): Uint8Array {
  return writeWorkbook([
    {
      name: sheetName,
      rows: [
        ['Instructions', instructions[0]],
        [null, instructions[1]],
        [null, instructions[2]],
        ['Shipment ID', shipment.shipmentId],
        ['', ''],
        [rule, rule],
        ['Amazon FBA box label number', 'Tracking #'],
        ...shipment.boxes.map(({ boxId, trackingId }) => [boxId, trackingId]),
      ],
      columnWidths: [25.875, 100.875],
      textColumns: [1],
      rowHeights: new Map([[1, 40]]),
      merges: [{ top: 1, left: 0, bottom: 3, right: 0 }],
    },
  ])
}

export interface TrackingWorkbookBox {
  boxId: string
  /** As stored, also where somebody typed it as a number; null where the cell is empty. */
  trackingId: string | null
  /** 1-based. */
  row: number
}

export interface TrackingWorkbook {
  shipmentId: string
  boxes: TrackingWorkbookBox[]
  /** Name of the part that holds the sheet. */
  part: string
}

const refuseLayout = (column: number, row: number) =>
  fail<TemplateProblem>({ kind: 'not-that-layout', cell: formatCellAddress(column, row) })

const isText = (cell: RawCellValue | undefined): cell is string => typeof cell === 'string'

function readTrackingId(cell: RawCellValue | undefined): Result<string | null, null> {
  if (cell == null) return ok(null)
  if (isText(cell)) return ok(cell)
  return cell.isFormula || cell.type === 'error' ? fail(null) : ok(cell.raw)
}

function checkDuplicates(boxes: readonly TrackingWorkbookBox[]): TemplateProblem | null {
  const rows = new Map<string, number>()
  for (const { boxId, row } of boxes) {
    const before = rows.get(boxId)
    if (before !== undefined) {
      return { kind: 'duplicate-box', boxId, cells: [before, row].map((each) => formatCellAddress(0, each)) }
    }
    rows.set(boxId, row)
  }
  return null
}

function readLayout(rows: readonly RawRow[], part: string): Result<TrackingWorkbook, TemplateProblem> {
  const cellsByRow = new Map(rows.map(({ row, cells }) => [row, cells]))
  const shipmentId = cellsByRow.get(shipmentRow)?.[1]
  if (!isText(shipmentId)) return refuseLayout(1, shipmentRow)
  for (const column of [0, 1]) {
    if (!isText(cellsByRow.get(headingRow)?.[column])) return refuseLayout(column, headingRow)
  }
  const boxes: TrackingWorkbookBox[] = []
  for (const { row, cells } of rows) {
    if (row < firstBoxRow || (cells[0] == null && cells[1] == null)) continue
    const boxId = cells[0]
    if (!isText(boxId)) return refuseLayout(0, row)
    const trackingId = readTrackingId(cells[1])
    if (!trackingId.ok) return refuseLayout(1, row)
    boxes.push({ boxId, trackingId: trackingId.value, row })
  }
  if (boxes.length === 0) return refuseLayout(0, firstBoxRow)
  const duplicate = checkDuplicates(boxes)
  return duplicate === null ? ok({ shipmentId, boxes, part }) : fail(duplicate)
}

/** Recognises a client's downloaded file by its layout, and reads back what was written. */
export async function readTrackingWorkbook(
  bytes: Uint8Array,
): Promise<Result<TrackingWorkbook, TemplateProblem>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { parts, worksheets, sharedStrings, formats } = await openWorkbook(buffer, fileLimits)
    const sheet = worksheets.find(({ name }) => name === sheetName)
    if (sheet === undefined) return fail({ kind: 'not-that-layout' })
    const rows: RawRow[] = []
    await parts.walkPart(
      sheet.part,
      createSheetCollector({
        entry: sheet.part,
        sharedStrings,
        formats,
        limits: fileLimits,
        allocated: { cells: 0 },
        onRow: (row) => rows.push(row),
      }),
    )
    return readLayout(rows, sheet.part)
  } catch (error) {
    if (error instanceof FileRefusal) return fail({ kind: 'unreadable-file', problem: error.problem })
    throw error
  }
}
