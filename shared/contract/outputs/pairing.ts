import type { TrackingStrategy } from '../../domain/carrier.ts'
import type { Mismatch, PairingRule, PlannedMove, SkippedLines } from '../../domain/pairing/pairing.ts'

export interface PairingView {
  rule: PairingRule | null
  pairs: { boxRowId: number; boxName: string; fbaId: string; trackingId: string; before: string | null }[]
  /** Boxes that lose their number to one of the pairs. */
  moves: PlannedMove[]
  /** What was left out of the list. */
  skipped: SkippedLines
  /** Where one shipment is meant: whose numbers it takes, and how they stand on its boxes. */
  target: { fbaId: string; carrier: string | null; strategy: TrackingStrategy | null } | null
  mismatches: Mismatch[]
  /** Numbers in the order they were read. */
  numbers: {
    index: number
    text: string
    trackingId: string | null
    place: string
    /** What the list itself says it is for. */
    box: { name: string; isOnFile: boolean } | null
  }[]
  /** Boxes of the target without a number after this pairing. */
  boxesLeft: number
  canWrite: boolean
}

export interface PairingResult {
  written: number
  shipments: number
}
