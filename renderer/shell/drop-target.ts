import { useEffect, useRef } from 'react'
import { create } from 'zustand'

export interface DropTarget {
  /** Said while files hover over the window. */
  hint: string
  onDrop: (files: readonly File[]) => void
}

interface DropTargets {
  target: DropTarget | null
}

/** Who takes dropped files; without one they are imported. */
export const useDropTargets = create<DropTargets>(() => ({ target: null }))

/** Takes files dropped anywhere on the window while the component is in view. */
export function useDropTarget(hint: string, onDrop: (files: readonly File[]) => void): void {
  const newest = useRef(onDrop)
  useEffect(() => {
    newest.current = onDrop
  })
  useEffect(() => {
    const target: DropTarget = { hint, onDrop: (files) => newest.current(files) }
    useDropTargets.setState({ target })
    return () => useDropTargets.setState((state) => (state.target === target ? { target: null } : state))
  }, [hint])
}
