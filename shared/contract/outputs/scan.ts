import type { HeldScan } from '../../domain/scan/plan-scan.ts'
import type { ScanOutcome } from '../../domain/scan/scan-session.ts'

/** The shipment in hand at the scan station. */
export interface ScanShipment {
  id: number
  fbaId: string
  client: string
  carrier: string | null
  boxes: number
  paired: number
  /** The first box without a number, in the order of the boxes. */
  nextBoxId: string | null
}

export interface ScanAnswer {
  outcome: ScanOutcome
  /** What waits for its other half now. */
  held: HeldScan | null
  shipment: ScanShipment | null
}
