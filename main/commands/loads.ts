import { getCarriers } from '../../db/carrier.ts'
import { applyChange } from '../../db/change-log.ts'
import { getDrivers, getLoads, getVehicles } from '../../db/load.ts'
import type { CallProblem, LoadView } from '../../shared/contract/outputs.ts'
import type { StandingLoad } from '../../shared/domain/assign-row.ts'
import { judgeLoad, type LoadSurroundings } from '../../shared/domain/judge-load.ts'
import { planLoadEdit } from '../../shared/domain/load-edit.ts'
import { diffFields } from '../../shared/domain/patch.ts'
import { addToFill, emptyFill, getLowerCaps, noCaps, type Load } from '../../shared/domain/load.ts'
import { fail, ok } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import type { IndexedShipment } from '../engine/shipment-row.ts'
import { isIdRefused } from './id-refused.ts'
import { toRequest } from './change-request.ts'

type Loaded = ReadonlyMap<number, IndexedShipment[]>

/** The shipments on each load, in the order they came in. */
export function getLoaded({ index }: Pick<CommandContext, 'index'>): Loaded {
  const loaded = new Map<number, IndexedShipment[]>()
  for (const row of index.all()) {
    if (row.loadId === null) continue
    const rows = loaded.get(row.loadId)
    if (rows) rows.push(row)
    else loaded.set(row.loadId, [row])
  }
  for (const rows of loaded.values()) rows.sort((a, b) => a.id - b.id)
  return loaded
}

export const addFill = (load: Load, loaded: Loaded): StandingLoad => ({
  ...load,
  sharedPro:
    loaded.get(load.id)?.find((row) => row.isProShared && row.carrierId === load.carrierId)?.pro ?? null,
  fill: (loaded.get(load.id) ?? [])
    .map((row) => ({ pallets: row.palletCount, boxes: row.boxes, kg: row.grossWeightKg ?? row.boxesKg }))
    .reduce(addToFill, emptyFill),
})

const getSurroundings = ({ store }: CommandContext): LoadSurroundings => ({
  carriers: toMap(getCarriers(store)),
  vehicles: toMap(getVehicles(store)),
  drivers: toMap(getDrivers(store)),
  loads: getLoads(store),
})

const toMap = <T extends { id: number }>(rows: readonly T[]): ReadonlyMap<number, T> =>
  new Map(rows.map((row) => [row.id, row]))

export const listLoads: Handler<'load.list'> = (context, { from, to }) => {
  const surroundings = getSurroundings(context)
  const { carriers, vehicles, drivers, loads } = surroundings
  const loaded = getLoaded(context)
  const listRivals = groupRivals(loads)
  const wanted = loads.filter(
    ({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to),
  )
  const views = wanted.map((load): LoadView => {
    const standing = addFill(load, loaded)
    const rows = loaded.get(load.id) ?? []
    const vehicle = load.vehicleId === null ? null : vehicles.get(load.vehicleId)!
    return {
      ...standing,
      carrier: carriers.get(load.carrierId)!.name,
      vehicle: vehicle && vehicle.plate,
      caps: getLowerCaps(load, vehicle ?? noCaps),
      driver: load.driverId === null ? null : drivers.get(load.driverId)!.name,
      fbaIds: rows.map((row) => row.fbaId),
      problems: judgeLoad(
        standing,
        rows.map((row) => ({ ...row, isIdRefused: isIdRefused(row) })),
        { ...surroundings, loads: listRivals(load) },
      ),
    }
  })
  return ok({ loads: views })
}

/** Those that have the vehicle, the driver or the appointment of a load. */
function groupRivals(loads: readonly Load[]): (load: Load) => Load[] {
  const groups = (['vehicleId', 'driverId', 'isa'] as const).map((field) => ({
    field,
    loads: Map.groupBy(loads, (load) => load[field]),
  }))
  return (load) => {
    const found = groups.flatMap(({ field, loads: byValue }) =>
      load[field] === null ? [] : (byValue.get(load[field]) ?? []),
    )
    return [...new Set(found)]
  }
}

export const saveLoad: Handler<'load.save'> = (context, { opId, id, ...edit }) => {
  const rows = getLoaded(context).get(id) ?? []
  const request = toRequest(context, opId, 'load', {})
  const applied = applyChange<{ id: number }, CallProblem>(context.store, request, (store) => {
    const load = getLoads(store).find((each) => each.id === id)
    if (!load) return fail({ kind: 'load-unknown', number: String(id) })
    const cells = planLoadEdit(load, edit, rows, getSurroundings(context))
    if (!cells.ok) return cells
    return ok({
      patch: { inserts: [], cells: cells.value },
      label: { name: load.number },
      result: { id },
    })
  })
  if (!applied.ok) return applied
  tellChanged(context, rows)
  return ok(applied.value.result)
}

export const removeLoad: Handler<'load.remove'> = (context, { opId, id }) => {
  const rows = getLoaded(context).get(id) ?? []
  const request = toRequest(context, opId, 'load-remove', {})
  const applied = applyChange<{ shipments: number }, CallProblem>(context.store, request, (store) => {
    const load = getLoads(store).find((each) => each.id === id)
    if (!load) return fail({ kind: 'load-unknown', number: String(id) })
    const cells = rows.flatMap((row) => diffFields('shipment', row, { loadId: null }))
    const removes = [{ entity: 'load' as const, ids: [id] }]
    const result = { shipments: rows.length }
    return ok({ patch: { inserts: [], cells, removes }, label: { name: load.number, ...result }, result })
  })
  if (!applied.ok) return applied
  tellChanged(context, rows)
  return ok(applied.value.result)
}

function tellChanged(context: CommandContext, rows: readonly IndexedShipment[]): void {
  const ids = rows.map((row) => row.id)
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: true })
}
