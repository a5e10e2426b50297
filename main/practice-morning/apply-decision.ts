import type { CallInput } from '../../shared/contract/contract.ts'
import type { MorningCalls } from './morning-calls.ts'
import type { RecordedDecision } from './recorded-decisions.ts'

/** A list as pairing takes it, by the list's name. */
export type PairingInputs = Map<string, CallInput<'pairing.preview'>>

/** Answers one mistake through the call that the screens would make. */
export async function applyDecision(
  calls: MorningCalls,
  decision: RecordedDecision,
  inputs: PairingInputs,
): Promise<void> {
  switch (decision.call) {
    case 'shipment.edit': {
      const { id } = await calls.findShipment(decision.fbaId)
      const edits = [{ id, field: decision.field, text: decision.text }]
      await calls.call('shipment.edit', { opId: calls.nextOpId(), edits, gesture: 'edit' }, decision.fbaId)
      return
    }
    case 'assign.apply': {
      const { id } = await calls.findShipment(decision.fbaId)
      const options = { ...assignEverything, filter: { ids: [id] } }
      await calls.call('assign.apply', { opId: calls.nextOpId(), ...options }, decision.fbaId)
      return
    }
    case 'box.edit': {
      const boxes = await calls.listBoxes((await calls.findShipment(decision.fbaId)).id)
      const { id } = boxes.find((box) => box.boxId === decision.boxId)!
      const edits = [{ id, field: 'trackingId' as const, text: decision.trackingId }]
      await calls.call('box.edit', { opId: calls.nextOpId(), edits, gesture: 'edit' }, decision.boxId)
      return
    }
    case 'pairing.apply':
      await placeNumbers(calls, decision, inputs.get(decision.list)!)
  }
}

async function placeNumbers(
  calls: MorningCalls,
  decision: Extract<RecordedDecision, { call: 'pairing.apply' }>,
  input: CallInput<'pairing.preview'>,
): Promise<void> {
  const { numbers } = await calls.call('pairing.preview', input, decision.list)
  const boxes = await calls.listBoxes(input.shipmentId!)
  const rowIds = new Map(boxes.map((box) => [box.boxId, box.id]))
  const order = decision.order.map(({ boxId, trackingId }) => ({
    boxRowId: rowIds.get(boxId)!,
    numberIndex:
      numbers.find((number) => number.trackingId === trackingId && trackingId !== null)?.index ?? null,
  }))
  await calls.call('pairing.apply', { opId: calls.nextOpId(), ...input, order }, decision.list)
}

/** Carriers, PRO numbers and loads for whatever has none, as F6 and Enter do. */
export const assignEverything: Omit<CallInput<'assign.apply'>, 'opId'> = {
  filter: {},
  carrier: 'auto',
  blockId: null,
  wantsCarrier: true,
  wantsPro: true,
  wantsLoad: true,
  except: [],
}
