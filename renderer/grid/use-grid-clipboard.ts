import type { ClipboardEvent } from 'react'
import { type CellBlock, parseHtmlTable, parseTsv } from './grid-clipboard.ts'
import { getPastedText, planEdits, planPasteArea } from './grid-edits.ts'
import { type CellRange, getRange, type GridBounds } from './grid-selection.ts'
import type { GridColumn, GridProps, GridSource } from './grid-types.ts'
import type { CellEditor } from './use-cell-editor.ts'
import type { EditControl } from './use-grid-edits.ts'
import type { GridGestures } from './use-grid-gestures.ts'
import type { SelectionControl } from './use-grid-selection.ts'
import { fillClipboard, writeClipboard } from './write-clipboard.ts'

/** The rows of a range if all of them are here and up to date; a copy event cannot wait. */
function getRowsAtOnce<Row>(source: GridSource<Row>, range: CellRange): Row[] | undefined {
  const rows: Row[] = []
  for (let index = range.firstRow; index <= range.lastRow; index += 1) {
    const row = source.getCurrentRow(index)
    if (row === undefined) return undefined
    rows.push(row)
  }
  return rows
}

const readClipboard = (data: DataTransfer): CellBlock | undefined => {
  const text = data.getData('text/plain')
  return text === '' ? parseHtmlTable(data.getData('text/html')) : parseTsv(text)
}

export interface GridClipboard {
  copyWithHeadings: () => void
  onCopy: (event: ClipboardEvent) => void
  onCut: (event: ClipboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

export function useGridClipboard<Row>(
  props: GridProps<Row>,
  columns: readonly GridColumn<Row>[],
  bounds: GridBounds,
  selection: SelectionControl,
  edits: EditControl,
  editor: CellEditor,
  gestures: GridGestures<Row>,
): GridClipboard {
  const getSelectedRange = (): CellRange | undefined =>
    bounds.rowCount > 0 && !editor.getSession() ? getRange(selection.get()) : undefined

  const getBlock = (range: CellRange, rows: readonly Row[], hasHeadings: boolean): CellBlock => {
    const chosen = columns.slice(range.firstColumn, range.lastColumn + 1)
    const cells = rows.map((row) => {
      const pending = edits.pending.get(props.getRowKey(row))
      return chosen.map((column) => pending?.get(column.id) ?? column.getText(row))
    })
    return hasHeadings ? [chosen.map((column) => column.title), ...cells] : cells
  }

  const report = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange, isCopied: boolean) => {
    props.onCopy?.({
      rowCount: lastRow - firstRow + 1,
      columnCount: lastColumn - firstColumn + 1,
      isCopied,
    })
  }

  const copyLater = async (range: CellRange, hasHeadings: boolean) => {
    const target = await gestures.loadTarget(range)
    if (!target) return
    report(range, await writeClipboard(getBlock(range, target.rows, hasHeadings), hasHeadings))
  }

  const copy = (event: ClipboardEvent): boolean => {
    const range = getSelectedRange()
    if (!range) return false
    event.preventDefault()
    const rows = getRowsAtOnce(props.source, range)
    if (rows) {
      fillClipboard(event.clipboardData, getBlock(range, rows, false), false)
      report(range, true)
    } else {
      edits.enqueue(() => copyLater(range, false))
    }
    return true
  }

  const paste = async (block: CellBlock, selected: CellRange) => {
    const { range, overflowRows, overflowColumnCount } = planPasteArea(block, selected, bounds)
    const target = await gestures.loadTarget(range)
    if (!target) return
    const plan = planEdits(target, (rowOffset, columnOffset) => {
      const text = getPastedText(block, rowOffset, columnOffset)
      const { parseEntry } = target.columns[columnOffset]!
      return text === undefined || !parseEntry ? text : parseEntry(text)
    })
    selection.select({ kind: 'range', range })
    if (!(await edits.apply(plan.edits, 'paste'))) return
    props.onPaste?.({
      cellCount: plan.cellCount,
      skippedCount: plan.skippedCount,
      overflowRows,
      overflowColumnCount,
      firstColumnId: columns[range.firstColumn]!.id,
    })
  }

  return {
    copyWithHeadings: () => {
      const range = getSelectedRange()
      if (range) edits.enqueue(() => copyLater(range, true))
    },
    onCopy: (event) => {
      copy(event)
    },
    onCut: (event) => {
      if (copy(event)) gestures.clear('cut')
    },
    onPaste: (event) => {
      const range = getSelectedRange()
      if (!range) return
      event.preventDefault()
      const block = readClipboard(event.clipboardData)
      if (block && props.onEdit) edits.enqueue(() => paste(block, range))
    },
  }
}
