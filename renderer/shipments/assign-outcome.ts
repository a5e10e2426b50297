import {
  type AssignConflictKind,
  conflictChoices,
  type ConflictChoice,
  leaveAloneKinds,
} from '../../shared/domain/assign-conflict.ts'
import type { AssignPreview, AssignRow } from '../../shared/contract/outputs.ts'
import type { AssignFields } from './assign-fields.ts'

export const outcomes = ['fills', 'unchanged', 'conflicts', 'skipped'] as const
export type Outcome = (typeof outcomes)[number]

export const isLeaveAlone = (kind: AssignConflictKind): boolean =>
  (leaveAloneKinds as readonly AssignConflictKind[]).includes(kind)

const isFilled = (row: AssignRow): boolean => row.carrier !== null || row.pro !== null || row.mode !== null

/** A row can be filled in part and have a conflict too: it counts under both. */
const tests: Record<Outcome, (row: AssignRow) => boolean> = {
  fills: isFilled,
  unchanged: (row) => !isFilled(row) && row.conflicts.length === 0,
  conflicts: (row) => row.conflicts.some(({ kind }) => !isLeaveAlone(kind)),
  skipped: (row) => row.conflicts.some(({ kind, choice }) => isLeaveAlone(kind) && choice === 'skip'),
}

const getIds = (rows: readonly AssignRow[]): Set<number> => new Set(rows.map((row) => row.id))

export const getOutcomeIds = ({ rows }: AssignPreview, outcome: Outcome): Set<number> =>
  getIds(rows.filter(tests[outcome]))

export const getConflictIds = ({ rows }: AssignPreview, kind: AssignConflictKind): Set<number> =>
  getIds(rows.filter((row) => row.conflicts.some((conflict) => conflict.kind === kind)))

/** What can be chosen; only one asked for by name can be followed by a next block. */
export function getChoices(
  kind: AssignConflictKind,
  { blockId }: Pick<AssignFields, 'blockId'>,
): readonly ConflictChoice[] {
  const choices: readonly ConflictChoice[] = conflictChoices[kind]
  const isSettled = choices.length < 2 || (kind === 'block-runs-out' && blockId === null)
  return isSettled ? [] : choices
}

type Choices = Pick<AssignFields, 'resolutions' | 'rowChoices'>

/** For all of the kind, also those that were chosen one by one before. The first choice is what nobody need choose. */
export function chooseForAll(
  { resolutions, rowChoices }: Choices,
  kind: AssignConflictKind,
  choice: ConflictChoice,
): Choices {
  const { [kind]: _, ...others } = resolutions
  return {
    resolutions: choice === conflictChoices[kind][0] ? others : { ...others, [kind]: choice },
    rowChoices: rowChoices.filter((each) => each.kind !== kind),
  }
}

export function chooseForRow(
  { resolutions, rowChoices }: Choices,
  id: number,
  kind: AssignConflictKind,
  choice: ConflictChoice,
): Choices {
  const others = rowChoices.filter((each) => each.id !== id || each.kind !== kind)
  const isAsAll = choice === (resolutions[kind] ?? conflictChoices[kind][0])
  return { resolutions, rowChoices: isAsAll ? others : [...others, { id, kind, choice }] }
}
