import {
  type AssignConflict,
  type AssignConflictKind,
  type ConflictChoice,
  type Resolutions,
  type Resolve,
} from './assign-conflict.ts'
import type { Carrier } from './carrier.ts'
import type { CarrierRule } from './carrier-rule.ts'
import type { Moment } from './calendar-day.ts'
import type { Driver, Load, LoadCaps, LoadFill, Vehicle } from './load.ts'
import type { DrawerContext } from './number-drawer.ts'
import type { ShipmentStatus } from './readiness.ts'
import type { AmazonMode, Shipment } from './shipment.ts'

export interface AssignTarget {
  shipment: Pick<
    Shipment,
    | 'id'
    | 'fbaId'
    | 'fc'
    | 'amazonMode'
    | 'roadMode'
    | 'programme'
    | 'carrierId'
    | 'pro'
    | 'isProShared'
    | 'grossWeightKg'
    | 'etaOn'
    | 'appointmentAt'
    | 'isa'
    | 'palletCount'
    | 'loadId'
    | 'note'
  >
  clientId: number
  status: ShipmentStatus
  /** Neither delivered nor closed, dead or replaced, nor history. */
  isOpen: boolean
  /** On file, and what they weigh together; null where one was not weighed. */
  boxes: number
  boxesKg: number | null
  /** Boxes that have a tracking ID. */
  numberedBoxes: number
  /** Its ID is dead, closed, not found or not yet looked up where that keeps a shipment: an appointment cannot name it. */
  isIdRefused: boolean
}

/** A load on file with what is on it. */
export interface StandingLoad extends Load {
  fill: LoadFill
  /** The PRO that its shipments share on purpose. */
  sharedPro: string | null
}

export interface AssignContext extends DrawerContext {
  carriers: readonly Carrier[]
  loads: readonly StandingLoad[]
  /** Of all loads that ever were: none is given to two trips. */
  loadNumbers: readonly string[]
  vehicles: readonly Vehicle[]
  drivers: readonly Driver[]
  /** The rules that go for the client, in order. */
  getRules(clientId: number): readonly CarrierRule[]
  /** `YYYY-MM-DD` */
  today: string
  /** What the client is told when a shipment changes its mode. */
  writeModeNote(clientId: number, from: AmazonMode, to: AmazonMode): string
}

export interface AssignChoice extends Resolutions {
  /** A carrier's id, or `auto`: by rule, else the only carrier that fits the mode. */
  carrier: number | 'auto'
  blockId: number | null
  wantsCarrier: boolean
  wantsPro: boolean
  /** One PRO for the shipments of a carrier that are due at one FC on one day, instead of one each. */
  sharesPro: boolean
  wantsLoad: boolean
  /** A load on file that they are to go on; null: by FC, day and appointment. */
  loadId: number | null
  /** Of each new load; a vehicle's own caps go for the load it takes, where they are lower. */
  caps: LoadCaps
  /** Truck and driver are away so long around an appointment. */
  tripHours: number
  /** Vehicle, driver and appointment of single loads, by the key that the plan gives them. */
  loadChoices: readonly LoadChoice[]
}

export interface LoadChoice {
  key: string
  vehicleId: number | null
  driverId: number | null
  /** For a load whose shipments have none. */
  isa: string | null
  appointmentAt: Moment | null
}

/** A load as it would be: one on file that takes on more, or a new one. */
export interface PlannedLoad extends Omit<Load, 'id' | 'reason'> {
  /** The same from preview to preview, while the shipments before it stay. */
  key: string
  /** Null for a new one. */
  standing: StandingLoad | null
  /** Those that come onto it now. */
  shipmentIds: number[]
  /** With what is on it already. */
  fill: LoadFill
  /** Something of it goes in only with a reason. */
  needsReason: boolean
  /** No sheet and no appointment says its day. */
  isDayAssumed: boolean
}

/** A vehicle or driver that goes from a load on file to a planned one. */
export interface TakenOff {
  load: StandingLoad
  field: 'vehicleId' | 'driverId'
}

export interface AssignRow {
  id: number
  fbaId: string
  mode: { before: AmazonMode; after: AmazonMode } | null
  carrierId: { before: number | null; after: number | null } | null
  /** The rule that named a carrier. */
  ruleId: number | null
  pro: { before: string | null; after: string } | null
  /** The proposed PRO stands on other shipments of this plan too. */
  isProShared: boolean
  /** Has a PRO that replacing would change. */
  keepsPro: boolean
  load: { before: number | null; key: string } | null
  keepsLoad: boolean
  /** Numbers that were passed over because they stand on another shipment. */
  usedPros: string[]
  conflicts: AssignConflict[]
}

/** What the parts of one plan look at. */
export interface AssignDesk {
  choice: AssignChoice
  loads: ReadonlyMap<number, StandingLoad>
  context: AssignContext
  carriers: ReadonlyMap<number, Carrier>
  resolve: Resolve
}

export const isFilled = (row: Pick<AssignRow, 'mode' | 'carrierId' | 'pro' | 'load'>): boolean =>
  row.carrierId !== null || row.pro !== null || row.mode !== null || row.load !== null

/** Notes a conflict on the row and says what was chosen for it. */
export function meet(
  row: AssignRow,
  kind: AssignConflictKind,
  { resolve }: AssignDesk,
): ConflictChoice | null {
  const choice = resolve(kind, row.id)
  if (row.conflicts.every((conflict) => conflict.kind !== kind)) row.conflicts.push({ kind, choice })
  return choice
}
