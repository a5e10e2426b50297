import type { AssignConflictKind, AssignPreview, AssignRow } from '../../shared/contract/outputs.ts'

export const outcomes = ['fills', 'unchanged', 'conflicts', 'skipped'] as const
export type Outcome = (typeof outcomes)[number]

/** Left alone on purpose, not for want of something. */
const skips: ReadonlySet<AssignConflictKind> = new Set<AssignConflictKind>(['exempt', 'ended', 'exported'])

const isFilled = (row: AssignRow): boolean => row.carrier !== null || row.pro !== null

/** A row can be filled in part and have a conflict too: it counts under both. */
const tests: Record<Outcome, (row: AssignRow) => boolean> = {
  fills: isFilled,
  unchanged: (row) => !isFilled(row) && row.conflicts.length === 0,
  conflicts: (row) => row.conflicts.some((kind) => !skips.has(kind)),
  skipped: (row) => row.conflicts.some((kind) => skips.has(kind)),
}

const getIds = (rows: readonly AssignRow[]): Set<number> => new Set(rows.map((row) => row.id))

export const getOutcomeIds = ({ rows }: AssignPreview, outcome: Outcome): Set<number> =>
  getIds(rows.filter(tests[outcome]))

export const getConflictIds = ({ rows }: AssignPreview, kind: AssignConflictKind): Set<number> =>
  getIds(rows.filter((row) => row.conflicts.includes(kind)))

/** Cells that hold another value now and would lose it. */
export const countReplaced = ({ rows }: AssignPreview): number =>
  rows.reduce(
    (sum, { carrier, pro }) => sum + (carrier?.before == null ? 0 : 1) + (pro?.before == null ? 0 : 1),
    0,
  )
