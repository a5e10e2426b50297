import type { CallInput } from '../../shared/contract/contract.ts'
import { newOpId } from '../api.ts'
import type { CellEdit, EditGesture } from '../grid/grid-types.ts'
import { ask } from '../shell/ask.ts'
import { editFields, type ShipmentColumnId } from './shipment-column-ids.ts'
import { shipmentRows } from './shipment-rows.ts'

type ShipmentEdits = CallInput<'shipment.edit'>['edits']

const toEdits = (edits: readonly CellEdit[]): ShipmentEdits =>
  edits.flatMap(({ rowKey, columnId, text }) => {
    const field = editFields[columnId as ShipmentColumnId]
    return field ? [{ id: Number(rowKey), field, text }] : []
  })

/** Stores cells; all of them or, with a problem said in words, none. Done when the rows have been read back. */
export async function editShipments(edits: readonly CellEdit[], gesture: EditGesture): Promise<boolean> {
  const stored = toEdits(edits)
  const answer = await ask('shipment.edit', { opId: newOpId(), edits: stored, gesture })
  if (answer.ok) await shipmentRows.markOutdated(stored.map(({ id }) => id)).catch(() => undefined)
  return answer.ok
}
