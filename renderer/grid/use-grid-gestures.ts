import { type EditTarget, getStoredText, planEdits } from './grid-edits.ts'
import { type CellRange, getRange, type GridBounds } from './grid-selection.ts'
import { isRowTicked, setTicks, toggleAllTicks } from './grid-ticks.ts'
import type { EditGesture, GridColumn, GridProps } from './grid-types.ts'
import type { EditSession } from './use-cell-editor.ts'
import type { EditControl } from './use-grid-edits.ts'
import type { SelectionControl } from './use-grid-selection.ts'

export interface GridGestures<Row> {
  /** The rows and columns of a range, loading what is missing; undefined if they cannot be had. */
  loadTarget: (range: CellRange) => Promise<EditTarget<Row> | undefined>
  /** Writes a typed text into the one cell an editor was opened on. */
  commit: (session: EditSession, text: string) => void
  /** Writes one text into every selected cell. */
  fillWith: (text: string) => void
  fillDown: () => void
  clear: (gesture: 'clear' | 'cut') => void
  /** Ticks the selected rows, or unticks them if the first is ticked. */
  tickSelected: () => void
  tickRows: (firstRow: number, lastRow: number, isTicked: boolean) => void
  tickAll: () => void
}

export function useGridGestures<Row>(
  props: GridProps<Row>,
  columns: readonly GridColumn<Row>[],
  bounds: GridBounds,
  selection: SelectionControl,
  edits: EditControl,
): GridGestures<Row> {
  const { source, getRowKey, ticks, onTicksChange } = props

  const getSelectedRange = (): CellRange | undefined =>
    bounds.rowCount > 0 ? getRange(selection.get()) : undefined

  const loadTarget = async (range: CellRange): Promise<EditTarget<Row> | undefined> => {
    try {
      const rows = await source.loadRows(range.firstRow, range.lastRow)
      const chosen = columns.slice(range.firstColumn, range.lastColumn + 1)
      return { firstRow: range.firstRow, rows, columns: chosen, getRowKey }
    } catch (cause) {
      props.onLoadFailed?.(cause)
      return undefined
    }
  }

  const write = (text: string, gesture: EditGesture) => {
    const range = getSelectedRange()
    if (!range) return
    edits.enqueue(async () => {
      const target = await loadTarget(range)
      if (target) await edits.apply(planEdits(target, () => text).edits, gesture)
    })
  }

  const fillDown = () => {
    const selected = getSelectedRange()
    if (!selected) return
    const isOneRow = selected.firstRow === selected.lastRow
    const range = isOneRow ? { ...selected, firstRow: selected.firstRow - 1 } : selected
    if (range.firstRow < 0) return
    edits.enqueue(async () => {
      const target = await loadTarget(range)
      const first = target?.rows[0]
      if (!target || first === undefined) return
      const texts = target.columns.map((column) => getStoredText(column, first))
      const below = { ...target, firstRow: target.firstRow + 1, rows: target.rows.slice(1) }
      await edits.apply(planEdits(below, (_, columnOffset) => texts[columnOffset]).edits, 'fill')
    })
  }

  const commit = ({ cell, rowKey }: EditSession, text: string) => {
    const column = columns[cell.column]!
    const row = source.getRow(cell.row)
    const isSameRow = row !== undefined && getRowKey(row) === rowKey
    if (isSameRow && text === getStoredText(column, row)) return
    const edit = { rowIndex: cell.row, rowKey, columnId: column.id, text: column.parseEntry?.(text) ?? text }
    edits.enqueueEntry(() => edits.apply([edit], 'edit'))
  }

  const tickRows = (firstRow: number, lastRow: number, isTicked: boolean) => {
    if (!ticks || !onTicksChange) return
    source.loadRows(firstRow, lastRow).then(
      (rows) => onTicksChange(setTicks(ticks, rows.map(getRowKey), isTicked)),
      (cause: unknown) => props.onLoadFailed?.(cause),
    )
  }

  const tickSelected = () => {
    const range = getSelectedRange()
    const first = range && source.getRow(range.firstRow)
    if (!range || !ticks || !onTicksChange) return
    const isTicked = first !== undefined && isRowTicked(ticks, getRowKey(first))
    const coversAll = range.firstRow === 0 && range.lastRow === bounds.rowCount - 1 && range.lastRow > 0
    if (coversAll) onTicksChange(toggleAllTicks(ticks, bounds.rowCount))
    else tickRows(range.firstRow, range.lastRow, !isTicked)
  }

  return {
    loadTarget,
    commit,
    fillWith: (text) => write(text, 'fill'),
    fillDown,
    clear: (gesture) => write('', gesture),
    tickSelected,
    tickRows,
    tickAll: () => ticks && onTicksChange?.(toggleAllTicks(ticks, bounds.rowCount)),
  }
}
