import type { CallProblem, DraftSummary } from './outputs.ts'

/** Pushed by the engine to every door. */
export interface EngineEvents {
  /** Rows changed; `all` when too many to name. */
  changed: { shipments: number[] | 'all'; lists: boolean }
  /** Work over 400 ms. `canCancel` is false in the last short step that cannot be interrupted. */
  progress: { jobId: number; job: string; step: string; done: number; total: number; canCancel: boolean }
  finished: { jobId: number }
  problem: { problem: CallProblem }
  /** Files of the watch folder became drafts, or were refused. */
  watched: { drafts: DraftSummary[] }
}
export type EventName = keyof EngineEvents
