import { type RefObject, useEffect, useRef } from 'react'

/** A panel that opens beside the grid must not leave the cell it speaks of out of view. */
export function useRevealOnShrink(scrollerRef: RefObject<HTMLElement | null>, reveal: () => void): void {
  const newest = useRef(reveal)
  useEffect(() => {
    newest.current = reveal
  })
  useEffect(() => {
    const element = scrollerRef.current!
    let width = element.clientWidth
    const observer = new ResizeObserver(() => {
      const isNarrower = element.clientWidth < width
      width = element.clientWidth
      if (isNarrower) newest.current()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scrollerRef])
}
