import { type ReactNode, useEffect, useRef } from 'react'
import { getIndexes, getSkippedWidth, type GridLayout } from './grid-geometry.ts'
import { getCellElementId } from './grid-ids.ts'
import type { GridColumn } from './grid-types.ts'

export interface GridRowProps<Row> {
  gridId: string
  row: Row | undefined
  rowKey: string | undefined
  rowIndex: number
  columns: readonly GridColumn<Row>[]
  layout: GridLayout
  /** Scrolling columns drawn, ends inclusive. */
  firstColumn: number
  lastColumn: number
  /** Selected columns, ends inclusive; -1 and -1 for none. */
  selectedFrom: number
  selectedTo: number
  isTicked: boolean | undefined
  isDimmed: boolean
  isEditingAllowed: boolean
  tickLabel: string | undefined
  pending: ReadonlyMap<string, string> | undefined
}

function flash(cell: HTMLElement): void {
  if (cell.hasAttribute('data-flash')) {
    cell.removeAttribute('data-flash')
    // Reading a size in between makes the fade start anew.
    void cell.offsetWidth
  }
  cell.setAttribute('data-flash', '')
}

/** Marks the cells whose text has changed since the last draw, so that the eye finds what a command did. */
function useChangeFlash<Row>(rowKey: string | undefined, texts: ReadonlyMap<GridColumn<Row>, string>) {
  const element = useRef<HTMLDivElement>(null)
  const last = useRef({ rowKey, texts })
  useEffect(() => {
    const isSameRow = last.current.rowKey === rowKey
    for (const [column, text] of isSameRow ? texts : []) {
      const old = last.current.texts.get(column)
      if (old === undefined || old === text) continue
      const cell = element.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column.id)}"]`)
      if (cell) flash(cell)
    }
    last.current = { rowKey, texts }
  }, [rowKey, texts])
  return element
}

/** Use it through `memo`: then moving the cursor draws two rows anew, not all. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { gridId, row, rowIndex, columns, layout, firstColumn, lastColumn, pending } = props
  const hasTick = props.isTicked !== undefined
  const texts = new Map<GridColumn<Row>, string>()

  const drawCell = (index: number): ReactNode => {
    const column = columns[index]!
    const box = layout.boxes[index]!
    const pendingText = pending?.get(column.id)
    const text = row === undefined ? '' : (pendingText ?? column.getText(row))
    const title = row === undefined ? undefined : column.getTitle?.(row)
    const isEditable = props.isEditingAllowed && row !== undefined && column.isEditable?.(row) === true
    const isRendered = row !== undefined && pendingText === undefined && column.render !== undefined
    texts.set(column, text)
    return (
      <div
        key={column.id}
        id={getCellElementId(gridId, { row: rowIndex, column: index })}
        role="gridcell"
        aria-colindex={index + (hasTick ? 2 : 1)}
        aria-selected={index >= props.selectedFrom && index <= props.selectedTo}
        aria-readonly={!isEditable}
        aria-description={title}
        title={title}
        className={column.isMono ? 'grid-cell grid-mono' : 'grid-cell'}
        data-column={column.id}
        data-align={column.align}
        data-state={row === undefined ? undefined : column.getCellState?.(row)}
        style={{ width: box.width }}
      >
        {isRendered ? column.render!(row) : text}
      </div>
    )
  }

  const element = useChangeFlash(props.rowKey, texts)

  return (
    <div
      ref={element}
      role="row"
      className="grid-row"
      aria-rowindex={rowIndex + 2}
      aria-busy={row === undefined || undefined}
      data-row={rowIndex}
      data-odd={rowIndex % 2 === 1 || undefined}
      data-ticked={props.isTicked || undefined}
      data-dimmed={props.isDimmed || undefined}
      style={{ top: rowIndex * layout.rowHeight, height: layout.rowHeight }}
    >
      {layout.frozenWidth > 0 && (
        <div role="presentation" className="grid-frozen">
          {hasTick && (
            <div role="gridcell" aria-colindex={1} className="grid-cell grid-tick">
              <input
                type="checkbox"
                tabIndex={-1}
                checked={props.isTicked}
                readOnly
                disabled={row === undefined}
                aria-label={props.tickLabel}
              />
            </div>
          )}
          {getIndexes(0, layout.frozenCount - 1).map(drawCell)}
        </div>
      )}
      <div
        role="presentation"
        className="grid-scrolling"
        style={{ marginLeft: getSkippedWidth(layout, firstColumn) }}
      >
        {getIndexes(firstColumn, lastColumn).map(drawCell)}
      </div>
    </div>
  )
}
