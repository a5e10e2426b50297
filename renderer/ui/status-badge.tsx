import './status-badge.css'
import { type StatusKind, StatusShape } from './status-shape.tsx'

interface StatusBadgeProps {
  status: StatusKind
  /** The word: colour and shape never stand alone. */
  label: string
  /** On a ground of its own colour, for use outside tables. */
  isTinted?: boolean | undefined
}

export function StatusBadge({ status, label, isTinted }: StatusBadgeProps) {
  return (
    <span className="ui-status-badge" data-status={status} data-tinted={isTinted || undefined}>
      <StatusShape status={status} />
      {label}
    </span>
  )
}
