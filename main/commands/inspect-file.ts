import type { FileProblem } from '../../shared/domain/file-problem.ts'
import type { CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import { getCellRaw, type RawRow } from '../../shared/domain/sheet/raw-cell.ts'
import {
  isForeignShape,
  type ColumnReason,
  type LayoutColumn,
  type SheetLayout,
  type SheetShape,
} from '../../shared/domain/sheet/sheet-layout.ts'
import type { ReadTable } from '../../shared/domain/sheet/sheet-reader.ts'
import type { DraftContent } from '../engine/draft-desk.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import { readWithMemory } from './read-client-file.ts'
import { countQuestions, hasShipments } from './summarize-draft.ts'

export interface InspectedColumn {
  /** Null for a field that no column gives. */
  heading: string | null
  field: string | null
  verdict: LayoutColumn['verdict'] | 'missing'
  reason: ColumnReason | null
}

/** One table; a sheet with several tables stands here several times. */
export interface InspectedSheet {
  name: string
  encoding: string | null
  shape: SheetShape
  headingRow: number
  columns: InspectedColumn[]
  /** Stored texts of the sheet's rows, where they were asked for. */
  rows?: string[][]
}

export interface Inspection {
  file: string
  verdict: 'ok' | 'ask' | 'refused'
  problems: Pick<CellProblem, 'kind' | 'level' | 'sheet' | 'cell' | 'value'>[]
  sheets: InspectedSheet[]
}

/** What an import would make of a file, without any database: nothing is remembered and nothing is compared. */
export async function inspectFile(
  startParser: StartParser,
  place: string,
  wantsRows: boolean,
): Promise<{ inspection: Inspection; content: DraftContent } | { refused: FileProblem }> {
  const rows: string[][][] = []
  const onRow = (sheet: number, row: RawRow) => void (rows[sheet] ??= []).push(row.cells.map(getCellRaw))
  const choices = { columns: [], acceptsAll: false }
  const read = await readWithMemory(startParser, { path: place }, choices, wantsRows ? { onRow } : {})
  if (!read.ok) return { refused: read.problem }
  const { value: content } = read
  const isAsking =
    countQuestions({ content, choices }) > 0 || content.sheets.some(({ skipped }) => skipped.held > 0)
  const inspection: Inspection = {
    file: place,
    verdict: !hasShipments(content) ? 'refused' : isAsking ? 'ask' : 'ok',
    problems: content.problems.map(({ kind, level, sheet, cell, value }) => ({
      kind,
      level,
      sheet,
      cell,
      value,
    })),
    sheets: content.sheets.map((table) => describeTable(table, content, wantsRows ? rows : null)),
  }
  return { inspection, content }
}

function describeTable(
  { info, layout }: ReadTable,
  { encoding, sheets }: DraftContent,
  rows: readonly string[][][] | null,
): InspectedSheet {
  const sheetIndex = [...new Set(sheets.map((table) => table.info))].indexOf(info)
  return {
    name: info.name,
    encoding,
    shape: layout.shape,
    headingRow: layout.headingRow,
    columns: [...layout.columns.map(describeColumn), ...listMissing(layout)],
    ...(rows && { rows: rows[sheetIndex] ?? [] }),
  }
}

const describeColumn = ({ heading, field, verdict, reason }: LayoutColumn): InspectedColumn => ({
  heading,
  field,
  verdict,
  reason,
})

const listMissing = ({ shape, missing }: SheetLayout): InspectedColumn[] =>
  shape === 'none' || isForeignShape(shape)
    ? []
    : missing.map((field) => ({ heading: null, field, verdict: 'missing', reason: null }))
