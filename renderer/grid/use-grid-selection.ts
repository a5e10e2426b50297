import { useEffect, useEffectEvent, useRef, useState } from 'react'
import {
  fitSelection,
  getRange,
  type GridBounds,
  headingRow,
  initialSelection,
  reduceSelection,
  type SelectionAction,
  type SelectionState,
} from './grid-selection.ts'
import type { GridColumn, GridSelection } from './grid-types.ts'

export interface SelectionControl {
  state: SelectionState
  /** The newest state, also between two draws. */
  get: () => SelectionState
  select: (action: SelectionAction) => SelectionState
}

export function describeSelection<Row>(
  state: SelectionState,
  columns: readonly GridColumn<Row>[],
  { rowCount }: GridBounds,
): GridSelection {
  const { row, column } = state.anchor
  const columnId = columns[column]?.id ?? ''
  const active = { rowIndex: row, columnId }
  const range = getRange(state)
  if (!range) {
    return { active, firstRow: headingRow, lastRow: headingRow, columnIds: [columnId], isAll: false }
  }
  const { firstRow, lastRow, firstColumn, lastColumn } = range
  const columnIds = columns.slice(firstColumn, lastColumn + 1).map(({ id }) => id)
  const isAll = firstRow === 0 && lastRow === rowCount - 1 && columnIds.length === columns.length
  return { active, firstRow, lastRow, columnIds, isAll }
}

export function useGridSelection<Row>(
  columns: readonly GridColumn<Row>[],
  bounds: GridBounds,
  onChange: ((selection: GridSelection) => void) | undefined,
): SelectionControl {
  const [selected, setSelected] = useState<SelectionState>(initialSelection)
  const newest = useRef(selected)
  const state = fitSelection(selected, bounds)

  const report = useEffectEvent((changed: SelectionState) => {
    onChange?.(describeSelection(changed, columns, bounds))
  })
  const { anchor, head } = state
  useEffect(() => report({ anchor, head }), [anchor, head])

  const get = () => fitSelection(newest.current, bounds)

  const select = (action: SelectionAction): SelectionState => {
    newest.current = reduceSelection(get(), action, bounds)
    setSelected(newest.current)
    return newest.current
  }

  return { state, get, select }
}
