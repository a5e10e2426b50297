import { ContextMenu, type MenuAction } from '../ui/menu.tsx'
import type { GridTexts, SortDirection } from './grid-types.ts'
import type { ColumnResizing } from './use-column-resizing.ts'

interface GridColumnMenuProps {
  texts: GridTexts
  columnIndex: number
  heading: Element
  isSortable: boolean
  onSort: (direction: SortDirection | undefined) => void
  resizing: ColumnResizing
  onClose: () => void
}

export function GridColumnMenu(props: GridColumnMenuProps) {
  const { texts, columnIndex, resizing } = props
  const sortItems: MenuAction[] = [
    { id: 'ascending', text: texts.sortAscending, onAction: () => props.onSort('ascending') },
    { id: 'descending', text: texts.sortDescending, onAction: () => props.onSort('descending') },
    { id: 'unsorted', text: texts.clearSort, onAction: () => props.onSort(undefined) },
  ]
  const widthItems: MenuAction[] = [
    {
      id: 'wider',
      text: texts.widen,
      shortcut: 'Shift+→',
      onAction: () => resizing.step(columnIndex, 'wider'),
    },
    {
      id: 'narrower',
      text: texts.narrow,
      shortcut: 'Shift+←',
      onAction: () => resizing.step(columnIndex, 'narrower'),
    },
    { id: 'fit', text: texts.fitWidth, onAction: () => resizing.fit(columnIndex) },
    { id: 'reset', text: texts.resetWidth, onAction: () => resizing.reset(columnIndex) },
  ]
  return (
    <ContextMenu
      label={texts.columnMenu}
      anchor={props.heading}
      groups={props.isSortable ? [sortItems, widthItems] : [widthItems]}
      onClose={props.onClose}
    />
  )
}
