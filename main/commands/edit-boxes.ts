import { applyChange } from '../../db/change-log.ts'
import {
  getBoxesById,
  getBoxesOfShipment,
  getBoxIdOwners,
  getShipmentsById,
  getTrackingOwners,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { toCell, type CellChange } from '../../shared/domain/patch.ts'
import { releaseLoneNumbers } from '../../shared/domain/shared-tracking.ts'
import { parseBoxValue, type ValueRefusal } from '../../shared/domain/shipment-edit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { findTaken, keepLastEdits } from './cell-edits.ts'
import { toRequest } from './change-request.ts'

type Edit = ParsedInput<'box.edit'>['edits'][number]

/** Typed, pasted, filled and cleared box cells: all or none, one undo. A number stands on one box. */
export const editBoxes: Handler<'box.edit'> = (context, { opId, edits, gesture }) => {
  const touched = new Set<number>()
  const request = toRequest(context, opId, 'edit-boxes', {})
  const applied = applyChange(context.store, request, (store) => {
    const cells = planEdits(store, edits, touched)
    if (!cells.ok) return cells
    const label = { cells: cells.value.length, gesture }
    return ok({ patch: { inserts: [], cells: cells.value }, label, result: { cells: cells.value.length } })
  })
  if (!applied.ok) return applied
  context.index.refresh(touched)
  context.emit('changed', { shipments: [...touched], lists: false })
  return ok(applied.value.result)
}

function planEdits(
  store: Store,
  edits: readonly Edit[],
  touched: Set<number>,
): Result<CellChange[], CallProblem> {
  const boxes = new Map(
    getBoxesById(store, new Set(edits.map((edit) => edit.id))).map((box) => [box.id, box]),
  )
  const shipmentIds = new Set([...boxes.values()].map((box) => box.shipmentId))
  const fbaIds = new Map(
    getShipmentsById(store, shipmentIds).map((shipment) => [shipment.id, shipment.fbaId]),
  )
  const cells: CellChange[] = []
  for (const edit of keepLastEdits(edits)) {
    const box = boxes.get(edit.id)
    if (!box) continue
    const parsed = parseBoxValue(edit.field, edit.text, fbaIds.get(box.shipmentId)!)
    if (!parsed.ok) return fail(refuse(edit.field, edit.text, parsed.problem, null))
    const before = toCell(box[edit.field])
    const after = parsed.value
    if (before === after) continue
    cells.push({ entity: 'box', id: box.id, field: edit.field, before, after })
    if (edit.field === 'trackingId' && box.isTrackingShared)
      cells.push({ entity: 'box', id: box.id, field: 'isTrackingShared', before: 1, after: 0 })
    touched.add(box.shipmentId)
  }
  for (const [field, getOwners] of Object.entries({ trackingId: getTrackingOwners, boxId: getBoxIdOwners })) {
    const taken = findTaken(
      cells.filter((cell) => cell.field === field),
      (value) => getOwners(store, value).map(({ boxRowId, fbaId }) => ({ id: boxRowId, fbaId })),
      (id) => fbaIds.get(boxes.get(id)!.shipmentId)!,
    )
    if (taken) return fail(refuse(field, taken.value, 'used-elsewhere', taken.owner))
  }
  const wasShared = cells.some((cell) => cell.field === 'isTrackingShared')
  const siblings = wasShared ? [...touched].flatMap((id) => getBoxesOfShipment(store, id)) : []
  return ok([...cells, ...releaseLoneNumbers(siblings, cells)])
}

const refuse = (field: string, value: string, reason: ValueRefusal, owner: string | null): CallProblem => ({
  kind: 'value-refused',
  field,
  value,
  reason,
  owner,
})
