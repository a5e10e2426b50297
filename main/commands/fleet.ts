import { getCarriers } from '../../db/carrier.ts'
import { getDrivers, getLoads, getVehicles } from '../../db/load.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { isFleet } from '../../shared/domain/carrier.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { saveRow } from './save-row.ts'

export const listVehicles: Handler<'vehicle.list'> = ({ store }) => {
  const { getCarrier, countLoads } = createLookups(store, 'vehicleId')
  const vehicles = getVehicles(store).map((vehicle) => ({
    ...vehicle,
    carrier: getCarrier(vehicle.carrierId),
    loads: countLoads(vehicle.id),
  }))
  return ok({ vehicles })
}

export const listDrivers: Handler<'driver.list'> = ({ store }) => {
  const { getCarrier, countLoads } = createLookups(store, 'driverId')
  const drivers = getDrivers(store).map((driver) => ({
    ...driver,
    carrier: getCarrier(driver.carrierId),
    loads: countLoads(driver.id),
  }))
  return ok({ drivers })
}

function createLookups(store: Store, field: 'vehicleId' | 'driverId') {
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  const loads = new Map<number, number>()
  for (const { [field]: id } of getLoads(store)) if (id !== null) loads.set(id, (loads.get(id) ?? 0) + 1)
  return {
    getCarrier: (id: number) => carriers.get(id)!,
    countLoads: (id: number) => loads.get(id) ?? 0,
  }
}

export const saveVehicle: Handler<'vehicle.save'> = (context, { opId, id, ...values }) => {
  const plate = values.plate.toUpperCase()
  return saveRow(context, {
    opId,
    entity: 'vehicle',
    isApart: true,
    command: 'vehicle',
    name: plate,
    id,
    values: { ...values, plate },
    getExisting: (store, rowId) => getVehicles(store).find((vehicle) => vehicle.id === rowId),
    check(store) {
      const other = getVehicles(store).find((vehicle) => vehicle.plate === plate)
      return other && other.id !== id
        ? { kind: 'name-taken', name: plate }
        : checkCarrier(store, values.carrierId)
    },
  })
}

export const saveDriver: Handler<'driver.save'> = (context, { opId, id, ...values }) =>
  saveRow(context, {
    opId,
    entity: 'driver',
    isApart: true,
    command: 'driver',
    name: values.name,
    id,
    values,
    getExisting: (store, rowId) => getDrivers(store).find((driver) => driver.id === rowId),
    check(store) {
      const other = getDrivers(store).find(
        ({ name, carrierId }) => name === values.name && carrierId === values.carrierId,
      )
      return other && other.id !== id
        ? { kind: 'name-taken', name: values.name }
        : checkCarrier(store, values.carrierId)
    },
  })

function checkCarrier(store: Store, carrierId: number): CallProblem | null {
  const carrier = getCarriers(store).find(({ id }) => id === carrierId)
  if (!carrier) return { kind: 'carrier-unknown', name: String(carrierId) }
  return isFleet(carrier) ? null : { kind: 'carrier-no-fleet', name: carrier.name }
}
