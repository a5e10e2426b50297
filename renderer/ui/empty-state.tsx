import type { ReactNode } from 'react'
import './empty-state.css'

interface EmptyStateProps {
  icon?: ReactNode
  /** One sentence that names the next key. */
  children: ReactNode
  actions?: ReactNode
}

export function EmptyState({ icon, children, actions }: EmptyStateProps) {
  return (
    <div className="ui-empty-state">
      {icon}
      <p>{children}</p>
      {actions !== undefined && <div className="ui-empty-state-actions">{actions}</div>}
    </div>
  )
}
