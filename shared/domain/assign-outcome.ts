import { leaveAloneKinds, type AssignConflictKind } from './assign-conflict.ts'
import { isFilled, type AssignRow } from './assign-row.ts'

/** What would happen to a row. One filled in part has a conflict too and counts under both. */
export const assignOutcomes = ['fills', 'unchanged', 'conflicts', 'skipped'] as const
export type AssignOutcome = (typeof assignOutcomes)[number]

export const isLeaveAlone = (kind: AssignConflictKind): boolean =>
  (leaveAloneKinds as readonly AssignConflictKind[]).includes(kind)

const tests: Record<AssignOutcome, (row: AssignRow) => boolean> = {
  fills: isFilled,
  unchanged: (row) => !isFilled(row) && row.conflicts.length === 0,
  conflicts: (row) => row.conflicts.some(({ kind }) => !isLeaveAlone(kind)),
  skipped: (row) => row.conflicts.some(({ kind, choice }) => isLeaveAlone(kind) && choice === 'skip'),
}

const isOutcome = (of: AssignOutcome | AssignConflictKind): of is AssignOutcome =>
  (assignOutcomes as readonly string[]).includes(of)

/** The rows that a count counts: of an outcome, or of a kind of conflict. */
export const findRowsOf = (rows: readonly AssignRow[], of: AssignOutcome | AssignConflictKind): AssignRow[] =>
  rows.filter(isOutcome(of) ? tests[of] : (row) => row.conflicts.some((conflict) => conflict.kind === of))
