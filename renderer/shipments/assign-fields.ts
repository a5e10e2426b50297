import type { AssignDraft } from '../../shared/contract/outputs.ts'
import { usualPallets, usualTripHours } from '../../shared/domain/load.ts'
import { allTicks, noTicks, type RowTicks, setTicks } from '../grid/grid-ticks.ts'

/** Every field of the assign sheet. */
export type AssignFields = Omit<AssignDraft, 'pickedIds' | 'filter' | 'ticks'>
/** What the sheet was opened on. */
export type AssignScope = Pick<AssignDraft, 'pickedIds' | 'filter'>

export const firstFields: AssignFields = {
  carrier: 'auto',
  rules: null,
  blockId: null,
  wantsCarrier: true,
  wantsPro: true,
  sharesPro: false,
  shareReason: '',
  wantsLoad: true,
  loadId: null,
  caps: { maxPallets: usualPallets, maxBoxes: null, maxKg: null },
  tripHours: usualTripHours,
  loadChoices: [],
  loadReason: '',
  resolutions: {},
  rowChoices: [],
}

/** What stays for the next time. Replacing, sharing and every other decision is made anew each time. */
export const keepForNextTime = ({
  carrier,
  blockId,
  wantsCarrier,
  wantsPro,
  wantsLoad,
  caps,
  tripHours,
}: AssignFields): AssignFields => ({
  ...firstFields,
  carrier,
  blockId,
  wantsCarrier,
  wantsPro,
  wantsLoad,
  caps,
  tripHours,
})

export const startTicks = ({ pickedIds }: AssignScope): RowTicks =>
  pickedIds.length === 0 ? allTicks : setTicks(noTicks, pickedIds.map(String), true)

const toTicks = ({ mode, ids }: AssignDraft['ticks']): RowTicks => ({ mode, keys: new Set(ids.map(String)) })

export const toTickedIds = (ticks: RowTicks): number[] => [...ticks.keys].map(Number)

const isSame = (a: AssignScope, b: AssignScope): boolean =>
  JSON.stringify([a.pickedIds, a.pickedIds.length > 0 ? {} : a.filter]) ===
  JSON.stringify([b.pickedIds, b.pickedIds.length > 0 ? {} : b.filter])

interface Resumed {
  fields: AssignFields
  pickedIds: readonly number[]
  ticks: RowTicks
  /** The filter to go back to, where the draft was about what another filter finds. */
  filter: AssignDraft['filter'] | null
  /** Whether somebody's decisions came back. */
  isResumed: boolean
}

/**
 * Where a draft is taken up again. The fields always come back. The rows do where the sheet is opened on the same ones,
 * and where the program was started anew and nothing has been selected or filtered since.
 */
export function resumeDraft(draft: AssignDraft, scope: AssignScope, isFirstOpening: boolean): Resumed {
  const { pickedIds, filter, ticks, ...fields } = draft
  const isUntouched = scope.pickedIds.length === 0 && Object.keys(scope.filter).length === 0
  const isTakenUp = isSame(draft, scope) || (isFirstOpening && isUntouched)
  const hasLeftOut = ticks.mode === 'allBut' ? ticks.ids.length > 0 : ticks.ids.length < pickedIds.length
  const hasDecisions =
    fields.sharesPro || Object.keys(fields.resolutions).length > 0 || fields.rowChoices.length > 0
  return {
    fields,
    pickedIds: isTakenUp ? pickedIds : scope.pickedIds,
    ticks: isTakenUp ? toTicks(ticks) : startTicks(scope),
    filter: isTakenUp && !isSame(draft, scope) && pickedIds.length === 0 ? filter : null,
    isResumed: hasDecisions || (isTakenUp && (hasLeftOut || !isSame(draft, scope))),
  }
}
