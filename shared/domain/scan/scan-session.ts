import type { HeldScan, ScanRefusal } from './plan-scan.ts'
import type { ScanControl } from './read-scan.ts'

export type ScanOutcome =
  | { kind: 'held' }
  /** As read back after it was stored. `formerLabel`: what was scanned, where the box has another label now or none. */
  | { kind: 'stored'; boxId: string; trackingId: string; formerLabel?: string }
  | { kind: 'refused'; refusal: ScanRefusal }
  | { kind: 'control'; control: ScanControl }

/** What a station keeps from one scan to the next. */
export interface ScanSession {
  /** The shipment in hand. */
  shipmentId: number | null
  /** The half that waits for its other half. */
  held: HeldScan | null
  /** The number last refused for a doubt: a second scan may confirm it. */
  doubted: string | null
}

export const startSession = (shipmentId: number | null): ScanSession => ({
  shipmentId,
  held: null,
  doubted: null,
})

interface Answer {
  outcome: ScanOutcome
  held: HeldScan | null
  shipment: { id: number } | null
}

export function followScan(session: ScanSession, { outcome, held, shipment }: Answer): ScanSession {
  return { shipmentId: shipment?.id ?? null, held, doubted: getDoubted(session, outcome) }
}

function getDoubted({ doubted }: ScanSession, outcome: ScanOutcome): string | null {
  if (outcome.kind === 'stored') return null
  if (outcome.kind !== 'refused') return doubted
  return isDoubt(outcome.refusal) ? outcome.refusal.trackingId : null
}

/** What a second scan of the same label may overrule. */
export const isDoubt = (
  refusal: ScanRefusal,
): refusal is Extract<ScanRefusal, { kind: 'check-digit' | 'other-courier' }> =>
  refusal.kind === 'check-digit' || refusal.kind === 'other-courier'
