import { applyChange } from '../../db/change-log.ts'
import { getCarriers } from '../../db/carrier.ts'
import { getLoadNumbers } from '../../db/load.ts'
import { getAccountOwners, getShipmentsById, type StoredShipment } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { isDatedField, parseDatedValue } from '../../shared/domain/dated-edit.ts'
import { toCell, type CellChange, type CellValue, type RowInserts } from '../../shared/domain/patch.ts'
import { parseMarketplace } from '../../shared/domain/rule-pack/marketplace.ts'
import { parseShipmentValue, type ValueRefusal } from '../../shared/domain/shipment-edit.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { Handler } from '../engine/context.ts'
import { keepLastEdits } from './cell-edits.ts'
import { toRequest } from './change-request.ts'
import { putBeside } from './put-beside.ts'
import { planAccounts } from './plan-accounts.ts'
import { planOverrides } from './plan-overrides.ts'
import { planProEdits } from './plan-pro-edits.ts'

type Edit = ParsedInput<'shipment.edit'>['edits'][number]

/** Typed, pasted, filled and cleared cells: all or none, one undo. */
export const editShipments: Handler<'shipment.edit'> = (context, { opId, edits, gesture, reason }) => {
  const touched = new Set(edits.map((edit) => edit.id))
  const request = toRequest(context, opId, 'edit', {})
  const applied = applyChange(context.store, request, (store) => {
    const planned = planEdits(store, edits, formatLocalDay(context.nowMs()))
    if (!planned.ok) return planned
    const { cells, shipments } = planned.value
    const pros = planProEdits(context, store, cells, shipments, reason !== undefined)
    if (!pros.ok) return pros
    for (const cell of pros.value.cells) touched.add(cell.id)
    const inserts = [
      planned.value.accounts,
      planOverrides(context, store, pros.value.overrides, reason ?? ''),
    ]
    const result = { cells: cells.length }
    const patch = { inserts, cells: putBeside(cells, pros.value.cells) }
    return ok({ patch, label: { ...result, gesture }, result })
  })
  if (!applied.ok) return applied
  const ids = [...touched]
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: false })
  return ok(applied.value.result)
}

/** Where a column stands for a row of another table. */
const rowFields = { carrier: 'carrierId', marketplace: 'accountId', load: 'loadId' } as const
const isRowField = (field: string): field is keyof typeof rowFields => Object.hasOwn(rowFields, field)

interface PlannedEdits {
  cells: CellChange[]
  /** Seller accounts in marketplaces where the client had none. */
  accounts: RowInserts
  /** As the cells leave them. */
  shipments: ReadonlyMap<number, StoredShipment>
}

function planEdits(store: Store, edits: readonly Edit[], today: string): Result<PlannedEdits, CallProblem> {
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
  const loads = new Map([...getLoadNumbers(store)].map(([id, number]) => [number, id]))
  const owners = getAccountOwners(store)
  const accounts = planAccounts(store)
  const cells: CellChange[] = []
  for (const edit of keepLastEdits(edits)) {
    const shipment = shipments.get(edit.id)
    if (!shipment) continue
    const field = isRowField(edit.field) ? rowFields[edit.field] : edit.field
    const { clientId } = owners.get(shipment.accountId)!
    const after = parseEdit(edit, { carriers, loads }, today, (marketplace) =>
      accounts.getId(clientId, marketplace),
    )
    if (!after.ok) return after
    const before = toCell(shipment[field])
    if (before === after.value) continue
    cells.push({ entity: 'shipment', id: shipment.id, field, before, after: after.value })
    shipments.set(edit.id, { ...shipment, [field]: after.value })
  }
  return ok({ cells, accounts: accounts.inserts, shipments })
}

function parseEdit(
  edit: Edit,
  { carriers, loads }: Record<'carriers' | 'loads', ReadonlyMap<string, number>>,
  today: string,
  getAccountId: (marketplace: string) => number,
): Result<CellValue, CallProblem> {
  if (edit.field === 'carrier') {
    const name = edit.text.trim()
    if (name === '') return ok(null)
    const id = carriers.get(name.toUpperCase())
    return id === undefined ? fail({ kind: 'carrier-unknown', name }) : ok(id)
  }
  if (edit.field === 'load') {
    const number = edit.text.trim().toUpperCase()
    if (number === '') return ok(null)
    const id = loads.get(number)
    return id === undefined ? fail({ kind: 'load-unknown', number }) : ok(id)
  }
  if (edit.field === 'marketplace') {
    const marketplace = edit.text.trim() === '' ? '' : parseMarketplace(edit.text)
    return marketplace === null ? refuse(edit, 'unknown-word') : ok(getAccountId(marketplace))
  }
  const parsed = isDatedField(edit.field)
    ? parseDatedValue(edit.field, edit.text, today)
    : parseShipmentValue(edit.field, edit.text)
  return parsed.ok ? parsed : refuse(edit, parsed.problem)
}

const refuse = ({ field, text }: Edit, reason: ValueRefusal): Result<never, CallProblem> =>
  fail({ kind: 'value-refused', field, value: text, reason, owner: null })
