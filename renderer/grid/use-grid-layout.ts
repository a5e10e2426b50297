import { useCallback, useMemo, useState } from 'react'
import { type GridLayout, layOutColumns } from './grid-geometry.ts'
import type { GridColumn } from './grid-types.ts'
import type { GridMetrics } from './use-grid-metrics.ts'

const tickWidth = 28
const smallestWidth = 32

export interface ColumnSizing<Row> {
  /** Frozen columns first. */
  columns: readonly GridColumn<Row>[]
  layout: GridLayout
  /** In pixels at 100 %; undefined goes back to the column's own width. `isFinal` is false while dragging. */
  resize: (columnId: string, width: number | undefined, isFinal: boolean) => void
  getWidth: (column: GridColumn<Row>) => number
}

export function useGridLayout<Row>(
  allColumns: readonly GridColumn<Row>[],
  hasTicks: boolean,
  metrics: GridMetrics,
  initialWidths: Readonly<Record<string, number>> | undefined,
  onResize: ((columnId: string, width: number) => void) | undefined,
): ColumnSizing<Row> {
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>(initialWidths ?? {})

  const columns = useMemo(
    () => [
      ...allColumns.filter((column) => column.isFrozen),
      ...allColumns.filter((column) => !column.isFrozen),
    ],
    [allColumns],
  )

  const getWidth = useCallback((column: GridColumn<Row>) => widths[column.id] ?? column.width, [widths])

  const layout = useMemo(() => {
    const sized = columns.map((column) => ({
      width: Math.round(getWidth(column) * metrics.scale),
      isFrozen: column.isFrozen === true,
    }))
    const boxes = layOutColumns(sized, hasTicks ? Math.round(tickWidth * metrics.scale) : 0)
    return { ...boxes, rowHeight: metrics.rowHeight, headingHeight: metrics.rowHeight }
  }, [columns, getWidth, hasTicks, metrics])

  const resize = (columnId: string, width: number | undefined, isFinal: boolean) => {
    const column = columns.find(({ id }) => id === columnId)
    if (!column) return
    const next = Math.max(column.minWidth ?? smallestWidth, Math.round(width ?? column.width))
    setWidths((old) => ({ ...old, [columnId]: next }))
    if (isFinal) onResize?.(columnId, next)
  }

  return { columns, layout, resize, getWidth }
}
