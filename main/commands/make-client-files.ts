import { getFileBytes } from '../../db/imports.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import {
  exportColumns,
  listBoxes,
  listPros,
  listShipments,
  planClientFiles,
  type ExportCell,
  type ExportedShipment,
  type ExportFileKind,
} from '../../shared/domain/export-plan.ts'
import { getCellRaw, type RawRow } from '../../shared/domain/sheet/raw-cell.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readTable } from '../files/read-table.ts'
import { fillTrackingTemplate } from '../files/tracking-template.ts'
import { buildTrackingWorkbook, readTrackingWorkbook } from '../files/tracking-workbook.ts'
import { writeWorkbook, type WorkbookSheet } from '../files/workbook-writer.ts'
import type { ClientExport } from './gather-export.ts'

export interface MadeFile {
  path: string
  kind: ExportFileKind
  shipments: ExportedShipment[]
  bytes: Uint8Array
}

/** Builds a client's files in memory. */
export async function makeClientFiles(
  store: Store,
  entry: ClientExport,
): Promise<Result<MadeFile[], CallProblem>> {
  const made: MadeFile[] = []
  for (const file of planClientFiles(entry.shipments)) {
    const bytes =
      file.kind === 'tracking-workbook'
        ? await makeTrackingWorkbook(store, file.shipments[0]!)
        : ok(writeWorkbook(listSheets(file.kind, file.shipments)))
    if (!bytes.ok) return bytes
    made.push({ ...file, bytes: bytes.value })
  }
  return ok(made)
}

const getPairs = ({ boxes }: ExportedShipment) =>
  boxes.map((box) => ({ boxId: box.boxId ?? '', trackingId: box.trackingId ?? '' }))

async function makeTrackingWorkbook(
  store: Store,
  entry: ExportedShipment,
): Promise<Result<Uint8Array, CallProblem>> {
  const { fbaId } = entry.shipment
  const pairs = getPairs(entry)
  const template = entry.templateSha256 === null ? null : getFileBytes(store, entry.templateSha256)
  if (!template) return ok(buildTrackingWorkbook({ shipmentId: fbaId, boxes: pairs }))
  const filled = await fillTrackingTemplate(
    template,
    fbaId,
    new Map(pairs.map((pair) => [pair.boxId, pair.trackingId])),
  )
  return filled.ok ? filled : fail({ kind: 'template-refused', fbaId, problem: filled.problem })
}

const widths = {
  proList: [18, 16, 22, 8, 26, 8, 18, 8],
  master: [18, 8, 8, 22, 8, 26, 16, 18, 22, 22, 8, 16, 16],
}
const boxWidths = [18, 6, 24, 26, 12]

function listSheets(
  kind: Exclude<ExportFileKind, 'tracking-workbook'>,
  shipments: ExportedShipment[],
): WorkbookSheet[] {
  const sheet = (
    name: string,
    headings: readonly string[],
    rows: ExportCell[][],
    columnWidths: number[],
  ) => ({
    name,
    rows: [headings, ...rows],
    columnWidths,
    headerRows: 1,
  })
  if (kind === 'pro-list')
    return [sheet('PRO numbers', exportColumns.proList, listPros(shipments), widths.proList)]
  return [
    sheet('Shipments', exportColumns.master, listShipments(shipments), widths.master),
    sheet('Boxes', exportColumns.boxes, listBoxes(shipments), boxWidths),
  ]
}

/** Reads every file back as a stranger would and compares it with the data; names the first difference, or null. */
export async function verifyClientFiles(
  entry: ClientExport,
  files: readonly MadeFile[],
): Promise<string | null> {
  for (const file of files) {
    const difference =
      file.kind === 'tracking-workbook'
        ? await verifyTrackingWorkbook(file)
        : await verifySheets(file, listSheets(file.kind, file.shipments))
    if (difference !== null) return `${entry.folder}/${file.path}: ${difference}`
  }
  return null
}

async function verifyTrackingWorkbook({ bytes, shipments }: MadeFile): Promise<string | null> {
  const read = await readTrackingWorkbook(bytes)
  if (!read.ok) return read.problem.kind
  const pairs = getPairs(shipments[0]!)
  const found = new Map(read.value.boxes.map((box) => [box.boxId, box.trackingId]))
  if (found.size !== pairs.length) return 'box count'
  return pairs.find((pair) => (found.get(pair.boxId) ?? '') !== pair.trackingId)?.boxId ?? null
}

async function verifySheets({ bytes }: MadeFile, sheets: readonly WorkbookSheet[]): Promise<string | null> {
  const found: RawRow[][] = sheets.map(() => [])
  const read = await readTable(
    { bytes },
    { rows: (sheetIndex, rows) => void found[sheetIndex]?.push(...rows), sheet: () => {} },
  )
  if (!read.ok) return read.problem.kind
  for (const [position, sheet] of sheets.entries()) {
    for (const [index, row] of sheet.rows.entries()) {
      const cells = found[position]![index]?.cells ?? []
      const differs = row.findIndex(
        (cell, column) => getCellRaw(cells[column]) !== (cell === null ? '' : String(cell)),
      )
      if (differs >= 0) return `${sheet.name} row ${index + 1}`
    }
  }
  return null
}
