import type { FileProblem } from '../../shared/domain/file-problem.ts'
import { createShipmentGrouper } from '../../shared/domain/sheet/group-shipments.ts'
import type { RawRow, RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import {
  createSheetReader,
  type ReadTable,
  type SheetReader,
} from '../../shared/domain/sheet/sheet-reader.ts'
import { emptyMemory, type LayoutMemory } from '../../shared/domain/sheet/sheet-layout.ts'
import type { EncodingPreview } from '../../shared/domain/sheet/text-encodings.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { DraftChoices, DraftContent } from '../engine/draft-desk.ts'
import { parseInChild } from '../files/parser-client.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import type { TableFile } from '../files/table-sink.ts'
import { getLayoutMemory } from './layout-memory.ts'

interface ReadOptions {
  signal?: AbortSignal
  /** Is told what a text could be read as, also when it is refused. */
  onEncodings?: (previews: EncodingPreview[]) => void
}

/**
 * Reads a client's file in the parser process and understands it row by row by what was learned from this client; the
 * file's rows are not kept.
 */
export function readClientFile(
  { startParser, store }: CommandContext,
  file: TableFile,
  choices: DraftChoices,
  { clientName, ...options }: ReadOptions & { clientName: string | null },
): Promise<Result<DraftContent, FileProblem>> {
  const memory = getLayoutMemory(store, clientName)
  return readWithMemory(startParser, file, choices, { ...options, memory, readAs: clientName })
}

interface ReadWithMemory extends ReadOptions {
  memory?: LayoutMemory
  readAs?: string | null
  /** Sees every row as it is read, with the place of its sheet in the file. */
  onRow?: (sheetIndex: number, row: RawRow) => void
}

/** Reads a file with what is remembered and nothing of a database. */
export async function readWithMemory(
  startParser: StartParser,
  file: TableFile,
  choices: DraftChoices,
  { memory = emptyMemory, readAs = null, signal, onEncodings, onRow }: ReadWithMemory,
): Promise<Result<DraftContent, FileProblem>> {
  const grouper = createShipmentGrouper()
  const sheets: ReadTable[] = []
  let reader: SheetReader | null = null
  const openSheet = (info: RawSheetInfo | null = null) =>
    createSheetReader({ firstIndex: sheets.length, memory, choices: choices.columns, grouper, info })
  const parsed = await parseInChild(
    startParser,
    file,
    {
      begin(info) {
        reader = openSheet(info)
      },
      rows(sheetIndex, rows) {
        reader ??= openSheet()
        reader.add(rows)
        if (onRow) for (const row of rows) onRow(sheetIndex, row)
      },
      sheet(info) {
        sheets.push(...(reader ?? openSheet()).finish(info))
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
    readAs,
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
