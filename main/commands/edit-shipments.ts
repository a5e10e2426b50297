import { applyChange } from '../../db/change-log.ts'
import { getCarriers } from '../../db/carrier.ts'
import { getIssuedAmong } from '../../db/number-block.ts'
import { getProOwners, getShipmentsById, type StoredShipment } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { isDatedField, parseDatedValue } from '../../shared/domain/dated-edit.ts'
import { toCell, type CellChange, type CellValue } from '../../shared/domain/patch.ts'
import { parseShipmentValue, type ValueRefusal } from '../../shared/domain/shipment-edit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { Handler } from '../engine/context.ts'
import { findTaken, keepLastEdits } from './cell-edits.ts'
import { toRequest } from './change-request.ts'

type Edit = ParsedInput<'shipment.edit'>['edits'][number]

/** Typed, pasted, filled and cleared cells: all or none, one undo. */
export const editShipments: Handler<'shipment.edit'> = (context, { opId, edits, gesture }) => {
  const request = toRequest(context, opId, 'edit', {})
  const applied = applyChange(context.store, request, (store) => {
    const cells = planEdits(store, edits, formatLocalDay(context.nowMs()))
    if (!cells.ok) return cells
    const label = { cells: cells.value.length, gesture }
    return ok({ patch: { inserts: [], cells: cells.value }, label, result: { cells: cells.value.length } })
  })
  if (!applied.ok) return applied
  const ids = [...new Set(edits.map((edit) => edit.id))]
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: false })
  return ok(applied.value.result)
}

function planEdits(store: Store, edits: readonly Edit[], today: string): Result<CellChange[], CallProblem> {
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
  const cells: CellChange[] = []
  for (const edit of putProsLast(keepLastEdits(edits))) {
    const shipment = shipments.get(edit.id)
    if (!shipment) continue
    const field = edit.field === 'carrier' ? 'carrierId' : edit.field
    const after = parseEdit(edit, shipment, carriers, today)
    if (!after.ok) return after
    const before = toCell(shipment[field])
    if (before !== after.value)
      cells.push({ entity: 'shipment', id: shipment.id, field, before, after: after.value })
    if (field === 'isa' || field === 'referenceId')
      shipments.set(edit.id, { ...shipment, [field]: after.value })
  }
  const taken = checkPros(store, cells, shipments)
  return taken ? fail(taken) : ok(cells)
}

/** A PRO is judged by the ISA and the reference that stand when all is done. */
const putProsLast = (edits: readonly Edit[]): Edit[] => [
  ...edits.filter((edit) => edit.field !== 'pro'),
  ...edits.filter((edit) => edit.field === 'pro'),
]

function parseEdit(
  edit: Edit,
  shipment: StoredShipment,
  carriers: ReadonlyMap<string, number>,
  today: string,
): Result<CellValue, CallProblem> {
  if (edit.field === 'carrier') {
    const name = edit.text.trim()
    if (name === '') return ok(null)
    const id = carriers.get(name.toUpperCase())
    return id === undefined ? fail({ kind: 'carrier-unknown', name }) : ok(id)
  }
  const parsed = isDatedField(edit.field)
    ? parseDatedValue(edit.field, edit.text, today)
    : parseShipmentValue(edit.field, edit.text, shipment)
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
function checkPros(
  store: Store,
  cells: readonly CellChange[],
  shipments: ReadonlyMap<number, StoredShipment>,
): CallProblem | null {
  const pros = cells.filter((cell) => cell.field === 'pro')
  const refuse = (value: string, reason: ValueRefusal, owner: string | null): CallProblem => ({
    kind: 'value-refused',
    field: 'pro',
    value,
    reason,
    owner,
  })
  const taken = findTaken(
    pros,
    (pro) => getProOwners(store, pro),
    (id) => shipments.get(id)!.fbaId,
  )
  if (taken) return refuse(taken.value, 'used-elsewhere', taken.owner)
  const leaving = new Set(pros.map((cell) => cell.before))
  const arriving = pros.flatMap(({ after }) =>
    typeof after === 'string' && !leaving.has(after) ? [after] : [],
  )
  const [issued] = getIssuedAmong(store, arriving)
  return issued === undefined ? null : refuse(issued, 'issued-before', null)
}
