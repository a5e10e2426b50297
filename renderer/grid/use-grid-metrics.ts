import { type RefObject, useEffect, useState } from 'react'

export interface GridMetrics {
  /** Pixels per CSS pixel of the design: 1.25 at 125 % text size. */
  scale: number
  rowHeight: number
}

const designRem = 16

/** Follows text size and density, both of which are set on the document, through the size of a probe element. */
export function useGridMetrics(probeRef: RefObject<HTMLElement | null>): GridMetrics {
  const [metrics, setMetrics] = useState<GridMetrics>({ scale: 1, rowHeight: 28 })
  useEffect(() => {
    const element = probeRef.current!
    const read = () => {
      const next = { scale: element.offsetWidth / designRem, rowHeight: element.offsetHeight }
      setMetrics((old) => (old.scale === next.scale && old.rowHeight === next.rowHeight ? old : next))
    }
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [probeRef])
  return metrics
}
