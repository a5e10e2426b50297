import { type RefObject, useEffect } from 'react'
import { create } from 'zustand'
import type { GridHandle } from '../grid/grid-types.ts'

export const checkParts = ['check', 'forecast', 'modes'] as const
export type CheckPart = (typeof checkParts)[number]

interface Place {
  /** The part last looked at is shown again. */
  part: CheckPart
  /** True until the part that a command led to has taken the focus; a tab that is walked to keeps it. */
  isAwaited: boolean
}

export const useCheckPart = create<Place>(() => ({ part: 'check', isAwaited: false }))

export const showPart = (part: CheckPart): void => useCheckPart.setState({ part })

export const goToPart = (part: CheckPart): void => useCheckPart.setState({ part, isAwaited: true })

/** The part's list takes the focus when a command led to it, as soon as it is there. */
export function useArrival(grid: RefObject<GridHandle | null>, isListed: boolean): void {
  const isAwaited = useCheckPart((place) => place.isAwaited)
  useEffect(() => {
    if (!isAwaited || !isListed) return
    grid.current?.focus()
    useCheckPart.setState({ isAwaited: false })
  }, [grid, isAwaited, isListed])
}
