import { Parser } from 'htmlparser2'
import type { RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { isHiddenElement, lineBreak, makeHtmlCell, readSpan, type OpenHtmlCell } from './html-cell.ts'
import { createRowBuilder } from './row-builder.ts'
import { createRowQueue, type RowQueue } from './row-queue.ts'
import type { SheetFacts, TableSink } from './table-sink.ts'

const pieceChars = 64 * 1024
const unshown = new Set(['script', 'style', 'title', 'template'])
const blocks = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4'])

interface OpenTable {
  isHidden: boolean
  row: { number: number; isHidden: boolean; cells: OpenHtmlCell[] } | null
  cell: OpenHtmlCell | null
  nextColumn: number
  /** How many more rows a cell from above still fills a column for. */
  filled: Map<number, number>
}

interface HtmlHandlers {
  onopentag: (name: string, attributes: Record<string, string>) => void
  ontext: (text: string) => void
  onclosetag: (name: string, isImplied: boolean) => void
}

/**
 * The rows of all tables of a page, one below the other, go to the queue as one sheet. A table within a cell, as pages
 * use them for their frame, stands by itself.
 */
function createCollector(queue: RowQueue, limits: FileLimits): HtmlHandlers & { finish: () => void } {
  const builder = createRowBuilder(limits, { cells: 0 })
  const info: RawSheetInfo = {
    name: '',
    isHidden: false,
    merges: builder.merges,
    hiddenRows: [],
    hiddenColumns: [],
  }
  const open: OpenTable[] = []
  let rowNumber = 0
  let unshownDepth = 0
  let tables = 0

  const openTable = (attributes: Record<string, string>) => {
    tables += 1
    if (open.length >= limits.xmlDepth)
      throw new FileRefusal({ kind: 'too-deep', entry: 'table', limit: limits.xmlDepth })
    const isHidden = open.at(-1)?.isHidden === true || isHiddenElement(attributes)
    open.push({ isHidden, row: null, cell: null, nextColumn: 0, filled: new Map() })
  }
  const closeCell = (table: OpenTable) => {
    if (table.cell !== null) table.row?.cells.push(table.cell)
    table.cell = null
  }
  const closeRow = (table: OpenTable) => {
    closeCell(table)
    const { row } = table
    table.row = null
    if (row === null) return
    for (const [column, rows] of table.filled) {
      if (rows > 1) table.filled.set(column, rows - 1)
      else table.filled.delete(column)
    }
    // The rows of a table within this row have come before it.
    if (row.number !== rowNumber) rowNumber += 1
    for (const cell of row.cells) builder.place(rowNumber, cell.column, makeHtmlCell(cell))
    const taken = builder.take(rowNumber)
    if (taken === null) return
    if (row.isHidden) info.hiddenRows.push(rowNumber)
    queue.addRow(taken)
  }
  const openRow = (table: OpenTable, attributes: Record<string, string>) => {
    closeRow(table)
    rowNumber += 1
    table.row = { number: rowNumber, isHidden: table.isHidden || isHiddenElement(attributes), cells: [] }
    table.nextColumn = 0
  }
  const openCell = (table: OpenTable, attributes: Record<string, string>) => {
    closeCell(table)
    if (table.row === null) openRow(table, {})
    while (table.filled.has(table.nextColumn)) table.nextColumn += 1
    const column = table.nextColumn
    const across = readSpan(attributes['colspan'], limits.columns)
    const down = readSpan(attributes['rowspan'], limits.rows)
    if (across > 1 || down > 1)
      builder.addMerge({
        top: rowNumber,
        bottom: rowNumber + down - 1,
        left: column,
        right: column + across - 1,
      })
    // One more, because the row that is open counts as well.
    if (down > 1) for (let each = column; each < column + across; each += 1) table.filled.set(each, down)
    table.nextColumn = column + across
    table.cell = { column, number: attributes['x:num'], text: '' }
  }

  return {
    onopentag(name, attributes) {
      if (unshown.has(name)) unshownDepth += 1
      const table = open.at(-1)
      if (name === 'table') openTable(attributes)
      else if (table === undefined) return
      else if (name === 'tr') openRow(table, attributes)
      else if (name === 'td' || name === 'th') openCell(table, attributes)
      else if (table.cell !== null && blocks.has(name)) table.cell.text += lineBreak
    },
    ontext(text) {
      const cell = open.at(-1)?.cell
      if (cell == null || unshownDepth > 0) return
      cell.text += text
      if (cell.text.length > limits.cellChars * 4)
        throw new FileRefusal({ kind: 'cell-too-long', row: rowNumber, limit: limits.cellChars })
    },
    onclosetag(name, isImplied) {
      if (unshown.has(name)) unshownDepth = Math.max(0, unshownDepth - 1)
      const table = open.at(-1)
      if (table === undefined) return
      if (name === 'td' || name === 'th') closeCell(table)
      else if (name === 'tr') closeRow(table)
      else if (name === 'table') {
        // A page that ends before its table does was cut off.
        if (isImplied) throw new FileRefusal({ kind: 'damaged-xml', entry: '<table>' })
        closeRow(table)
        open.pop()
      }
    },
    finish() {
      if (tables === 0) throw new FileRefusal({ kind: 'not-a-table', found: 'html' })
      queue.endSheet(info)
    },
  }
}

/** Reads the tables of a page into the sink, as programs save them under the name of a workbook. Throws FileRefusal. */
export async function readHtmlTables(
  text: string,
  sink: TableSink,
  limits: FileLimits,
): Promise<SheetFacts[]> {
  const queue = createRowQueue(sink)
  const collector = createCollector(queue, limits)
  const parser = new Parser(collector, { decodeEntities: true })
  for (let at = 0; at < text.length; at += pieceChars) {
    parser.write(text.slice(at, at + pieceChars))
    await queue.passOn()
  }
  parser.end()
  collector.finish()
  await queue.passOn()
  return queue.facts
}
