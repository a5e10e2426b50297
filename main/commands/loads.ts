import { getCarriers } from '../../db/carrier.ts'
import { applyChange } from '../../db/change-log.ts'
import { getDrivers, getLoads, getVehicles } from '../../db/load.ts'
import type { CallProblem, LoadView } from '../../shared/contract/outputs.ts'
import type { StandingLoad } from '../../shared/domain/assign-row.ts'
import { judgeLoad, type LoadSurroundings } from '../../shared/domain/judge-load.ts'
import { planLoadEdit } from '../../shared/domain/load-edit.ts'
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
  fill: (loaded.get(load.id) ?? [])
    .map((row) => ({ pallets: row.palletCount, boxes: row.boxes, kg: row.grossWeightKg }))
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
        surroundings,
      ),
    }
  })
  return ok({ loads: views })
}

export const saveLoad: Handler<'load.save'> = (context, { opId, id, ...edit }) => {
  const rows = getLoaded(context).get(id) ?? []
  const load = getLoads(context.store).find((each) => each.id === id)
  if (!load) return fail({ kind: 'load-unknown', number: String(id) })
  const request = toRequest(context, opId, 'load', { name: load.number })
  const applied = applyChange<{ id: number }, CallProblem>(context.store, request, () => {
    const cells = planLoadEdit(load, edit, rows, getSurroundings(context))
    return cells.ok ? ok({ patch: { inserts: [], cells: cells.value }, result: { id } }) : cells
  })
  if (!applied.ok) return applied
  const ids = rows.map((row) => row.id)
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: true })
  return ok(applied.value.result)
}

export const removeLoad: Handler<'load.remove'> = (context, { opId, id }) => {
  const ids = (getLoaded(context).get(id) ?? []).map((row) => row.id)
  const load = getLoads(context.store).find((each) => each.id === id)
  if (!load) return fail({ kind: 'load-unknown', number: String(id) })
  const request = toRequest(context, opId, 'load-remove', { name: load.number, shipments: ids.length })
  const applied = applyChange<{ shipments: number }, never>(context.store, request, () => {
    const cells = ids.map((shipmentId) => ({
      entity: 'shipment' as const,
      id: shipmentId,
      field: 'loadId',
      before: id,
      after: null,
    }))
    const removes = [{ entity: 'load' as const, ids: [id] }]
    return ok({ patch: { inserts: [], cells, removes }, result: { shipments: ids.length } })
  })
  if (!applied.ok) return applied
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: true })
  return ok(applied.value.result)
}
