import {
  type AssignConflictKind,
  conflictChoices,
  type ConflictChoice,
} from '../../shared/domain/assign-conflict.ts'
import type { AssignFields } from './assign-fields.ts'

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
