import { ArrowDown, ArrowUp } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { getIndexes, getSkippedWidth, type GridLayout } from './grid-geometry.ts'
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
  const hasTicks = props.tickState !== undefined

  const drawHeading = (index: number): ReactNode => {
    const column = columns[index]!
    const direction = sort?.columnId === column.id ? sort.direction : undefined
    return (
      <div
        key={column.id}
        id={getCellElementId(gridId, { row: headingRow, column: index })}
        role="columnheader"
        aria-colindex={index + (hasTicks ? 2 : 1)}
        aria-sort={column.isSortable ? (direction ?? 'none') : undefined}
        className="grid-heading"
        data-column={column.id}
        data-align={column.align}
        data-active={props.activeColumn === index || undefined}
        data-sortable={column.isSortable || undefined}
        style={{ width: layout.boxes[index]!.width }}
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
  }

  return (
    <div
      role="rowgroup"
      className="grid-head"
      style={{ height: layout.headingHeight }}
      onMouseDown={props.onMouseDown}
    >
      <div role="row" aria-rowindex={1} className="grid-heading-row">
        {layout.frozenWidth > 0 && (
          <div role="presentation" className="grid-frozen">
            {hasTicks && (
              <div
                role="columnheader"
                aria-colindex={1}
                className="grid-heading grid-tick"
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
            {getIndexes(0, layout.frozenCount - 1).map(drawHeading)}
          </div>
        )}
        <div
          role="presentation"
          className="grid-scrolling"
          style={{ marginLeft: getSkippedWidth(layout, firstColumn) }}
        >
          {getIndexes(firstColumn, lastColumn).map(drawHeading)}
        </div>
      </div>
    </div>
  )
}
