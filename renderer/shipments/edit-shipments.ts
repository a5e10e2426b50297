import type { CallInput } from '../../shared/contract/contract.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeBlockMisfit, describeStandIn } from '../../shared/words/describe-rule.ts'
import { newOpId } from '../api.ts'
import type { CellEdit, EditGesture } from '../grid/grid-types.ts'
import { call, showProblem } from '../shell/ask.ts'
import { askReason } from '../shell/ask-reason.ts'
import { useLook } from '../shell/look.ts'
import { editFields, type ShipmentColumnId } from './shipment-column-ids.ts'
import { shipmentRows } from './shipment-rows.ts'

type ShipmentEdits = CallInput<'shipment.edit'>['edits']

const toEdits = (edits: readonly CellEdit[]): ShipmentEdits =>
  edits.flatMap(({ rowKey, columnId, text }) => {
    const field = editFields[columnId as ShipmentColumnId]
    return field ? [{ id: Number(rowKey), field, text }] : []
  })

const send = (edits: ShipmentEdits, gesture: EditGesture, reason?: string) =>
  call('shipment.edit', {
    opId: newOpId(),
    edits,
    gesture,
    ...(reason === undefined ? {} : { reason }),
  })

/**
 * Stores cells; all of them or, with a problem said in words, none.  A PRO that is something else, or not of the fleet's blocks, goes in once a reason
 * is given. Done when the rows have been read back.
 */
export async function editShipments(edits: readonly CellEdit[], gesture: EditGesture): Promise<boolean> {
  const stored = toEdits(edits)
  let answer = await send(stored, gesture)
  const problem = answer.ok ? null : answer.problem
  if (problem?.kind === 'stand-in' || problem?.kind === 'pro-against-blocks') {
    const t = getTranslate(useLook.getState().language)
    const isStandIn = problem.kind === 'stand-in'
    const what = isStandIn ? describeStandIn(problem, t) : describeBlockMisfit(problem, t)
    const title = t('rules.ask.standInTitle', { fbaId: problem.fbaId })
    const reason = await askReason(title, what, t('rules.ask.hint'))
    if (reason === null) return false
    answer = await send(stored, gesture, reason)
  }
  if (!answer.ok) showProblem(answer.problem)
  else await shipmentRows.markOutdated(stored.map(({ id }) => id)).catch(() => undefined)
  return answer.ok
}
