import './level-mark.css'
import { type StatusKind, StatusShape } from './status-shape.tsx'

/** Octagon, triangle, dash, disc: the shapes that statuses have. */
const shapes = {
  block: 'error',
  warn: 'changed',
  info: 'exempt',
  letThrough: 'ready',
} satisfies Record<string, StatusKind>

export type Level = keyof typeof shapes

/** What a rule does, as shape and word. */
export function LevelMark({ level, label }: { level: Level; label: string }) {
  return (
    <span className="ui-level" data-level={level}>
      <StatusShape status={shapes[level]} />
      {label}
    </span>
  )
}
