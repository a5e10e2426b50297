import type { ReactNode } from 'react'

export type StatusKind = 'ready' | 'incomplete' | 'error' | 'exported' | 'changed' | 'exempt'

/** The six shapes differ without colour: disc, dashed ring, octagon, arrow, triangle, dash. */
const shapes: Record<StatusKind, ReactNode> = {
  ready: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="m4.9 8.2 2.1 2.1 4.1-4.4" fill="none" className="ui-shape-cut" />
    </>
  ),
  incomplete: (
    <circle
      cx="8"
      cy="8"
      r="5.75"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeDasharray="2.6 1.92"
    />
  ),
  error: (
    <>
      <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" fill="currentColor" />
      <path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" fill="none" className="ui-shape-cut" />
    </>
  ),
  exported: (
    <path
      d="M8 11V2.5M4.5 6 8 2.5 11.5 6M2.5 14h11"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  changed: (
    <path
      d="M8 2.4 14.2 13H1.8z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  ),
  exempt: <path d="M4 8h8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
}

export function StatusShape({ status }: { status: StatusKind }) {
  return (
    <svg className="ui-status-shape" viewBox="0 0 16 16" aria-hidden data-status={status}>
      {shapes[status]}
    </svg>
  )
}
