import type { ReactNode, Ref } from 'react'
import type { RowTicks } from './grid-ticks.ts'

/**
 * Rows as the grid sees them: a known total, pages that arrive later, and a version that tells it to draw again.
 * `PagedRows` serves rows from another process, `ArrayRows` a list already in memory.
 */
export interface GridSource<Row> {
  readonly total: number
  /** Changes whenever `total` or any row has changed. */
  readonly version: number
  getRow(index: number): Row | undefined
  /** The row only if it is up to date: what leaves the grid must not be what was. */
  getCurrentRow(index: number): Row | undefined
  /** Asks for rows about to be shown; `first` and `last` are inclusive. */
  ensureRange(first: number, last: number): void
  /** All rows from `first` to `last` inclusive, loading those that are not here; rejects if they cannot be had. */
  loadRows(first: number, last: number): Promise<readonly Row[]>
  subscribe: (listener: () => void) => () => void
}

export type CellState = 'error' | 'gap' | 'changed' | 'proposed'

export interface GridColumn<Row> {
  id: string
  title: string
  /** In pixels at 100 % text size, like every width here; the grid scales it with the text. */
  width: number
  minWidth?: number | undefined
  align?: 'start' | 'end' | 'center' | undefined
  /** Frozen columns stay at the left and come first whatever their place in the list. */
  isFrozen?: boolean | undefined
  isMono?: boolean | undefined
  /** Whether a click on the heading sorts. */
  isSortable?: boolean | undefined
  /** Absent: never editable. */
  isEditable?: ((row: Row) => boolean) | undefined
  /** What is copied, and what is shown unless `render` says otherwise. */
  getText: (row: Row) => string
  /** What the editor opens with, where it differs from `getText`. */
  getEditText?: ((row: Row) => string) | undefined
  render?: ((row: Row) => ReactNode) | undefined
  getCellState?: ((row: Row) => CellState | undefined) | undefined
  /** The problem in words: tooltip, description for assistive technology, and a note while the cell is active. */
  getTitle?: ((row: Row) => string | undefined) | undefined
  /** Values offered by Alt+Down while editing; others may still be typed. */
  getChoices?: ((row: Row) => readonly string[]) | undefined
  /** Turns a pasted or typed text into the column's own spelling; without it the text is kept exactly. */
  parseEntry?: ((text: string) => string) | undefined
  /** What Ctrl+; writes. */
  getTodayText?: (() => string) | undefined
}

export type SortDirection = 'ascending' | 'descending'

export interface GridSort {
  columnId: string
  direction: SortDirection
}

export interface CellEdit {
  rowIndex: number
  rowKey: string
  columnId: string
  text: string
}

export type EditGesture = 'edit' | 'paste' | 'fill' | 'clear' | 'cut'

/** A cell by place. `rowIndex` -1 is the heading row. */
export interface CellPlace {
  rowIndex: number
  columnId: string
}

/** One rectangle of cells, ends inclusive, and the cell in it that has the cursor. */
export interface GridSelection {
  active: CellPlace
  firstRow: number
  lastRow: number
  columnIds: readonly string[]
  /** Every row and every column, as after Ctrl+A. */
  isAll: boolean
}

export interface PasteReport {
  /** Cells handed to `onEdit`. */
  cellCount: number
  /** Cells left alone because they are not editable. */
  skippedCount: number
  /** Lines that would have come after the last row, as the values for the columns from `firstColumnId` on. */
  overflowRows: readonly (readonly string[])[]
  /** Columns of the pasted block that lie beyond the last column of the grid. */
  overflowColumnCount: number
  firstColumnId: string
}

export interface CopyReport {
  rowCount: number
  columnCount: number
  /** False when the system refused the clipboard. */
  isCopied: boolean
}

/** Every word the grid shows or speaks. */
export interface GridTexts {
  tickAll: string
  tickRow: (rowLabel: string) => string
  columnMenu: string
  sortAscending: string
  sortDescending: string
  clearSort: string
  widen: string
  narrow: string
  fitWidth: string
  resetWidth: string
  choices: string
}

export interface GridHandle {
  focus(): void
  /** Moves the cursor there, scrolls it into view and takes the focus. */
  moveTo(rowIndex: number, columnId?: string): void
  /** Opens the editor on the active cell, as F2. */
  startEdit(): void
  selectAll(): void
  getSelection(): GridSelection
}

export interface GridProps<Row> {
  ref?: Ref<GridHandle> | undefined
  /** Names the grid for assistive technology. */
  label: string
  texts: GridTexts
  source: GridSource<Row>
  columns: readonly GridColumn<Row>[]
  getRowKey: (row: Row) => string
  /** Names a row in the label of its tick box; the first column's text unless given. */
  getRowLabel?: ((row: Row) => string) | undefined
  /** A dimmed row no longer matches the filter but keeps its place. */
  isRowDimmed?: ((row: Row) => boolean) | undefined
  /** Shown in place of rows when there are none. */
  emptyState?: ReactNode

  sort?: GridSort | undefined
  /** `undefined` means: back to the order of the source. */
  onSort?: ((sort: GridSort | undefined) => void) | undefined

  /** Tick boxes are shown when both are given. */
  ticks?: RowTicks | undefined
  onTicksChange?: ((ticks: RowTicks) => void) | undefined

  /** Widths by column id to start with, as `onColumnResize` reported them. */
  columnWidths?: Readonly<Record<string, number>> | undefined
  onColumnResize?: ((columnId: string, width: number) => void) | undefined

  /**
   * The one way out for every change. Only editable cells are handed over, in reading order.
   * While the promise is pending the cells show the new text; afterwards what the source says. False: not all of it
   * stands in the cells now, and why has been said.
   */
  onEdit?: ((edits: readonly CellEdit[], gesture: EditGesture) => Promise<boolean>) | undefined
  /** A paste whose cells were stored. */
  onPaste?: ((report: PasteReport) => void) | undefined
  onCopy?: ((report: CopyReport) => void) | undefined
  /** A gesture over rows that could not be loaded; nothing was changed. */
  onLoadFailed?: ((cause: unknown) => void) | undefined
  onSelectionChange?: ((selection: GridSelection) => void) | undefined
  /** Enter on a cell, or a double click on one that cannot be edited. True: handled, else Enter moves down. */
  onActivate?: ((place: CellPlace) => boolean) | undefined
  /** Right click, Shift+F10 or the menu key on a row; the point is in the window. */
  onContextMenu?: ((place: CellPlace, point: { x: number; y: number }) => void) | undefined
}
