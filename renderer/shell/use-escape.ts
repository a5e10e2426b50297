import { useEffect } from 'react'
import { cancelJob } from './jobs.ts'
import { clearFilter } from './shipment-scope.ts'

/** Two within this time are one gesture. */
const twiceMs = 800

/** Esc stops the running job; twice, with nothing left to close, it clears all filters. */
export function useEscape(): void {
  useEffect(() => {
    let lastAtMs = Number.NEGATIVE_INFINITY
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'Escape' || event.isComposing || event.defaultPrevented || event.repeat) return
      if (cancelJob()) return
      if (event.timeStamp - lastAtMs <= twiceMs) clearFilter()
      lastAtMs = event.timeStamp
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
