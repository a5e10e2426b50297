import { findBoxesAcross, type BoxesAcross } from './boxes-across.ts'
import { applyColumnChoice } from './column-choice.ts'
import { detectLayout, layOutAcross } from './detect-layout.ts'
import type { ShipmentGrouper } from './group-shipments.ts'
import type { ImportField } from './import-field.ts'
import { findBoxContentHeading, listHeadingBoxes } from './known-table.ts'
import { createRowMapper, type RowMapper } from './map-rows.ts'
import type { RawRow, RawSheetInfo } from './raw-cell.ts'
import { readRowFacts } from './sheet-facts.ts'
import { makeBoxRow, makeFactsRow } from './made-rows.ts'
import { createSheetCounter, type SheetNotice } from './sheet-notices.ts'
import { isForeignShape, type LayoutMemory, type SheetLayout } from './sheet-layout.ts'
import { countFirstTable, isBreak, startsOtherTable } from './table-start.ts'

/** A column's field as the user chose it; `sheet` is the table's place in the file. */
export interface ColumnChoice {
  sheet: number
  column: number
  field: ImportField | null
}

/** A table of a sheet, read and understood. */
export interface ReadTable {
  /** Its place among the tables of the file. */
  index: number
  info: RawSheetInfo
  layout: SheetLayout
  /** What is to be known of its sheet; said with the sheet's first table. */
  notices: SheetNotice[]
  /** First rows, for the raw view. */
  preview: RawRow[]
  rows: number
  skipped: { blank: number; totals: number; held: number }
}

export interface SheetReaderOptions {
  /** Place of the sheet's first table among the tables of the file. */
  firstIndex: number
  memory: LayoutMemory
  choices: readonly ColumnChoice[]
  grouper: ShipmentGrouper
  /** What is known of the sheet before its rows, where nothing behind them will change it: else they all wait. */
  info: RawSheetInfo | null
}

export interface SheetReader {
  add: (rows: readonly RawRow[]) => void
  /** The tables of the sheet, in their order; one without a table where it has none. */
  finish: (info: RawSheetInfo) => ReadTable[]
}

/** Rows that a table's headings and contents are judged by. */
const headRows = 400
const previewRows = 60

interface OpenTable {
  read: Omit<ReadTable, 'info' | 'notices'>
  map: RowMapper | null
}

/** Understands the rows of one sheet, in their order, and hands what they say to the grouper. */
export function createSheetReader(options: SheetReaderOptions): SheetReader {
  const { firstIndex, memory, choices, grouper, info: early } = options
  const tables: OpenTable[] = []
  // A workbook's sheets all have names.
  const counter = createSheetCounter(early?.name === '')
  let open: OpenTable | null = null
  let isWhole = early === null
  let buffer: RawRow[] = []
  /** Lines that speak of every table of the sheet, and those since the last row of data, which speak of the next. */
  let shared: RawRow[] = []
  let recent: RawRow[] = []
  /** The heading that opened the newest table: it opens no further one. */
  let splitAt = 0
  /** Whether a sum or a line for the next block has come since the last row of data. */
  let isAfterBreak = false

  /** What was chosen for a table holds for those with the same headings below it too. */
  const choose = (layout: SheetLayout, index: number): SheetLayout =>
    choices
      .filter(
        ({ sheet }) =>
          sheet === index || tables[sheet - firstIndex]?.read.layout.fingerprint === layout.fingerprint,
      )
      .reduce((known, choice) => applyColumnChoice(known, choice.column, choice.field), layout)

  const openTable = (detected: SheetLayout, info: RawSheetInfo, preview: RawRow[]): OpenTable => {
    const index = firstIndex + tables.length
    const layout = choose(detected, index)
    const map = isForeignShape(layout.shape) ? null : createRowMapper(layout, info)
    const table = {
      read: { index, layout, preview, rows: 0, skipped: { blank: 0, totals: 0, held: 0 } },
      map,
    }
    tables.push(table)
    return table
  }

  const take = ({ read, map }: OpenTable, row: RawRow): void => {
    read.rows += 1
    const mapped = map?.(row)
    if (!mapped) return
    if ('skipped' in mapped) {
      if (mapped.skipped !== 'heading') read.skipped[mapped.skipped] += 1
      if (mapped.skipped !== 'blank') isAfterBreak ||= isBreak(row)
      if (mapped.skipped === 'heading' && row.row > read.layout.headingRow) recent.push(row)
    } else {
      if (mapped.isHeld) read.skipped.held += 1
      isAfterBreak = false
      recent = []
    }
    grouper.add(read.index, mapped)
  }

  /** Takes a row of a table that is understood; false where it is the heading of another, which it then opens. */
  const takeOrSplit = (table: OpenTable, row: RawRow): boolean => {
    const { layout, preview } = table.read
    if (row.row > Math.max(layout.headingRow, splitAt) && startsOtherTable(row, layout, isAfterBreak)) {
      open = null
      table.read.preview = preview.filter((line) => line.row < row.row)
      splitAt = row.row
      isAfterBreak = false
      buffer = [...shared, ...recent, row]
      recent = []
      return false
    }
    if (preview.length < previewRows && preview.at(-1)!.row < row.row) preview.push(row)
    take(table, row)
    return true
  }

  const understand = (info: RawSheetInfo): void => {
    const waiting = buffer
    buffer = []
    const head = waiting.slice(0, headRows)
    const layout = detectLayout(info, head.slice(0, countFirstTable(head)), memory)
    if (layout.shape === 'none' && tables.length > 0) return
    open = openTable(layout, info, waiting.slice(0, previewRows))
    if (layout.shape === 'one-shipment' && layout.columns.length === 0)
      grouper.add(open.read.index, makeFactsRow(layout, info))
    if (layout.shape === 'classic-shipment') addHeadingBoxes(layout, open, info)
    if (tables.length === 1) shared = listSharedLines(waiting, layout.headingRow)
    const { length } = waiting
    let at = 0
    // Lines carried from above have been taken with the table before.
    while (at < length && waiting[at]!.row < splitAt) at += 1
    const table = open
    while (at < length && takeOrSplit(table, waiting[at]!)) at += 1
    // The heading that opened another table is in the buffer already.
    for (at += 1; at < length; at += 1) buffer.push(waiting[at]!)
  }

  const addHeadingBoxes = (layout: SheetLayout, table: OpenTable, info: RawSheetInfo): void => {
    const headings: string[] = []
    for (const column of layout.columns) headings[column.index] = column.heading
    for (const box of listHeadingBoxes(Array.from(headings, (heading) => heading ?? '')))
      grouper.add(table.read.index, makeBoxRow(box, layout, info))
  }

  const takeBlocks = (blocks: readonly BoxesAcross[], info: RawSheetInfo): void => {
    const rows = buffer
    buffer = []
    let from = 0
    for (const block of blocks) {
      const above = rows.filter((row) => row.row > from && row.row < block.firstRow)
      from = block.lastRow
      const layout = layOutAcross(block, above, info, memory)
      const table = openTable(
        layout,
        { ...info, merges: [] },
        [block.labels, ...block.boxes].slice(0, previewRows),
      )
      for (const row of block.boxes) take(table, row)
    }
  }

  return {
    add(rows) {
      counter.add(rows)
      for (const row of rows) {
        if (open) takeOrSplit(open, row)
        else {
          buffer.push(row)
          if (buffer.length === headRows) isWhole ||= mayStandAcross(buffer)
          if (!isWhole && buffer.length >= headRows) understand(early!)
        }
      }
    },
    finish(info) {
      const blocks = tables.length === 0 && buffer.length > 0 ? findBoxesAcross(buffer) : []
      if (blocks.length > 0) takeBlocks(blocks, info)
      while (buffer.length > 0 || tables.length === 0) understand(info)
      const [{ read: first }] = tables as [OpenTable, ...OpenTable[]]
      const heading = first.preview.find(({ row }) => row === first.layout.headingRow)
      const notices = counter.list(info, tables.length === 1 ? (heading?.cells.length ?? 0) : 0)
      return tables.map(({ read }, at) => ({ ...read, info, notices: at === 0 ? notices : [] }))
    },
  }
}

/** Lines above the first table that come before any shipment is named. */
function listSharedLines(rows: readonly RawRow[], headingRow: number): RawRow[] {
  const lines = rows.filter((row) => row.row < headingRow && readRowFacts(row).length > 0)
  const named = lines.findIndex((row) => readRowFacts(row).some((fact) => fact.field === 'fbaId'))
  return named === -1 ? [] : lines.slice(0, named)
}

/** Boxes that stand side by side are told in lines that may come last. */
const mayStandAcross = (rows: readonly RawRow[]): boolean =>
  findBoxContentHeading(rows) !== null || findBoxesAcross(rows).length > 0
