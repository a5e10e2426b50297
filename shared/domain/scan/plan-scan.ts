import type { Box } from '../box.ts'
import { getFormerBox, type GetLabelOwners } from '../pairing/former-label.ts'
import { courierOverrides } from '../pairing/pairing-answers.ts'
import { checkCourier, getCourier } from '../pairing/pairing-courier.ts'
import type { CourierMismatch } from '../pairing/pairing-mismatch.ts'
import { isShared, type PairingShipment, type PairingTarget } from '../pairing/pairing-target.ts'
import { planPairing, type PairingPlan, type TrackingLine } from '../pairing/pairing.ts'
import type { Scan } from './read-scan.ts'

/** The first half of a pair: box label and carrier label come in either order. */
export type HeldScan = { kind: 'box'; boxId: string } | { kind: 'number'; trackingId: string }

export type ScanRefusal =
  | { kind: 'unreadable'; text: string }
  | { kind: 'names-no-box'; fbaId: string }
  | { kind: 'unknown-box'; boxId: string }
  | { kind: 'other-shipment'; boxId: string; fbaId: string; wantedFbaId: string }
  | { kind: 'box-has-number'; boxId: string; trackingId: string }
  | { kind: 'used-elsewhere'; trackingId: string; fbaId: string }
  /** A second label of the kind that is held. */
  | { kind: 'number-expected'; boxId: string }
  | { kind: 'box-expected'; trackingId: string }
  | ScanDoubt

/** What a second scan of the same label may overrule, where the station only warns. */
export type ScanDoubt =
  | { kind: 'check-digit'; trackingId: string; courier: string }
  | { kind: 'other-courier'; trackingId: string; courier: string | null; carrier: string }

export interface ScanTurn {
  scan: Exclude<Scan, { kind: 'control' }>
  held: HeldScan | null
  /** A number that was refused for a doubt and is let through now. */
  confirmed: string | null
}

export interface ScanFacts {
  /** The shipment in hand; its boxes alone are taken. Null until the first box label names one. */
  shipment: PairingShipment | null
  getLabelOwners: GetLabelOwners
  /** The shipment of a box on file. */
  getShipmentOf: (boxRowId: number) => PairingShipment | null
  getOwner: PairingTarget['getOwner']
  isExcused: NonNullable<PairingTarget['isExcused']>
}

export type ScanStep =
  | { kind: 'held'; held: HeldScan; shipment: PairingShipment | null }
  /** The one pair of the plan is to be stored. `isFormer`: by a label that the box had under an earlier shipment ID. */
  | {
      kind: 'pair'
      plan: PairingPlan
      target: PairingTarget
      line: TrackingLine
      box: Box
      label: string
      isFormer: boolean
    }
  /** `held` is what waits for its other half now. */
  | { kind: 'refused'; refusal: ScanRefusal; held: HeldScan | null }

/**
 * One scan after another. A refused scan pairs nothing, and what is held stays held until the right one comes; only a
 * number that the box it met refuses gives its place to the box.
 */
export function planScan(turn: ScanTurn, facts: ScanFacts): ScanStep {
  const { scan, held } = turn
  const refuse = (refusal: ScanRefusal): ScanStep => ({ kind: 'refused', refusal, held })
  switch (scan.kind) {
    case 'unreadable':
      return refuse(scan)
    case 'shipment':
      return refuse({ kind: 'names-no-box', fbaId: scan.fbaId })
    case 'box':
      return takeBox(scan.boxId, turn, facts)
    default:
      return takeNumber(scan.trackingId, turn, facts)
  }
}

function takeBox(boxId: string, turn: ScanTurn, facts: ScanFacts): ScanStep {
  const { held } = turn
  const refuse = (refusal: ScanRefusal): ScanStep => ({ kind: 'refused', refusal, held })
  const labelled = findLabelled(boxId, facts)
  if (!labelled) return refuse({ kind: 'unknown-box', boxId })
  const { shipment, box } = labelled
  const wanted = facts.shipment
  if (wanted && wanted.id !== shipment.id)
    return refuse({ kind: 'other-shipment', boxId, fbaId: shipment.fbaId, wantedFbaId: wanted.fbaId })
  if (box.trackingId !== null) return refuse({ kind: 'box-has-number', boxId, trackingId: box.trackingId })
  if (held === null) return { kind: 'held', held: { kind: 'box', boxId }, shipment }
  if (held.kind === 'box') return refuse({ kind: 'number-expected', boxId: held.boxId })
  return pair(labelled, held.trackingId, { ...turn, held: { kind: 'box', boxId } }, facts)
}

interface LabelledBox {
  label: string
  shipment: PairingShipment
  box: Box
  isFormer: boolean
}

/** The box that has the label, else the only one that had it under an earlier shipment ID. */
function findLabelled(label: string, facts: ScanFacts): LabelledBox | null {
  const owners = facts.getLabelOwners(label)
  const boxRowId = owners.now[0] ?? getFormerBox(owners)
  const shipment = boxRowId === null ? null : facts.getShipmentOf(boxRowId)
  const box = shipment?.boxes.find(({ id }) => id === boxRowId)
  return shipment && box ? { label, shipment, box, isFormer: owners.now.length === 0 } : null
}

function takeNumber(trackingId: string, turn: ScanTurn, facts: ScanFacts): ScanStep {
  const { held } = turn
  const labelled = held?.kind === 'box' ? findLabelled(held.boxId, facts) : null
  if (labelled) return pair(labelled, trackingId, turn, facts)
  const shipment = held?.kind === 'box' ? null : facts.shipment
  const refusal = checkUse(shipment, trackingId, facts) ?? findDoubt(shipment, trackingId, turn, facts)
  if (refusal) return { kind: 'refused', refusal, held }
  if (held?.kind === 'number')
    return { kind: 'refused', refusal: { kind: 'box-expected', trackingId: held.trackingId }, held }
  return { kind: 'held', held: { kind: 'number', trackingId }, shipment }
}

function checkUse(
  shipment: PairingShipment | null,
  trackingId: string,
  facts: ScanFacts,
): ScanRefusal | null {
  const owner = facts.getOwner(trackingId)
  if (!owner) return null
  const isOwn = shipment !== null && isShared(shipment) && owner.fbaId === shipment.fbaId
  return isOwn ? null : { kind: 'used-elsewhere', trackingId, fbaId: owner.fbaId }
}

/** A label may hold several barcodes: where the carrier's formats are on file, anything else is not its number. */
function findDoubt(
  shipment: PairingShipment | null,
  trackingId: string,
  { confirmed }: ScanTurn,
  facts: ScanFacts,
): ScanRefusal | null {
  if (!shipment || confirmed === trackingId) return null
  const mismatch = checkCourier(0, shipment.id, trackingId, getCourier(shipment, null))
  const doubt = mismatch && toDoubt(mismatch, shipment, trackingId)
  return doubt && facts.isExcused(shipment.id, courierOverrides[doubt.kind], trackingId) ? null : doubt
}

function toDoubt(
  { kind, courier }: CourierMismatch,
  shipment: PairingShipment,
  trackingId: string,
): ScanDoubt {
  return kind === 'check-digit'
    ? { kind, trackingId, courier }
    : { kind, trackingId, courier, carrier: shipment.carrier?.name ?? '' }
}

/** The same rule as for a list of one line with a box label; what it would not write is refused. */
function pair(
  { label, shipment, box, isFormer }: LabelledBox,
  trackingId: string,
  turn: ScanTurn,
  facts: ScanFacts,
): ScanStep {
  const refuse = (refusal: ScanRefusal): ScanStep => ({ kind: 'refused', refusal, held: turn.held })
  if (box.trackingId !== null)
    return refuse({ kind: 'box-has-number', boxId: label, trackingId: box.trackingId })
  const refusal = checkUse(shipment, trackingId, facts) ?? findDoubt(shipment, trackingId, turn, facts)
  if (refusal) return refuse(refusal)
  const { getOwner, isExcused, getLabelOwners } = facts
  const target: PairingTarget = { shipments: [shipment], getOwner, isExcused, getLabelOwners }
  const line: TrackingLine = {
    index: 0,
    place: { line: 1 },
    raw: trackingId,
    trackingId: { ok: true, value: trackingId },
    boxId: label,
  }
  const kept = new Map(turn.confirmed === trackingId ? [[trackingId, 'confirmed']] : [])
  const plan = planPairing(target, [line], { overwrites: false, answers: { kept, moved: new Set() } })
  const isPaired = plan.canWrite && plan.pairs.length === 1 && plan.pairs[0]!.boxRowId === box.id
  return isPaired
    ? { kind: 'pair', plan, target, line, box, label, isFormer }
    : refuse({ kind: 'unreadable', text: trackingId })
}
