import { useLayoutEffect, useRef } from 'react'

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
  }, [cellElementId, text])
  return (
    <div className="grid-peek" aria-hidden>
      <div ref={whole} className={isMono ? 'grid-peek-text grid-mono' : 'grid-peek-text'} hidden />
      {note !== undefined && <div className="grid-peek-note">{note}</div>}
    </div>
  )
}
