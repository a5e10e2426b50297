import type { LoadPlan } from './assign-load.ts'
import type { Load } from './load.ts'
import { diffFields } from './patch.ts'
import type { AssignRow } from './assign-row.ts'
import type { CellChange, Patch, RowInserts } from './patch.ts'

const fields = [
  'id',
  'number',
  'carrierId',
  'fc',
  'day',
  'isa',
  'appointmentAt',
  'departsAt',
  'returnsAt',
  'vehicleId',
  'driverId',
  'maxPallets',
  'maxBoxes',
  'maxKg',
  'reason',
] as const

export const countNewLoads = ({ loads }: LoadPlan): number => loads.filter((load) => !load.standing).length

interface LoadPatch {
  inserts: RowInserts[]
  cells: CellChange[]
  removes: NonNullable<Patch['removes']>
}

/** New loads take ids from `firstId` on. Shipments without an appointment take that of their load. */
export function writeLoads(
  { loads, takenOff, emptied }: LoadPlan,
  rows: readonly AssignRow[],
  firstId: number,
  reason: string,
  getAppointment: (shipmentId: number) => { isa: string | null; appointmentAt: string | null },
): LoadPatch {
  const fresh = loads.filter((load) => !load.standing)
  const ids = new Map(fresh.map((load, index) => [load.key, firstId + index]))
  const byKey = new Map(loads.map((load) => [load.key, load]))
  const cells = takenOff.map(({ load, field }): CellChange => ({
    entity: 'load',
    id: load.id,
    field,
    before: load[field],
    after: null,
  }))
  for (const { standing, needsReason } of loads)
    if (standing && needsReason) cells.push(...addReason(standing, reason))
  for (const { id, load } of rows) {
    if (!load) continue
    const planned = byKey.get(load.key)!
    const after = planned.standing?.id ?? ids.get(load.key)!
    cells.push({ entity: 'shipment', id, field: 'loadId', before: load.before, after })
    const own = getAppointment(id)
    for (const field of ['isa', 'appointmentAt'] as const)
      if (own[field] === null && planned[field] !== null)
        cells.push({ entity: 'shipment', id, field, before: null, after: planned[field] })
  }
  const inserts = fresh.map((load) => [
    ids.get(load.key)!,
    ...fields.slice(1, -1).map((field) => load[field as Exclude<(typeof fields)[number], 'id' | 'reason'>]),
    load.needsReason ? reason : null,
  ])
  const removes = emptied.length === 0 ? [] : [{ entity: 'load' as const, ids: emptied.map(({ id }) => id) }]
  return { inserts: [{ entity: 'load', fields, rows: inserts }], cells, removes }
}

/** One that stands is no reason for something else: both are kept. */
const addReason = (load: Load, reason: string): CellChange[] =>
  diffFields('load', load, {
    reason: load.reason === null || load.reason === reason ? reason : `${load.reason} · ${reason}`,
  })
