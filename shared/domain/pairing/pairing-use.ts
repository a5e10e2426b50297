import type { Box } from '../box.ts'
import type { Mismatch } from './pairing-mismatch.ts'
import type { PairingShipment } from './pairing-target.ts'
import type { TrackingLine } from './tracking-line.ts'

export const pairingRules = [
  'by-box-id',
  'by-shipment-and-sequence',
  'by-order',
  'same-on-all',
  'by-hand',
] as const
export type PairingRule = (typeof pairingRules)[number]

/** A readable number of the list, and what the rule says it is for. */
export interface NumberUse {
  line: TrackingLine
  trackingId: string
  shipment: PairingShipment | null
  box: Box | null
}

/** One box that a use would be written to; under `same-on-all` a use has many. */
export interface Claim {
  use: NumberUse
  shipment: PairingShipment
  box: Box
}

/** What a rule makes of a list before its numbers are checked. */
export interface RuleReading {
  rule: PairingRule
  /** The rule holds for all boxes of a shipment or for none. */
  isWhole: boolean
  uses: NumberUse[]
  /** The boxes that lines name by their labels, by line, whatever becomes of their numbers. */
  named: Map<number, Box>
  claims: Claim[]
  /** Shipments of which nothing is written, whatever their numbers. */
  heldShipmentIds: Set<number>
  mismatches: Mismatch[]
}

export const emptyReading = (rule: PairingRule, isWhole: boolean): RuleReading => ({
  rule,
  isWhole,
  uses: [],
  named: new Map(),
  claims: [],
  heldShipmentIds: new Set(),
  mismatches: [],
})

/** Adds what a readable line is for; null for a line without a number. */
export function addUse(
  reading: RuleReading,
  line: TrackingLine,
  shipment: PairingShipment | null,
  box: Box | null,
): NumberUse | null {
  if (!line.trackingId.ok) return null
  const use = { line, trackingId: line.trackingId.value, shipment, box }
  reading.uses.push(use)
  if (shipment && box) reading.claims.push({ use, shipment, box })
  return use
}
