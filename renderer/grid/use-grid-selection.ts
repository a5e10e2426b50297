import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { describeSelection } from './describe-selection.ts'
import {
  fitSelection,
  type GridBounds,
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
