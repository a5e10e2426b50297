import { Children, type ReactNode } from 'react'
import './status-line.css'

interface StatusLineProps {
  label: string
  /** One child per fact: selection, last undo, numbers left, time saved. */
  children: ReactNode
  /** At the right end: progress. */
  end?: ReactNode
}

/** The line at the foot of the window. */
export function StatusLine({ label, children, end }: StatusLineProps) {
  return (
    <footer className="ui-status-line" aria-label={label}>
      <ul className="ui-status-facts">
        {Children.map(children, (fact) =>
          fact === undefined || fact === null ? undefined : <li>{fact}</li>,
        )}
      </ul>
      {end}
    </footer>
  )
}
