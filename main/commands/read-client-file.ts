import { open } from 'node:fs/promises'
import { getLayouts } from '../../db/imports.ts'
import { applyColumnChoice } from '../../shared/domain/sheet/column-choice.ts'
import { detectLayout } from '../../shared/domain/sheet/detect-layout.ts'
import type { FileProblem } from '../../shared/domain/file-problem.ts'
import { createShipmentGrouper, type ShipmentGrouper } from '../../shared/domain/sheet/group-shipments.ts'
import { createRowMapper, type RowMapper } from '../../shared/domain/sheet/map-rows.ts'
import type { RawRow, RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import { createSheetCounter } from '../../shared/domain/sheet/sheet-notices.ts'
import type { RememberedLayout, SheetLayout } from '../../shared/domain/sheet/sheet-layout.ts'
import type { EncodingPreview } from '../../shared/domain/sheet/text-encodings.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { DraftChoices, DraftContent, ReadSheet } from '../engine/draft-desk.ts'
import { detectContentType } from '../files/file-content.ts'
import { parseInChild } from '../files/parser-client.ts'
import type { TableFile } from '../files/table-sink.ts'

/** Rows that a table's headings and contents are judged by. */
const headRows = 400
const previewRows = 60

/**
 * Reads a client's file in the parser process and understands it row by row; the file's rows are not kept.
 * `onEncodings` is told what a text could be read as, also when it is refused.
 */
export async function readClientFile(
  context: CommandContext,
  file: TableFile,
  choices: DraftChoices,
  signal?: AbortSignal,
  onEncodings?: (previews: EncodingPreview[]) => void,
): Promise<Result<DraftContent, FileProblem>> {
  const grouper = createShipmentGrouper()
  const memory: RememberedLayout[] = getLayouts(context.store).toReversed()
  // A workbook names its merged cells behind its rows, so a sheet is understood when it is whole; text as it comes.
  const bufferRows = (await isWorkbook(file)) ? Number.POSITIVE_INFINITY : headRows
  const sheets: ReadSheet[] = []
  let reader: SheetReader | null = null
  const openSheet = () => createSheetReader(sheets.length, memory, choices, grouper, bufferRows)
  const parsed = await parseInChild(
    context.startParser,
    file,
    {
      rows(_sheetIndex, rows) {
        reader ??= openSheet()
        reader.add(rows)
      },
      sheet(info) {
        sheets.push((reader ?? openSheet()).finish(info))
        reader = null
      },
      ...(onEncodings ? { encodings: onEncodings } : {}),
    },
    {
      ...(signal ? { signal } : {}),
      ...(choices.encoding === undefined ? {} : { encoding: choices.encoding, marksUnreadable: true }),
    },
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

/** By its first bytes, as the reader decides too; a table in markup is no plain text either. */
async function isWorkbook(file: TableFile): Promise<boolean> {
  const head = Buffer.alloc(64)
  if ('bytes' in file) head.set(file.bytes.subarray(0, head.length))
  else {
    const handle = await open(file.path)
    try {
      await handle.read(head, 0, head.length, 0)
    } finally {
      await handle.close()
    }
  }
  return detectContentType(head) !== 'text' || /^[\s\0\xef\xbb\xbf\xff\xfe]*</.test(head.toString('latin1'))
}

interface SheetReader {
  add(rows: RawRow[]): void
  finish(info: RawSheetInfo): ReadSheet
}

function createSheetReader(
  index: number,
  memory: readonly RememberedLayout[],
  choices: DraftChoices,
  grouper: ShipmentGrouper,
  bufferRows: number,
): SheetReader {
  const preview: RawRow[] = []
  let buffer: RawRow[] = []
  let rowCount = 0
  let understood: { layout: SheetLayout; map: RowMapper } | null = null
  const skipped = { blank: 0, totals: 0, held: 0 }
  const counter = createSheetCounter(Number.isFinite(bufferRows))

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
      counter.add(rows)
      if (preview.length < previewRows) preview.push(...rows.slice(0, previewRows - preview.length))
      if (understood) {
        for (const row of rows) take(row, understood.map)
        return
      }
      // One by one: a spread of a whole sheet would overflow the stack.
      for (const row of rows) buffer.push(row)
      if (buffer.length >= bufferRows) understand(makePlainInfo())
    },
    finish(info) {
      const { layout } = understood ?? understand(info)
      const heading = preview.find(({ row }) => row === layout.headingRow)
      const notices = counter.list(info, heading?.cells.length ?? 0)
      return { index, info, layout, notices, preview, rows: rowCount, skipped }
    },
  }
}

/** What a text file's only sheet is known to be before its end. */
const makePlainInfo = (): RawSheetInfo => ({
  name: '',
  isHidden: false,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
})
