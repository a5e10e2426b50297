/** Row -1 is the heading row; the cursor may stand there, a range may not. */
export const headingRow = -1

export interface CellPoint {
  row: number
  column: number
}

export interface GridBounds {
  rowCount: number
  columnCount: number
  /** Rows that PageUp and PageDown move by. */
  pageRows: number
}

/** `anchor` is the active cell; `head` is the opposite corner of the range and the end that Shift moves. */
export interface SelectionState {
  anchor: CellPoint
  head: CellPoint
  /** The column in which a run of Tab entries began: Enter returns below it. */
  entryColumn?: number | undefined
}

export interface CellRange {
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

export type Direction = 'up' | 'down' | 'left' | 'right'
export type MoveTarget = Direction | 'pageUp' | 'pageDown' | `${Direction}Edge` | 'gridStart' | 'gridEnd'

export type SelectionAction =
  | { kind: 'move'; to: MoveTarget; isExtending: boolean }
  | { kind: 'point'; row: number; column: number; isExtending: boolean }
  | { kind: 'range'; range: CellRange }
  | { kind: 'rows' | 'columns' | 'all' }
  | { kind: 'enter'; isBackward: boolean }
  | { kind: 'tab'; isBackward: boolean }
  | { kind: 'endEntry' }

export const initialSelection: SelectionState = { anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } }

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

const clampPoint = (point: CellPoint, bounds: GridBounds, lowRow: number): CellPoint => ({
  row: bounds.rowCount === 0 ? headingRow : clamp(point.row, lowRow, bounds.rowCount - 1),
  column: clamp(point.column, 0, Math.max(0, bounds.columnCount - 1)),
})

type Move = (from: CellPoint, bounds: GridBounds) => CellPoint

const moves: Record<MoveTarget, Move> = {
  up: ({ row, column }) => ({ row: row - 1, column }),
  down: ({ row, column }) => ({ row: row + 1, column }),
  left: ({ row, column }) => ({ row, column: column - 1 }),
  right: ({ row, column }) => ({ row, column: column + 1 }),
  pageUp: ({ row, column }, { pageRows }) => ({ row: Math.max(Math.min(row, 0), row - pageRows), column }),
  pageDown: ({ row, column }, { pageRows }) => ({ row: row + pageRows, column }),
  upEdge: ({ row, column }) => ({ row: Math.min(row, 0), column }),
  downEdge: ({ column }, { rowCount }) => ({ row: rowCount - 1, column }),
  leftEdge: ({ row }) => ({ row, column: 0 }),
  rightEdge: ({ row }, { columnCount }) => ({ row, column: columnCount - 1 }),
  gridStart: () => ({ row: 0, column: 0 }),
  gridEnd: (_, { rowCount, columnCount }) => ({ row: rowCount - 1, column: columnCount - 1 }),
}

const single = (point: CellPoint): SelectionState => ({ anchor: point, head: point })

const isSameState = (a: SelectionState, b: SelectionState): boolean =>
  isSamePoint(a.anchor, b.anchor) && isSamePoint(a.head, b.head) && a.entryColumn === b.entryColumn

function getNext(state: SelectionState, action: SelectionAction, bounds: GridBounds): SelectionState {
  const { anchor, head } = state
  const lastRow = bounds.rowCount - 1
  const lastColumn = Math.max(0, bounds.columnCount - 1)
  const isInHeading = anchor.row === headingRow
  switch (action.kind) {
    case 'move':
    case 'point': {
      const isExtending = action.isExtending && !isInHeading
      const target = action.kind === 'point' ? action : moves[action.to](isExtending ? head : anchor, bounds)
      const to = clampPoint(target, bounds, isExtending ? 0 : headingRow)
      return isExtending ? { anchor, head: to } : single(to)
    }
    case 'range': {
      const { firstRow, firstColumn } = action.range
      return {
        anchor: clampPoint({ row: firstRow, column: firstColumn }, bounds, 0),
        head: clampPoint({ row: action.range.lastRow, column: action.range.lastColumn }, bounds, 0),
      }
    }
    case 'rows':
      if (isInHeading) return state
      return { anchor: { row: anchor.row, column: 0 }, head: { row: head.row, column: lastColumn } }
    case 'columns':
      if (lastRow < 0) return state
      return { anchor: { row: 0, column: anchor.column }, head: { row: lastRow, column: head.column } }
    case 'all':
      if (lastRow < 0) return state
      return { anchor: { row: 0, column: 0 }, head: { row: lastRow, column: lastColumn } }
    case 'enter': {
      const row = anchor.row + (action.isBackward ? -1 : 1)
      return single(clampPoint({ row, column: state.entryColumn ?? anchor.column }, bounds, 0))
    }
    case 'tab': {
      const column = anchor.column + (action.isBackward ? -1 : 1)
      const to = clampPoint({ row: anchor.row, column }, bounds, 0)
      return { ...single(to), entryColumn: state.entryColumn ?? anchor.column }
    }
    case 'endEntry':
      break
  }
  return { anchor, head }
}

/** Where a selection stands after an action; the same object if nothing moved. */
export function reduceSelection(
  state: SelectionState,
  action: SelectionAction,
  bounds: GridBounds,
): SelectionState {
  const next = getNext(state, action, bounds)
  return isSameState(state, next) ? state : next
}

/** The same selection within a list that has got shorter; the same object if it fits as it is. */
export function fitSelection(state: SelectionState, bounds: GridBounds): SelectionState {
  // An empty list may only be one that has not arrived: the cursor waits where it is.
  if (bounds.rowCount === 0) return state
  const anchor = clampPoint(state.anchor, bounds, headingRow)
  const head = anchor.row === headingRow ? anchor : clampPoint(state.head, bounds, 0)
  const next = { ...state, anchor, head }
  return isSameState(state, next) ? state : next
}

export const isSamePoint = (a: CellPoint, b: CellPoint): boolean => a.row === b.row && a.column === b.column

/** Undefined while the cursor is in the heading row. */
export function getRange({ anchor, head }: SelectionState): CellRange | undefined {
  if (anchor.row === headingRow) return undefined
  return {
    firstRow: Math.min(anchor.row, head.row),
    lastRow: Math.max(anchor.row, head.row),
    firstColumn: Math.min(anchor.column, head.column),
    lastColumn: Math.max(anchor.column, head.column),
  }
}

export const isSingleCell = (range: CellRange): boolean =>
  range.firstRow === range.lastRow && range.firstColumn === range.lastColumn
