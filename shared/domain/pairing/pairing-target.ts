import type { Box } from '../box.ts'
import type { Carrier } from '../carrier.ts'
import type { TrackingOverride } from '../override.ts'
import type { AmazonMode } from '../shipment.ts'
import type { GetLabelOwners } from './former-label.ts'
import type { PairingAnswers } from './pairing-answers.ts'
import type { TrackingLine } from './tracking-line.ts'

export interface PairingShipment {
  id: number
  fbaId: string
  amazonMode: AmazonMode | null
  carrier: Carrier | null
  /** In the order of their positions. */
  boxes: readonly Box[]
}

export interface NumberOwner {
  boxRowId: number
  fbaId: string
  /** Other boxes have the number too: it is not one box's to give away. */
  isShared?: boolean
}

/** The boxes a list may be paired with. */
export interface PairingTarget {
  shipments: readonly PairingShipment[]
  /** The box on file that has this number now, in any shipment of any client. */
  getOwner: (trackingId: string) => NumberOwner | null
  /** Whether a reason is on file why this number may stand on this shipment against the rule. */
  isExcused?: (shipmentId: number, rule: TrackingOverride, trackingId: string) => boolean
  /** Without it no label but those of now says anything. */
  getLabelOwners?: GetLabelOwners
}

export interface PairingOptions {
  /** Replace numbers that boxes already have; else these are kept. */
  overwrites: boolean
  answers?: PairingAnswers
}

/** One number for several boxes is allowed only by the carrier's strategy; unknown carriers get one per box. */
export const isShared = ({ carrier }: PairingShipment): boolean =>
  carrier !== null && carrier.strategy !== 'per_box'

/** The shipment a line names; a line that names none means the only one there is. */
export function createShipmentFinder({
  shipments,
}: PairingTarget): (line: TrackingLine) => PairingShipment | null {
  const byFbaId = new Map(shipments.map((shipment) => [shipment.fbaId, shipment]))
  const only = shipments.length === 1 ? shipments[0]! : null
  return (line) => (line.fbaId === undefined ? only : (byFbaId.get(line.fbaId) ?? null))
}
