import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { LoadView } from '../../shared/contract/outputs.ts'
import type { GridHandle } from '../grid/grid-types.ts'
import { useLoadList } from './load-list.ts'

interface FollowedCursor {
  /** The load under the cursor. */
  row: LoadView | undefined
  onRow: (load: LoadView, rowIndex: number) => void
}

/**
 * Keeps the cursor on its load when another day moves that to another line, and brings it back there when the screen is
 * shown again. Where the load has gone, the one in its line is meant.
 */
export function useFollowedCursor(
  grid: RefObject<GridHandle | null>,
  rows: readonly LoadView[],
  isListed: boolean,
  isEditing: boolean,
): FollowedCursor {
  const activeId = useLoadList((list) => list.activeId)
  const [rowIndex, setRowIndex] = useState(0)
  const place = rows.findIndex(({ id }) => id === activeId)

  const arrive = useEffectEvent(() => {
    if (place >= 0) grid.current?.moveTo(place)
    else grid.current?.focus()
  })
  useEffect(() => (isListed ? afterDrawing(arrive) : undefined), [isListed])

  const follow = useEffectEvent((to: number) => {
    const isInGrid = document.activeElement?.closest('.loads-grid') !== null
    if (isInGrid && to >= 0 && to !== rowIndex) grid.current?.moveTo(to)
  })
  useEffect(() => (isEditing ? undefined : afterDrawing(() => follow(place))), [place, isEditing])

  return {
    row: rows[place] ?? rows[Math.min(rowIndex, rows.length - 1)],
    onRow({ id }, index) {
      setRowIndex(index)
      useLoadList.setState({ activeId: id })
    },
  }
}

/** The grid draws new rows a moment after they came, and knows no line before that. */
function afterDrawing(move: () => void): () => void {
  const frame = requestAnimationFrame(move)
  return () => cancelAnimationFrame(frame)
}
