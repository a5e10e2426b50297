import { create } from 'zustand'
import type { AssignPreview } from '../../shared/contract/outputs.ts'
import { allTicks, type RowTicks } from '../grid/grid-ticks.ts'
import { ask } from '../shell/ask.ts'
import { getShipmentFilter, useShipmentScope } from '../shell/shipment-scope.ts'
import { onWorkspaceChange } from '../shell/workspace.ts'
import {
  type AssignFields,
  type AssignScope,
  firstFields,
  keepForNextTime,
  resumeDraft,
  startTicks,
  toTickedIds,
} from './assign-fields.ts'
import { narrowList } from './shipment-rows.ts'

interface AssignSheet {
  isOpen: boolean
  /** The draft has been read; until then the fields are not those of the dispatcher. */
  isReady: boolean
  fields: AssignFields
  /** The rows selected when the sheet was opened; none: all that the filter finds. */
  pickedIds: readonly number[]
  /** The rows that are in: of those selected, or all that the filter finds but some. */
  ticks: RowTicks
  /** Decisions of an earlier time came back. */
  isResumed: boolean
  preview: AssignPreview | null
  isComputing: boolean
}

const closedSheet: AssignSheet = {
  isOpen: false,
  isReady: false,
  fields: firstFields,
  pickedIds: [],
  ticks: allTicks,
  isResumed: false,
  preview: null,
  isComputing: false,
}

export const useAssign = create<AssignSheet>(() => closedSheet)

/** The first opening since the program was started or the workspace changed: what was selected then is gone. */
let isFirstOpening = true

onWorkspaceChange(() => {
  isFirstOpening = true
  useAssign.setState(closedSheet)
})

const getScope = (pickedIds: readonly number[]): AssignScope => ({
  pickedIds: [...pickedIds],
  filter: getShipmentFilter(useShipmentScope.getState()),
})

/** Begins with the selected rows, else with all that the filter finds; an unfinished draft is taken up again. */
export async function openAssign(pickedIds: readonly number[]): Promise<void> {
  const scope = getScope(pickedIds)
  useAssign.setState({ ...closedSheet, isOpen: true, pickedIds, ticks: startTicks(scope) })
  const answer = await ask('assign.getDraft', {})
  const draft = answer.ok ? answer.value.draft : null
  if (!useAssign.getState().isOpen) return
  if (draft) {
    const { filter, ...resumed } = resumeDraft(draft, scope, isFirstOpening)
    if (filter) {
      const { search = '', ...conditions } = filter
      useShipmentScope.setState({ conditions, search })
    }
    useAssign.setState(resumed)
  }
  isFirstOpening = false
  useAssign.setState({ isReady: true })
}

/** The draft stays. */
export function closeAssign(): void {
  if (!useAssign.getState().isOpen) return
  void keepAssignDraft()
  useAssign.setState({ isOpen: false, isReady: false, preview: null })
  narrowList(null)
}

/** Puts the sheet as it stands on file, so that Esc, another screen or a crash loses nothing of it. */
export async function keepAssignDraft(): Promise<void> {
  const { isReady, fields, pickedIds, ticks } = useAssign.getState()
  if (!isReady) return
  const kept = { mode: ticks.mode, ids: toTickedIds(ticks) }
  await ask('assign.keepDraft', { draft: { ...fields, ...getScope(pickedIds), ticks: kept } })
}

/** After it was applied: the next opening begins anew. */
export function endAssign(): void {
  const fields = keepForNextTime(useAssign.getState().fields)
  useAssign.setState({ fields, pickedIds: [], ticks: allTicks, isReady: true })
  closeAssign()
}

export function startOver(): void {
  const { pickedIds } = useAssign.getState()
  useAssign.setState({
    fields: firstFields,
    ticks: startTicks(getScope(pickedIds)),
    isResumed: false,
  })
}

export const setAssignTicks = (ticks: RowTicks): void => useAssign.setState({ ticks })

export const setAssignFields = (change: Partial<AssignFields>): void =>
  useAssign.setState(({ fields }) => ({ fields: { ...fields, ...change } }))
