import type { ReactNode } from 'react'
import './toolbar.css'

interface ToolbarProps {
  /** Views and filters. */
  children: ReactNode
  /** Commands, at the right end. */
  end?: ReactNode
}

/** The line of controls above a list. */
export function Toolbar({ children, end }: ToolbarProps) {
  return (
    <div className="ui-toolbar">
      <div className="ui-toolbar-line">
        <div className="ui-toolbar-part">{children}</div>
        <div className="ui-toolbar-part">{end}</div>
      </div>
    </div>
  )
}
