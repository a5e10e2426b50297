import type { LoadProblem } from '../../domain/judge-load.ts'
import type { Driver, Load, LoadCaps, LoadFill, Vehicle } from '../../domain/load.ts'

export interface VehicleView extends Vehicle {
  carrier: string
  /** On file, whatever their day. */
  loads: number
}

export interface DriverView extends Driver {
  carrier: string
  loads: number
}

export interface LoadView extends Load {
  carrier: string
  vehicle: string | null
  driver: string | null
  fill: LoadFill
  /** What holds: the lower of its own and its vehicle's. */
  caps: LoadCaps
  /** As Carrier Central takes them, in the order they came in. */
  fbaIds: string[]
  problems: LoadProblem[]
}

/** A load of a batch assign as it would be. */
export interface PlannedLoadView {
  key: string
  number: string
  isNew: boolean
  carrierId: number
  carrier: string
  fc: string
  day: string
  isa: string | null
  appointmentAt: string | null
  vehicleId: number | null
  vehicle: string | null
  driverId: number | null
  driver: string | null
  maxPallets: number | null
  maxBoxes: number | null
  maxKg: number | null
  fill: LoadFill
  isOver: boolean
  /** No sheet and no appointment says its day. */
  isDayAssumed: boolean
  /** Shipments that come onto it now. */
  shipments: number
}
