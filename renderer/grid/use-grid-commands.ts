import { getStoredText } from './grid-edits.ts'
import type { GridCommand } from './grid-keys.ts'
import { getRange, isSingleCell, type SelectionAction } from './grid-selection.ts'
import type { GridColumn, GridProps } from './grid-types.ts'
import type { ActiveCellControl } from './use-active-cell.ts'
import type { CellEditor } from './use-cell-editor.ts'
import type { GridClipboard } from './use-grid-clipboard.ts'
import type { GridEditing } from './use-grid-editing.ts'
import type { GridGestures } from './use-grid-gestures.ts'
import type { SelectionControl } from './use-grid-selection.ts'

interface CommandParts<Row> {
  props: GridProps<Row>
  columns: readonly GridColumn<Row>[]
  selection: SelectionControl
  active: ActiveCellControl<Row>
  editor: CellEditor
  editing: GridEditing
  gestures: GridGestures<Row>
  clipboard: GridClipboard
  /** Selects and scrolls there. */
  moveTo: (action: SelectionAction) => void
  openChoices: () => void
  openMenu: () => boolean
  sortActive: () => void
  resizeActive: (by: 'wider' | 'narrower') => void
}

/** Carries a command out; false: the key is not the grid's after all and goes on to the app. */
export function useGridCommands<Row>(parts: CommandParts<Row>): (command: GridCommand) => boolean {
  const { props, columns, selection, active, editor, editing, gestures, moveTo } = parts

  const commitAndMove = (action: SelectionAction) => {
    editing.commit()
    moveTo(action)
  }

  const enter = (isBackward: boolean): boolean => {
    const { anchor } = selection.get()
    const place = { rowIndex: anchor.row, columnId: columns[anchor.column]?.id ?? '' }
    if (isBackward || !props.onActivate?.(place)) moveTo({ kind: 'enter', isBackward })
    return true
  }

  // Tab leaves the grid, except while a line is being filled in: then it goes on to the next cell.
  const tab = (isBackward: boolean): boolean => {
    const { anchor, entryColumn } = selection.get()
    const isAtEnd = anchor.column === (isBackward ? 0 : columns.length - 1)
    const isFilling = entryColumn !== undefined && !isAtEnd
    if (isFilling) moveTo({ kind: 'tab', isBackward })
    else selection.select({ kind: 'endEntry' })
    return isFilling
  }

  const endEntry = (): boolean => {
    const hadEntry = selection.get().entryColumn !== undefined
    selection.select({ kind: 'endEntry' })
    return hadEntry
  }

  const fillSelection = (): boolean => {
    const range = getRange(selection.get())
    const cell = active.get()
    if (!range || !cell || isSingleCell(range)) return false
    gestures.fillWith(getStoredText(cell.column, cell.row))
    return true
  }

  const tick = (): boolean => {
    if (props.ticks) gestures.tickSelected()
    return props.ticks !== undefined
  }

  const writeToday = (): boolean => {
    const today = active.get()?.column.getTodayText?.()
    return today !== undefined && editing.start('entry', today)
  }

  const openChoices = (): boolean => {
    const hasChoices = active.get()?.column.getChoices !== undefined
    const isOpen = hasChoices && (editor.getSession() !== undefined || editing.start('edit'))
    if (isOpen) parts.openChoices()
    return isOpen
  }

  return (command) => {
    switch (command.kind) {
      case 'enter':
        return enter(command.isBackward)
      case 'tab':
        return tab(command.isBackward)
      case 'endEntry':
        return endEntry()
      case 'tick':
        return tick()
      case 'startEdit':
        return editing.start('edit')
      case 'startEmptyEdit':
        return editing.start('entry', '')
      case 'writeToday':
        return writeToday()
      case 'openChoices':
        return openChoices()
      case 'openMenu':
        return parts.openMenu()
      case 'fillSelection':
        return fillSelection()
      case 'move':
        moveTo(command)
        break
      case 'commitAndMove':
        commitAndMove({ kind: 'move', to: command.to, isExtending: false })
        break
      case 'commitAndEnter':
        commitAndMove({ kind: 'enter', isBackward: command.isBackward })
        break
      case 'commitAndTab':
        commitAndMove({ kind: 'tab', isBackward: command.isBackward })
        break
      case 'commitAndFill':
        editing.commitAndFill()
        break
      case 'cancel':
        editor.take()
        break
      case 'all':
      case 'rows':
      case 'columns':
        selection.select({ kind: command.kind })
        break
      case 'clear':
        gestures.clear('clear')
        break
      case 'fillDown':
        gestures.fillDown()
        break
      case 'copyWithHeadings':
        parts.clipboard.copyWithHeadings()
        break
      case 'sort':
        parts.sortActive()
        break
      case 'resize':
        parts.resizeActive(command.by)
        break
    }
    return true
  }
}
