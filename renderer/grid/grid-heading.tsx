import { ArrowDown, ArrowUp } from 'lucide-react'
import type { MouseEvent } from 'react'
import { getFrozenMark, type GridLayout } from './grid-geometry.ts'
import { getCellElementId } from './grid-ids.ts'
import { headingRow } from './grid-selection.ts'
import type { GridColumn, GridSort, GridTexts } from './grid-types.ts'

interface GridHeadingProps<Row> {
  gridId: string
  columns: readonly GridColumn<Row>[]
  layout: GridLayout
  firstColumn: number
  lastColumn: number
  texts: GridTexts
  sort: GridSort | undefined
  /** The heading the cursor is on, or -1. */
  activeColumn: number
  /** Undefined: no tick boxes. */
  tickState: 'none' | 'some' | 'all' | undefined
  onMouseDown: (event: MouseEvent) => void
  onTickAll: () => void
  onSort: (columnIndex: number) => void
  onMenu: (columnIndex: number) => void
  onResizeStart: (columnIndex: number, event: MouseEvent) => void
  onFitWidth: (columnIndex: number) => void
}

export function GridHeading<Row>(props: GridHeadingProps<Row>) {
  const { gridId, columns, layout, firstColumn, lastColumn, sort } = props
  const headings = columns.map((column, index) => {
    const box = layout.boxes[index]!
    if (!box.isFrozen && (index < firstColumn || index > lastColumn)) return undefined
    const direction = sort?.columnId === column.id ? sort.direction : undefined
    const skippedWidth = index === firstColumn ? box.left - layout.frozenWidth : 0
    return (
      <div
        key={column.id}
        id={getCellElementId(gridId, { row: headingRow, column: index })}
        role="columnheader"
        aria-colindex={index + (props.tickState === undefined ? 1 : 2)}
        aria-sort={column.isSortable ? (direction ?? 'none') : undefined}
        className="grid-heading"
        data-column={column.id}
        data-align={column.align}
        data-frozen={getFrozenMark(layout, index)}
        data-active={props.activeColumn === index || undefined}
        data-sortable={column.isSortable}
        style={{
          width: box.width,
          left: box.isFrozen ? box.left : undefined,
          marginLeft: skippedWidth || undefined,
        }}
        onClick={() => props.onSort(index)}
        onContextMenu={(event) => {
          event.preventDefault()
          props.onMenu(index)
        }}
      >
        <span className="grid-heading-text">{column.title}</span>
        {direction === 'ascending' && <ArrowUp aria-hidden className="grid-sort" />}
        {direction === 'descending' && <ArrowDown aria-hidden className="grid-sort" />}
        <span
          className="grid-resizer"
          onMouseDown={(event) => props.onResizeStart(index, event)}
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={() => props.onFitWidth(index)}
        />
      </div>
    )
  })

  return (
    <div
      role="rowgroup"
      className="grid-head"
      style={{ height: layout.headingHeight }}
      onMouseDown={props.onMouseDown}
    >
      <div role="row" aria-rowindex={1} className="grid-heading-row">
        {props.tickState !== undefined && (
          <div
            role="columnheader"
            aria-colindex={1}
            className="grid-heading grid-tick"
            data-frozen
            onClick={props.onTickAll}
          >
            <input
              type="checkbox"
              tabIndex={-1}
              ref={(box) => {
                if (box) box.indeterminate = props.tickState === 'some'
              }}
              checked={props.tickState === 'all'}
              readOnly
              aria-label={props.texts.tickAll}
            />
          </div>
        )}
        {headings}
      </div>
    </div>
  )
}
