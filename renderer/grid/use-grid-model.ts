import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useState,
  useSyncExternalStore,
} from 'react'
import { describeSelection } from './describe-selection.ts'
import { getCellElementId } from './grid-ids.ts'
import { getGridCommand, type KeyMode } from './grid-keys.ts'
import { headingRow, type SelectionAction } from './grid-selection.ts'
import type { GridProps, SortDirection } from './grid-types.ts'
import { useActiveCell } from './use-active-cell.ts'
import { useCellEditor } from './use-cell-editor.ts'
import { useChoices } from './use-choices.ts'
import { useColumnResizing } from './use-column-resizing.ts'
import { useGridClipboard } from './use-grid-clipboard.ts'
import { useGridCommands } from './use-grid-commands.ts'
import { useGridEditing } from './use-grid-editing.ts'
import { useGridEdits } from './use-grid-edits.ts'
import { useGridGestures } from './use-grid-gestures.ts'
import { useGridLayout } from './use-grid-layout.ts'
import { useGridMetrics } from './use-grid-metrics.ts'
import { useGridMouse } from './use-grid-mouse.ts'
import { useGridSelection } from './use-grid-selection.ts'
import { useGridView } from './use-grid-view.ts'
import { useRevealOnShrink } from './use-reveal-on-shrink.ts'

const nextDirection = { ascending: 'descending', descending: undefined, none: 'ascending' } as const

/** Ties the grid's parts together; `Grid` only draws what this gives. */
export function useGridModel<Row>(
  props: GridProps<Row>,
  scrollerRef: RefObject<HTMLElement | null>,
  probeRef: RefObject<HTMLElement | null>,
  fieldRef: RefObject<HTMLTextAreaElement | null>,
) {
  const { source } = props
  useSyncExternalStore(source.subscribe, () => source.version)
  const gridId = useId()
  const [menuColumn, setMenuColumn] = useState<number>()

  const hasTicks = props.ticks !== undefined && props.onTicksChange !== undefined
  const metrics = useGridMetrics(probeRef)
  const sizing = useGridLayout(props.columns, hasTicks, metrics, props.columnWidths, props.onColumnResize)
  const { columns, layout } = sizing
  const view = useGridView(scrollerRef, layout, source.total)
  const bounds = { rowCount: source.total, columnCount: columns.length, pageRows: view.pageRows }

  const selection = useGridSelection(columns, bounds, props.onSelectionChange)
  const active = useActiveCell(props, columns, selection)
  const choices = useChoices()
  const editor = useCellEditor(fieldRef, active.getEntry, choices.narrow, choices.close)
  const edits = useGridEdits(props.onEdit)
  const gestures = useGridGestures(props, columns, bounds, selection, edits)
  const editing = useGridEditing(source, columns, active, editor, gestures)
  const clipboard = useGridClipboard(props, columns, bounds, selection, edits, editor, gestures)
  const resizing = useColumnResizing(sizing, metrics.scale, scrollerRef)

  const focus = () => fieldRef.current?.focus({ preventScroll: true })

  const moveTo = (action: SelectionAction) => view.reveal(selection.select(action).head)

  useRevealOnShrink(scrollerRef, () => {
    const { head } = selection.get()
    if (head.row !== headingRow) view.reveal(head)
  })

  const sortBy = (columnIndex: number, direction: SortDirection | undefined) => {
    const column = columns[columnIndex]
    if (column?.isSortable) props.onSort?.(direction && { columnId: column.id, direction })
  }

  const toggleSort = (columnIndex: number) => {
    const current = props.sort?.columnId === columns[columnIndex]?.id ? props.sort?.direction : undefined
    sortBy(columnIndex, nextDirection[current ?? 'none'])
  }

  const openMenu = (): boolean => {
    const { anchor } = selection.get()
    if (anchor.row === headingRow) {
      setMenuColumn(anchor.column)
      return true
    }
    const box = document.getElementById(getCellElementId(gridId, anchor))?.getBoundingClientRect()
    const column = columns[anchor.column]
    if (!props.onContextMenu || !box || !column) return false
    props.onContextMenu({ rowIndex: anchor.row, columnId: column.id }, { x: box.left, y: box.bottom })
    return true
  }

  const run = useGridCommands({
    props,
    columns,
    selection,
    active,
    editor,
    editing,
    gestures,
    clipboard,
    moveTo,
    openChoices: () => {
      const cell = active.get()
      if (cell?.column.getChoices) choices.open(cell.column.getChoices(cell.row), fieldRef.current!.value)
    },
    openMenu,
    sortActive: () => {
      toggleSort(selection.get().anchor.column)
    },
    resizeActive: (by) => resizing.step(selection.get().anchor.column, by),
  })

  const getKeyMode = (): KeyMode =>
    editor.getSession()?.mode ?? (selection.get().anchor.row === headingRow ? 'heading' : 'cell')

  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.nativeEvent
    const command = getGridCommand(key, getKeyMode())
    const choice = choices.getActive()
    const isForChoices = !key.isComposing && key.keyCode !== 229 && !key.altKey && choices.onKey(key.code)
    const isCommit = command?.kind === 'commitAndEnter' || command?.kind === 'commitAndTab'
    if (isCommit && choice !== undefined) editor.setText(choice)
    if (isForChoices || (command && run(command))) event.preventDefault()
  }

  const onHeadingMouseDown = (event: MouseEvent) => {
    event.preventDefault()
    editing.commit()
    focus()
  }

  const mouse = useGridMouse({
    props,
    columns,
    layout,
    scrollerRef,
    view,
    selection,
    editing,
    gestures,
    focus,
    moveTo,
  })

  useImperativeHandle(props.ref, () => ({
    focus,
    moveTo: (rowIndex, columnId) => {
      const found = columns.findIndex((column) => column.id === columnId)
      const column = found === -1 ? selection.get().anchor.column : found
      focus()
      moveTo({ kind: 'point', row: rowIndex, column, isExtending: false })
    },
    startEdit: () => {
      focus()
      editing.start('edit')
    },
    selectAll: () => {
      selection.select({ kind: 'all' })
    },
    getSelection: () => describeSelection(selection.get(), columns, bounds),
  }))

  const { firstRow, lastRow } = view
  useEffect(() => {
    source.ensureRange(firstRow, Math.max(firstRow, lastRow))
  }, [source, firstRow, lastRow])

  return {
    gridId,
    columns,
    layout,
    view,
    hasTicks,
    selection: selection.state,
    active,
    editor,
    choices,
    edits,
    editing,
    gestures,
    clipboard,
    resizing,
    mouse,
    onHeadingMouseDown,
    sortBy,
    toggleSort,
    menuColumn,
    setMenuColumn,
    onKeyDown,
  }
}
