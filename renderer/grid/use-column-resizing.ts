import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import type { ColumnSizing } from './use-grid-layout.ts'

const widthStep = 8
/** Room beside the text: the cell's padding, and in a heading the sort arrow. */
const cellPadding = 18
const headingPadding = 36

export interface ColumnResizing {
  startDrag: (columnIndex: number, event: MouseEvent) => void
  step: (columnIndex: number, by: 'wider' | 'narrower') => void
  fit: (columnIndex: number) => void
  reset: (columnIndex: number) => void
}

function measureText(element: Element): number {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range.getBoundingClientRect().width
}

export function useColumnResizing<Row>(
  { columns, getWidth, resize }: ColumnSizing<Row>,
  scale: number,
  scrollerRef: RefObject<HTMLElement | null>,
): ColumnResizing {
  const newest = useRef(resize)
  useEffect(() => {
    newest.current = resize
  })
  const stopDrag = useRef(() => {})
  useEffect(() => () => stopDrag.current(), [])

  const startDrag = (columnIndex: number, event: MouseEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const column = columns[columnIndex]!
    const startX = event.clientX
    const startWidth = getWidth(column)
    const resizeTo = (clientX: number, isFinal: boolean) =>
      newest.current(column.id, startWidth + (clientX - startX) / scale, isFinal)
    const onMove = (move: globalThis.MouseEvent) => resizeTo(move.clientX, false)
    const onUp = (up: globalThis.MouseEvent) => {
      stopDrag.current()
      if (up.clientX !== startX) resizeTo(up.clientX, true)
    }
    stopDrag.current = () => {
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('mouseup', onUp)
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', onUp)
  }

  return {
    startDrag,
    step: (columnIndex, by) => {
      const column = columns[columnIndex]!
      resize(column.id, getWidth(column) + (by === 'wider' ? widthStep : -widthStep), true)
    },
    fit: (columnIndex) => {
      const column = columns[columnIndex]!
      const selector = `[data-column="${CSS.escape(column.id)}"]`
      const elements = [...(scrollerRef.current?.querySelectorAll(selector) ?? [])]
      const widths = elements.map((element) =>
        element.getAttribute('role') === 'columnheader'
          ? measureText(element.querySelector('.grid-heading-text')!) / scale + headingPadding
          : measureText(element) / scale + cellPadding,
      )
      resize(column.id, Math.ceil(Math.max(...widths)), true)
    },
    reset: (columnIndex) => resize(columns[columnIndex]!.id, undefined, true),
  }
}
