import { applyChange } from '../../db/change-log.ts'
import { getCarriers } from '../../db/carrier.ts'
import { getIssuedAmong } from '../../db/number-block.ts'
import { getShipmentsById, isProOnShipment, type StoredShipment } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { toCell, type CellChange, type CellValue } from '../../shared/domain/patch.ts'
import { parseShipmentValue } from '../../shared/domain/shipment-edit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

type Edit = ParsedInput<'shipment.edit'>['edits'][number]

/** Typed, pasted, filled and cleared cells: all or none, one undo. */
export const editShipments: Handler<'shipment.edit'> = (context, { opId, edits, gesture }) => {
  const request = toRequest(context, opId, 'edit', { cells: edits.length, gesture })
  const applied = applyChange(context.store, request, (store) => {
    const cells = planEdits(store, edits)
    if (!cells.ok) return cells
    return ok({ patch: { inserts: [], cells: cells.value }, result: { cells: cells.value.length } })
  })
  if (!applied.ok) return applied
  const ids = [...new Set(edits.map((edit) => edit.id))]
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: false })
  return ok(applied.value.result)
}

function planEdits(store: Store, edits: readonly Edit[]): Result<CellChange[], CallProblem> {
  const shipments = new Map(
    getShipmentsById(store, new Set(edits.map((edit) => edit.id))).map((shipment) => [shipment.id, shipment]),
  )
  const carriers = new Map(
    getCarriers(store).flatMap((carrier) =>
      [carrier.name, carrier.scac]
        .filter((name) => name !== null)
        .map((name) => [name.toUpperCase(), carrier.id]),
    ),
  )
  const leaving = new Set<string>()
  for (const edit of edits) {
    const pro = edit.field === 'pro' ? shipments.get(edit.id)?.pro : null
    if (pro) leaving.add(pro)
  }
  const arriving = new Set<string>()
  const cells: CellChange[] = []
  for (const edit of edits) {
    const shipment = shipments.get(edit.id)
    if (!shipment) continue
    const field = edit.field === 'carrier' ? 'carrierId' : edit.field
    const after = parseEdit(edit, shipment, carriers)
    if (!after.ok) return after
    const before = toCell(shipment[field])
    if (before === after.value) continue
    if (field === 'pro' && after.value !== null) {
      const taken = checkPro(store, shipment, String(after.value), leaving, arriving)
      if (taken) return fail(taken)
      arriving.add(String(after.value))
    }
    cells.push({ entity: 'shipment', id: shipment.id, field, before, after: after.value })
  }
  return ok(cells)
}

function parseEdit(
  edit: Edit,
  shipment: StoredShipment,
  carriers: ReadonlyMap<string, number>,
): Result<CellValue, CallProblem> {
  if (edit.field === 'carrier') {
    const name = edit.text.trim()
    if (name === '') return ok(null)
    const id = carriers.get(name.toUpperCase())
    return id === undefined ? fail({ kind: 'carrier-unknown', name }) : ok(id)
  }
  const parsed = parseShipmentValue(edit.field, edit.text, shipment)
  if (parsed.ok) return parsed
  return fail({
    kind: 'value-refused',
    field: edit.field,
    value: edit.text,
    reason: parsed.problem,
    owner: null,
  })
}

/** A PRO stands on one shipment, and a number that a block has given out never comes back by typing. */
function checkPro(
  store: Store,
  shipment: StoredShipment,
  pro: string,
  leaving: ReadonlySet<string>,
  arriving: ReadonlySet<string>,
): CallProblem | null {
  const refused = { kind: 'value-refused', field: 'pro', value: pro, owner: null } as const
  const isElsewhere = isProOnShipment(store, pro, shipment.id) && !leaving.has(pro)
  if (arriving.has(pro) || isElsewhere) return { ...refused, reason: 'used-elsewhere' }
  const isIssued = !leaving.has(pro) && getIssuedAmong(store, [pro]).size > 0
  return isIssued ? { ...refused, reason: 'issued-before' } : null
}
