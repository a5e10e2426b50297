import type { CSSProperties, ReactNode } from 'react'
import './grid-overlay.css'
import { getRangeParts, type GridLayout } from './grid-geometry.ts'
import type { CellPoint, CellRange } from './grid-selection.ts'

interface Area {
  isFrozen: boolean
  left: number
  width: number
  top: number
  height: number
}

/** Places an element of the overlay: one over frozen columns stays where it is while the rest scrolls sideways. */
const getOverlayStyle = ({ isFrozen, left, width, top, height }: Area): CSSProperties => ({
  position: isFrozen ? 'sticky' : 'relative',
  left,
  width,
  height,
  marginTop: top,
})

interface RangeOutlineProps {
  range: CellRange
  layout: GridLayout
  /** Rows drawn; an outline longer than the view is cut there. */
  firstRow: number
  lastRow: number
}

export function RangeOutline({ range, layout, firstRow, lastRow }: RangeOutlineProps) {
  const top = Math.max(range.firstRow, firstRow - 1)
  const bottom = Math.min(range.lastRow, lastRow + 1)
  if (top > bottom) return undefined
  return getRangeParts(range, layout).map(({ isFrozen, left, width, isOpenLeft, isOpenRight }) => (
    <div
      key={String(isFrozen)}
      className="grid-range"
      data-frozen={isFrozen || undefined}
      data-open-left={isOpenLeft || undefined}
      data-open-right={isOpenRight || undefined}
      style={getOverlayStyle({
        isFrozen,
        left,
        width,
        top: layout.headingHeight + top * layout.rowHeight,
        height: (bottom - top + 1) * layout.rowHeight,
      })}
    />
  ))
}

interface ActiveCellFrameProps {
  point: CellPoint
  layout: GridLayout
  isEditing: boolean
  isHidden: boolean
  children: ReactNode
}

/** The ring round the active cell; whatever belongs to that cell (editor, note, choices) is drawn in it. */
export function ActiveCellFrame({ point, layout, isEditing, isHidden, children }: ActiveCellFrameProps) {
  const box = layout.boxes[point.column] ?? { left: 0, width: 0, isFrozen: true }
  const top = layout.headingHeight + Math.max(0, point.row) * layout.rowHeight
  const room: Record<`--${string}`, string> = { '--room': `${layout.totalWidth - box.left}px` }
  return (
    <div
      className="grid-active"
      data-frozen={box.isFrozen || undefined}
      data-editing={isEditing || undefined}
      data-hidden={isHidden || undefined}
      style={{ ...getOverlayStyle({ ...box, top, height: layout.rowHeight }), ...room }}
    >
      {children}
    </div>
  )
}
