import { getLayouts } from '../../db/imports.ts'
import { applyColumnChoice } from '../../shared/domain/sheet/column-choice.ts'
import { detectLayout } from '../../shared/domain/sheet/detect-layout.ts'
import type { FileProblem } from '../../shared/domain/file-problem.ts'
import { createShipmentGrouper, type ShipmentGrouper } from '../../shared/domain/sheet/group-shipments.ts'
import { createRowMapper, type RowMapper } from '../../shared/domain/sheet/map-rows.ts'
import type { RawRow, RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import type { RememberedLayout, SheetLayout } from '../../shared/domain/sheet/sheet-layout.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { DraftChoices, DraftContent, ReadSheet } from '../engine/draft-desk.ts'
import { parseInChild } from '../files/parser-client.ts'
import type { TableFile } from '../files/table-sink.ts'

/** Rows that a table's headings and contents are judged by. */
const headRows = 400
const previewRows = 60

/** Reads a client's file in the parser process and understands it row by row; the file's rows are not kept. */
export async function readClientFile(
  context: CommandContext,
  file: TableFile,
  choices: DraftChoices,
  signal?: AbortSignal,
): Promise<Result<DraftContent, FileProblem>> {
  const grouper = createShipmentGrouper()
  const memory: RememberedLayout[] = getLayouts(context.store).toReversed()
  const sheets: ReadSheet[] = []
  let reader: SheetReader | null = null
  const openSheet = (plainInfo?: RawSheetInfo) =>
    createSheetReader(sheets.length, memory, choices, grouper, plainInfo ?? null)
  const parsed = await parseInChild(
    context.startParser,
    file,
    {
      begin(info) {
        reader = openSheet(info)
      },
      rows(_sheetIndex, rows) {
        reader ??= openSheet()
        reader.add(rows)
      },
      sheet(info) {
        sheets.push((reader ?? openSheet()).finish(info))
        reader = null
      },
    },
    signal ? { signal } : {},
  )
  if (!parsed.ok) return parsed
  const { shipments, problems, counts } = grouper.finish()
  const shapes = sheets.map((sheet) => sheet.layout.shape).filter((shape) => shape !== 'none')
  return ok({
    sha256: parsed.value.sha256,
    encoding: parsed.value.encoding ?? null,
    sheets,
    shipments,
    problems,
    rowCount: counts.rows,
    clientNames: [
      ...new Set(shipments.map((shipment) => shipment.clientName ?? '').filter((name) => name !== '')),
    ],
    isTrackingWorkbook: shapes.length === 1 && shapes[0] === 'tracking-workbook',
  })
}

interface SheetReader {
  add(rows: RawRow[]): void
  finish(info: RawSheetInfo): ReadSheet
}

/** Merged cells are named behind a sheet's rows: unless there is word before that it has none, its rows wait. */
function createSheetReader(
  index: number,
  memory: readonly RememberedLayout[],
  choices: DraftChoices,
  grouper: ShipmentGrouper,
  plainInfo: RawSheetInfo | null,
): SheetReader {
  const preview: RawRow[] = []
  let buffer: RawRow[] = []
  let rowCount = 0
  let understood: { layout: SheetLayout; map: RowMapper } | null = null
  const skipped = { blank: 0, totals: 0, held: 0 }

  const understand = (info: RawSheetInfo) => {
    const detected = detectLayout(info, buffer.slice(0, headRows), memory)
    const layout = choices.columns
      .filter((choice) => choice.sheet === index)
      .reduce((known, choice) => applyColumnChoice(known, choice.column, choice.field), detected)
    understood = { layout, map: createRowMapper(layout, info) }
    const waiting = buffer
    buffer = []
    for (const row of waiting) take(row, understood.map)
    return understood
  }
  const take = (row: RawRow, map: RowMapper) => {
    rowCount++
    const mapped = map(row)
    if ('skipped' in mapped) {
      if (mapped.skipped !== 'heading') skipped[mapped.skipped]++
    } else if (mapped.isHeld) skipped.held++
    grouper.add(index, mapped)
  }
  return {
    add(rows) {
      if (preview.length < previewRows) preview.push(...rows.slice(0, previewRows - preview.length))
      if (understood) {
        for (const row of rows) take(row, understood.map)
        return
      }
      // One by one: a spread of a whole sheet would overflow the stack.
      for (const row of rows) buffer.push(row)
      if (plainInfo && buffer.length >= headRows) understand(plainInfo)
    },
    finish(info) {
      const { layout } = understood ?? understand(info)
      return { index, info, layout, preview, rows: rowCount, skipped }
    },
  }
}
