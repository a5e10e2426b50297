import { StatusShape } from '../ui/status-shape.tsx'
import { isReadyToCommit, type QueuedFile } from './queued-file.ts'

/** Shape of a file's verdict; the word stands beside it. */
export function VerdictShape({ file }: { file: QueuedFile }) {
  if (isReadyToCommit(file)) return <StatusShape status="ready" />
  switch (file.draft.verdict) {
    case 'known':
    case 'confirm':
      return <StatusShape status="incomplete" />
    case 'refused':
      return <StatusShape status="error" />
    case 'new':
      return <DiamondShape />
    default:
      return (
        <svg className="ui-status-shape" viewBox="0 0 16 16" aria-hidden data-status="exempt">
          <path d="M3.5 6h9M3.5 10h9" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      )
  }
}

/** Something is not there yet: a client, a field. */
export function DiamondShape() {
  return (
    <svg className="ui-status-shape" viewBox="0 0 16 16" aria-hidden data-status="exported">
      <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
