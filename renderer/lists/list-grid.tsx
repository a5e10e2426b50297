import { type ReactNode, type Ref, useEffect, useMemo, useState } from 'react'
import { ArrayRows } from '../grid/array-rows.ts'
import { Grid } from '../grid/grid.tsx'
import type { CellPlace, GridColumn, GridHandle } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { describeCopy, getGridTexts } from '../shell/grid-words.ts'
import { keepWidth, readWidths } from '../shell/kept-widths.ts'
import { showToast } from '../shell/toasts.ts'

interface ListGridProps<Row> {
  ref?: Ref<GridHandle>
  /** Under which the column widths are kept. */
  name: string
  label: string
  columns: readonly GridColumn<Row>[]
  rows: readonly Row[]
  getRowKey: (row: Row) => string
  emptyState?: ReactNode
  /** A dimmed row no longer belongs here but keeps its place. */
  isRowDimmed?: (row: Row) => boolean
  /** The row with the cursor. */
  onRow?: (row: Row, rowIndex: number) => void
  /** Enter or a double click. True: handled. */
  onOpen?: (row: Row, columnId: string) => boolean
  /** Right click or Shift+F10; the point is in the window. */
  onMenu?: (place: CellPlace, point: { x: number; y: number }) => void
}

/** A short list in the grid every other list uses, to read and to open. */
export function ListGrid<Row>({ ref, ...props }: ListGridProps<Row>) {
  const { name, rows, onRow, onOpen } = props
  const t = useT()
  const texts = useMemo(() => getGridTexts(t), [t])
  const [source] = useState(() => new ArrayRows(rows))
  const [widths] = useState(() => readWidths(name))
  useEffect(() => source.replace(rows), [source, rows])
  const withRow = (rowIndex: number): Row | undefined => (rowIndex < 0 ? undefined : rows[rowIndex])

  return (
    <Grid
      ref={ref}
      label={props.label}
      texts={texts}
      source={source}
      columns={props.columns}
      getRowKey={props.getRowKey}
      emptyState={props.emptyState}
      isRowDimmed={props.isRowDimmed}
      onContextMenu={props.onMenu}
      columnWidths={widths}
      onColumnResize={(columnId, width) => keepWidth(name, columnId, width)}
      onCopy={(report) => showToast(describeCopy(report, t))}
      onSelectionChange={({ active }) => {
        const row = withRow(active.rowIndex)
        if (row !== undefined) onRow?.(row, active.rowIndex)
      }}
      onActivate={({ rowIndex, columnId }) => {
        const row = withRow(rowIndex)
        return row !== undefined && onOpen !== undefined && onOpen(row, columnId)
      }}
    />
  )
}
