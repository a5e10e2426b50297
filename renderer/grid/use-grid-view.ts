import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  type CellsInView,
  getCellsInView,
  getRevealScroll,
  getRowSlots,
  getWholeRows,
  type GridLayout,
  type Viewport,
} from './grid-geometry.ts'
import type { CellPoint } from './grid-selection.ts'

export interface GridView extends CellsInView {
  /** Rows that PageDown moves by. */
  pageRows: number
  /** A row leaving the view lends its elements to the one whose index leaves the same remainder by this. */
  rowSlots: number
  getViewport: () => Viewport
  reveal: (point: CellPoint) => void
  /** Call it on every scroll. */
  followScroll: () => void
}

const readViewport = (element: HTMLElement): Viewport => ({
  scrollLeft: element.scrollLeft,
  scrollTop: element.scrollTop,
  width: element.clientWidth,
  height: element.clientHeight,
})

const isSameView = (a: CellsInView, b: CellsInView): boolean =>
  a.firstRow === b.firstRow &&
  a.lastRow === b.lastRow &&
  a.firstColumn === b.firstColumn &&
  a.lastColumn === b.lastColumn

/**
 * Which cells to draw. Rows are all of one height, so this is arithmetic: nothing is kept per row, and a scroll draws
 * anew only when it crosses the edge of a cell.
 */
export function useGridView(
  scrollerRef: RefObject<HTMLElement | null>,
  layout: GridLayout,
  rowCount: number,
): GridView {
  const [viewport, setViewport] = useState<Viewport>({ scrollLeft: 0, scrollTop: 0, width: 0, height: 0 })
  const inView = getCellsInView(layout, viewport, rowCount)

  useEffect(() => {
    const element = scrollerRef.current!
    const observer = new ResizeObserver(() => setViewport(readViewport(element)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scrollerRef])

  // The first row in view stays first when text size or density change.
  const { rowHeight } = layout
  const lastRowHeight = useRef(rowHeight)
  useLayoutEffect(() => {
    scrollerRef.current!.scrollTop *= rowHeight / lastRowHeight.current
    lastRowHeight.current = rowHeight
  }, [scrollerRef, rowHeight])

  const followScroll = () => {
    const next = readViewport(scrollerRef.current!)
    // Drawn within the event, or a fast scroll would show a frame without rows.
    if (!isSameView(getCellsInView(layout, next, rowCount), inView)) flushSync(() => setViewport(next))
  }

  const reveal = (point: CellPoint) => {
    const element = scrollerRef.current!
    const { left, top } = getRevealScroll(point, layout, readViewport(element))
    if (left !== element.scrollLeft || top !== element.scrollTop) element.scrollTo({ left, top })
  }

  return {
    ...inView,
    pageRows: Math.max(1, getWholeRows(layout, viewport) - 1),
    rowSlots: getRowSlots(layout, viewport),
    getViewport: () => readViewport(scrollerRef.current!),
    reveal,
    followScroll,
  }
}
