import { useLayoutEffect, useRef } from 'react'
import { keepInView } from './keep-in-view.ts'

interface GridPeekProps {
  cellElementId: string | undefined
  text: string
  note: string | undefined
  isMono: boolean
}

/** What the active cell has no room for: the whole of a text that was cut, and the problem in words. */
export function GridPeek({ cellElementId, text, note, isMono }: GridPeekProps) {
  const whole = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const cell = cellElementId === undefined ? null : document.getElementById(cellElementId)
    whole.current!.textContent = text
    whole.current!.hidden = cell === null || cell.scrollWidth <= cell.clientWidth
    keepInView(whole.current)
  }, [cellElementId, text])
  return (
    <div aria-hidden>
      <div ref={whole} className={isMono ? 'grid-peek grid-mono' : 'grid-peek'} hidden />
      {note !== undefined && (
        <div key={cellElementId} ref={keepInView} className="grid-note">
          {note}
        </div>
      )}
    </div>
  )
}
