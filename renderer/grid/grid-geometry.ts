import type { CellPoint, CellRange } from './grid-selection.ts'

/** A column's place in pixels from the left edge of the whole grid, before any scrolling. */
export interface ColumnBox {
  left: number
  width: number
  isFrozen: boolean
}

export interface GridLayout {
  /** Frozen columns first. */
  boxes: readonly ColumnBox[]
  frozenCount: number
  /** Tick boxes and frozen columns: what stays at the left. */
  frozenWidth: number
  totalWidth: number
  rowHeight: number
  headingHeight: number
}

export interface Viewport {
  scrollLeft: number
  scrollTop: number
  width: number
  height: number
}

export function layOutColumns(
  columns: readonly { width: number; isFrozen: boolean }[],
  tickWidth: number,
): Pick<GridLayout, 'boxes' | 'frozenCount' | 'frozenWidth' | 'totalWidth'> {
  let left = tickWidth
  let frozenWidth = tickWidth
  const boxes = columns.map(({ width, isFrozen }) => {
    const box = { left, width, isFrozen }
    left += width
    if (isFrozen) frozenWidth = left
    return box
  })
  return { boxes, frozenCount: boxes.filter((box) => box.isFrozen).length, frozenWidth, totalWidth: left }
}

/** From `first` to `last`, ends inclusive; empty if `last` is smaller. */
export const getIndexes = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)

/** The room that scrolling columns before the first one drawn would take. */
export const getSkippedWidth = ({ boxes, frozenWidth }: GridLayout, firstColumn: number): number =>
  (boxes[firstColumn]?.left ?? frozenWidth) - frozenWidth

/** The cell under a point given from the grid's top left corner; the nearest cell if the point is outside. */
export function getCellAt(x: number, y: number, layout: GridLayout, viewport: Viewport): CellPoint {
  const contentX = x < layout.frozenWidth && x >= 0 ? x : x + viewport.scrollLeft
  const found = layout.boxes.findIndex(({ left, width }) => contentX < left + width)
  const column = found === -1 ? layout.boxes.length - 1 : found
  const row = Math.floor((y - layout.headingHeight + viewport.scrollTop) / layout.rowHeight)
  return { row: Math.max(0, row), column: Math.max(0, column) }
}

const getRevealOffset = (start: number, end: number, viewStart: number, viewEnd: number): number => {
  if (start < viewStart) return start - viewStart
  return end > viewEnd ? Math.min(end - viewEnd, start - viewStart) : 0
}

/** The scroll position at which a cell is in full view, clear of heading and frozen columns. */
export function getRevealScroll(
  point: CellPoint,
  layout: GridLayout,
  viewport: Viewport,
): { left: number; top: number } {
  const { scrollLeft, scrollTop, width, height } = viewport
  const box = layout.boxes[point.column]
  const top = point.row * layout.rowHeight
  return {
    left:
      !box || box.isFrozen
        ? scrollLeft
        : scrollLeft +
          getRevealOffset(
            box.left,
            box.left + box.width,
            scrollLeft + layout.frozenWidth,
            scrollLeft + width,
          ),
    top:
      point.row < 0
        ? scrollTop
        : scrollTop +
          getRevealOffset(top, top + layout.rowHeight, scrollTop, scrollTop + height - layout.headingHeight),
  }
}

/** Rows and scrolling columns to draw, ends inclusive; a last before its first means none. */
export interface CellsInView {
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

/** Drawn beyond the edges, so that a fast scroll finds cells already there. */
const marginRows = 8
const marginPx = 400

export function getCellsInView(layout: GridLayout, viewport: Viewport, rowCount: number): CellsInView {
  const { scrollLeft, scrollTop, width, height } = viewport
  const { boxes, frozenCount, rowHeight, headingHeight, frozenWidth } = layout
  const start = scrollLeft + frozenWidth - marginPx
  const end = scrollLeft + width + marginPx
  const first = boxes.findIndex((box) => !box.isFrozen && box.left + box.width > start)
  return {
    firstRow: Math.max(0, Math.floor(scrollTop / rowHeight) - marginRows),
    lastRow:
      height === 0
        ? -1
        : Math.min(rowCount - 1, Math.floor((scrollTop + height - headingHeight) / rowHeight) + marginRows),
    firstColumn: first === -1 ? frozenCount : first,
    lastColumn: boxes.findLastIndex((box) => !box.isFrozen && box.left < end),
  }
}

/** Rows in full view below the heading. */
export const getWholeRows = ({ headingHeight, rowHeight }: GridLayout, { height }: Viewport): number =>
  Math.max(0, Math.floor((height - headingHeight) / rowHeight))

/** Never fewer than the rows drawn at once: rows whose index leaves the same remainder never meet. */
export const getRowSlots = (layout: GridLayout, viewport: Viewport): number =>
  getWholeRows(layout, viewport) + 2 * marginRows + 2

export interface RangePart {
  isFrozen: boolean
  left: number
  width: number
  /** Whether the range goes on beyond this edge, in the other part. */
  isOpenLeft: boolean
  isOpenRight: boolean
}

/** The frozen and the scrolling part of a range of columns: the two move apart when the grid scrolls sideways. */
export function getRangeParts(range: CellRange, layout: GridLayout): RangePart[] {
  const boxes = layout.boxes.slice(range.firstColumn, range.lastColumn + 1)
  const parts = [true, false].map((isFrozen) => boxes.filter((box) => box.isFrozen === isFrozen))
  return parts.flatMap((part, index) => {
    const first = part[0]
    const last = part.at(-1)
    if (!first || !last) return []
    const isSplit = part.length < boxes.length
    return [
      {
        isFrozen: first.isFrozen,
        left: first.left,
        width: last.left + last.width - first.left,
        isOpenLeft: isSplit && index === 1,
        isOpenRight: isSplit && index === 0,
      },
    ]
  })
}
