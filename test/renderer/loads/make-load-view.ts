import type { DriverView, LoadView, VehicleView } from '../../../shared/contract/outputs.ts'
import { emptyFill } from '../../../shared/domain/load.ts'
import { makeDriver, makeLoad, makeVehicle } from '../../support/load-case.ts'

const onFile = { carrier: '自营车队', loads: 0 }

export function makeLoadView(values: Partial<LoadView> = {}): LoadView {
  const { maxPallets, maxBoxes, maxKg, ...load } = makeLoad(values)
  const caps = { maxPallets, maxBoxes, maxKg }
  return {
    ...load,
    ...caps,
    carrier: '自营车队',
    vehicle: null,
    driver: null,
    fill: emptyFill,
    caps,
    fbaIds: [],
    problems: [],
    ...values,
  }
}

export const makeVehicleView = (values: Partial<VehicleView> = {}): VehicleView => ({
  ...makeVehicle(values),
  ...onFile,
})

export const makeDriverView = (values: Partial<DriverView> = {}): DriverView => ({
  ...makeDriver(values),
  ...onFile,
})
