import { applyChange } from '../../db/change-log.ts'
import { getBoxesById, getShipmentsById, getTrackingOwner } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { toCell, type CellChange } from '../../shared/domain/patch.ts'
import { parseBoxValue } from '../../shared/domain/shipment-edit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

type Edit = ParsedInput<'box.edit'>['edits'][number]

/** Typed, pasted, filled and cleared box cells: all or none, one undo. A number stands on one box. */
export const editBoxes: Handler<'box.edit'> = (context, { opId, edits, gesture }) => {
  const touched = new Set<number>()
  const request = toRequest(context, opId, 'edit-boxes', { cells: edits.length, gesture })
  const applied = applyChange(context.store, request, (store) => {
    const cells = planEdits(store, edits, touched)
    if (!cells.ok) return cells
    return ok({ patch: { inserts: [], cells: cells.value }, result: { cells: cells.value.length } })
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
  const editedTracking = new Set(edits.filter((edit) => edit.field === 'trackingId').map((edit) => edit.id))
  const arriving = new Set<string>()
  const cells: CellChange[] = []
  for (const edit of edits) {
    const box = boxes.get(edit.id)
    if (!box) continue
    const parsed = parseBoxValue(edit.field, edit.text, fbaIds.get(box.shipmentId)!)
    const refuse = (reason: Parameters<typeof refusal>[1], owner: string | null = null) =>
      fail(refusal(edit, reason, owner))
    if (!parsed.ok) return refuse(parsed.problem)
    const before = toCell(box[edit.field])
    const after = parsed.value
    if (before === after) continue
    if (edit.field === 'trackingId' && typeof after === 'string') {
      const owner = getTrackingOwner(store, after)
      const isLeaving = owner !== null && editedTracking.has(owner.boxRowId)
      if (owner && owner.boxRowId !== box.id && !isLeaving) return refuse('used-elsewhere', owner.fbaId)
      if (arriving.has(after)) return refuse('used-elsewhere', fbaIds.get(box.shipmentId)!)
      arriving.add(after)
    }
    if (edit.field === 'trackingId' && box.isTrackingShared)
      cells.push({ entity: 'box', id: box.id, field: 'isTrackingShared', before: 1, after: 0 })
    cells.push({ entity: 'box', id: box.id, field: edit.field, before, after })
    touched.add(box.shipmentId)
  }
  return ok(cells)
}

const refusal = (
  edit: Edit,
  reason: Extract<CallProblem, { kind: 'value-refused' }>['reason'],
  owner: string | null,
): CallProblem => ({ kind: 'value-refused', field: edit.field, value: edit.text, reason, owner })
