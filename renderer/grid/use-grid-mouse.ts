import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import { getCellAt, type GridLayout } from './grid-geometry.ts'
import { type CellPoint, getRange, type SelectionAction } from './grid-selection.ts'
import type { GridColumn, GridProps } from './grid-types.ts'
import { isRowTicked } from './grid-ticks.ts'
import type { GridEditing } from './use-grid-editing.ts'
import type { GridGestures } from './use-grid-gestures.ts'
import type { SelectionControl } from './use-grid-selection.ts'
import type { GridView } from './use-grid-view.ts'

interface MouseParts<Row> {
  props: GridProps<Row>
  columns: readonly GridColumn<Row>[]
  layout: GridLayout
  scrollerRef: RefObject<HTMLElement | null>
  view: GridView
  selection: SelectionControl
  editing: GridEditing
  gestures: GridGestures<Row>
  focus: () => void
  moveTo: (action: SelectionAction) => void
}

export interface GridMouse {
  onMouseDown: (event: MouseEvent) => void
  onClick: (event: MouseEvent) => void
  onDoubleClick: (event: MouseEvent) => void
  onContextMenu: (event: MouseEvent) => void
}

/** Pixels per frame that a drag scrolls for each pixel the pointer is beyond the edge. */
const dragScrollRate = 0.25

const getOvershoot = (at: number, start: number, end: number): number =>
  at < start ? at - start : at > end ? at - end : 0

const isInteractive = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('button, a, .grid-tick') !== null

export function useGridMouse<Row>(parts: MouseParts<Row>): GridMouse {
  const { props, columns, layout, view, selection, editing, gestures } = parts
  const newest = useRef(parts)
  useEffect(() => {
    newest.current = parts
  })
  const stopDrag = useRef(() => {})
  useEffect(() => () => stopDrag.current(), [])
  const lastTickedRow = useRef<number>(undefined)

  const getOffset = (clientX: number, clientY: number): { x: number; y: number } => {
    const { left, top } = parts.scrollerRef.current!.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  const getCell = (event: MouseEvent): CellPoint => {
    const { x, y } = getOffset(event.clientX, event.clientY)
    return getCellAt(x, y, layout, view.getViewport())
  }

  const startDrag = () => {
    let pointer: { x: number; y: number } | undefined
    let frame = 0
    const step = () => {
      frame = requestAnimationFrame(step)
      if (!pointer) return
      const { layout: drawn, view: shown, selection: control } = newest.current
      const { width, height } = shown.getViewport()
      parts.scrollerRef.current!.scrollBy({
        left: getOvershoot(pointer.x, 0, width) * dragScrollRate,
        top: getOvershoot(pointer.y, drawn.headingHeight, height) * dragScrollRate,
      })
      control.select({
        kind: 'point',
        ...getCellAt(pointer.x, pointer.y, drawn, shown.getViewport()),
        isExtending: true,
      })
    }
    const onMove = (event: globalThis.MouseEvent) => {
      pointer = getOffset(event.clientX, event.clientY)
    }
    stopDrag.current = () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('mouseup', stopDrag.current)
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', stopDrag.current)
    frame = requestAnimationFrame(step)
  }

  const tickAt = (row: number, isExtending: boolean) => {
    const { ticks, source, getRowKey } = props
    const value = source.getRow(row)
    if (!ticks || value === undefined) return
    const isTicked = isRowTicked(ticks, getRowKey(value))
    const from = isExtending ? (lastTickedRow.current ?? row) : row
    gestures.tickRows(Math.min(from, row), Math.max(from, row), !isTicked)
    lastTickedRow.current = row
  }

  return {
    onMouseDown: (event) => {
      if (event.button !== 0 || isInteractive(event)) {
        // A tick box must not take the focus from the grid's one text field.
        if (event.target instanceof Element && event.target.closest('.grid-tick')) event.preventDefault()
        return
      }
      event.preventDefault()
      editing.commit()
      parts.focus()
      parts.moveTo({ kind: 'point', ...getCell(event), isExtending: event.shiftKey })
      startDrag()
    },
    onClick: (event) => {
      if (event.target instanceof Element && event.target.closest('.grid-tick')) {
        tickAt(getCell(event).row, event.shiftKey)
        parts.focus()
      }
    },
    onDoubleClick: (event) => {
      if (isInteractive(event)) return
      const { row, column } = getCell(event)
      if (!editing.start('edit')) props.onActivate?.({ rowIndex: row, columnId: columns[column]!.id })
    },
    onContextMenu: (event) => {
      if (!props.onContextMenu) return
      event.preventDefault()
      const { row, column } = getCell(event)
      const range = getRange(selection.get())
      const isInside =
        range &&
        row >= range.firstRow &&
        row <= range.lastRow &&
        column >= range.firstColumn &&
        column <= range.lastColumn
      if (!isInside) parts.moveTo({ kind: 'point', row, column, isExtending: false })
      parts.focus()
      props.onContextMenu(
        { rowIndex: row, columnId: columns[column]!.id },
        { x: event.clientX, y: event.clientY },
      )
    },
  }
}
