import {
  type AssignConflict,
  type AssignConflictKind,
  type ConflictChoice,
  type Resolutions,
  type Resolve,
} from './assign-conflict.ts'
import type { Carrier } from './carrier.ts'
import type { CarrierRule } from './carrier-rule.ts'
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
    | 'programme'
    | 'carrierId'
    | 'pro'
    | 'isProShared'
    | 'grossWeightKg'
    | 'etaOn'
    | 'appointmentAt'
    | 'note'
  >
  clientId: number
  status: ShipmentStatus
  /** Neither delivered nor closed, dead or replaced, nor history. */
  isOpen: boolean
  /** Boxes that have a tracking ID. */
  numberedBoxes: number
}

export interface AssignContext extends DrawerContext {
  carriers: readonly Carrier[]
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
  /** Numbers that were passed over because they stand on another shipment. */
  usedPros: string[]
  conflicts: AssignConflict[]
}

/** What the parts of one plan look at. */
export interface AssignDesk {
  choice: AssignChoice
  context: AssignContext
  carriers: ReadonlyMap<number, Carrier>
  resolve: Resolve
}

export const isFilled = (row: Pick<AssignRow, 'mode' | 'carrierId' | 'pro'>): boolean =>
  row.carrierId !== null || row.pro !== null || row.mode !== null

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
