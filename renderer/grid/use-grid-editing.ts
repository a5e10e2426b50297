import { getStoredText } from './grid-edits.ts'
import type { GridColumn, GridSource } from './grid-types.ts'
import type { ActiveCellControl } from './use-active-cell.ts'
import type { CellEditor, EditSession } from './use-cell-editor.ts'
import type { GridGestures } from './use-grid-gestures.ts'

/** "The same as above", as accounting programs read it. */
const copyAboveMark = '..'

export interface GridEditing {
  /** Opens the editor on the active cell with its text, or with `text`; false if the cell cannot be edited. */
  start: (mode: EditSession['mode'], text?: string) => boolean
  /** Stores what is being typed, if anything, and closes the editor. */
  commit: () => void
  /** The same into every selected cell. */
  commitAndFill: () => void
}

export function useGridEditing<Row>(
  source: GridSource<Row>,
  columns: readonly GridColumn<Row>[],
  active: ActiveCellControl<Row>,
  editor: CellEditor,
  gestures: GridGestures<Row>,
): GridEditing {
  const start = (mode: EditSession['mode'], text?: string): boolean => {
    const entry = active.getEntry()
    const cell = active.get()
    if (!entry || !cell) return false
    editor.open({ ...entry, mode }, text ?? getStoredText(cell.column, cell.row))
    return true
  }

  const takeEntry = ({ cell }: EditSession): string => {
    const text = editor.take()
    const above = text === copyAboveMark ? source.getRow(cell.row - 1) : undefined
    return above === undefined ? text : getStoredText(columns[cell.column]!, above)
  }

  return {
    start,
    commit: () => {
      const session = editor.getSession()
      if (session) gestures.commit(session, takeEntry(session))
    },
    commitAndFill: () => {
      const session = editor.getSession()
      if (session) gestures.fillWith(takeEntry(session))
    },
  }
}
