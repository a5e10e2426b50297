import {
  type AssignConflictKind,
  conflictChoices,
  type ConflictChoice,
} from '../../shared/domain/assign-conflict.ts'
import type { LoadChoice } from '../../shared/domain/assign-row.ts'
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

export const emptyLoadChoice = (key: string): LoadChoice => ({
  key,
  vehicleId: null,
  driverId: null,
  isa: null,
  appointmentAt: null,
})

/** One of a load at most; one that says nothing is none. */
export function chooseForLoad(
  choices: AssignFields['loadChoices'],
  choice: LoadChoice,
): AssignFields['loadChoices'] {
  const others = choices.filter(({ key }) => key !== choice.key)
  const { key: _, ...values } = choice
  return Object.values(values).every((value) => value === null) ? others : [...others, choice]
}
