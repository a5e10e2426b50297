import type { BoxSummary } from './box-summary.ts'
import type { Carrier } from './carrier.ts'
import { checkContainerNumber } from './number/container-number.ts'
import { deadStatuses, endedStatuses, isAwdId, type Shipment } from './shipment.ts'

export const shipmentStatuses = ['ready', 'incomplete', 'error', 'exported', 'changed', 'exempt'] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

export const readinessReasons = [
  'mode-unknown',
  'carrier-missing',
  'carrier-inactive',
  'carrier-against-mode',
  'pro-missing',
  'pro-outside-limits',
  'pro-on-parcel',
  'pro-is-stand-in',
  'boxes-missing',
  'box-id-missing',
  'box-count-differs',
  'tracking-missing',
  'tracking-outside-limits',
  'tracking-check-digit',
  'tracking-repeated',
  'dead-shipment',
  'gone-from-file',
] as const
export type ReadinessReason = (typeof readinessReasons)[number]

/** Reasons that mean something is wrong, not only missing. */
const errorReasons: ReadonlySet<ReadinessReason> = new Set<ReadinessReason>([
  'carrier-inactive',
  'carrier-against-mode',
  'pro-outside-limits',
  'pro-on-parcel',
  'pro-is-stand-in',
  'box-count-differs',
  'tracking-outside-limits',
  'tracking-check-digit',
  'tracking-repeated',
  'dead-shipment',
  'gone-from-file',
])

export interface Judgement {
  /** Without regard to exports: `ready`, `incomplete`, `error` or `exempt`. */
  status: 'ready' | 'incomplete' | 'error' | 'exempt'
  reasons: ReadinessReason[]
  /** Counts as missing tracking information as Amazon counts it: per shipment, open and not exempt. */
  isOpen: boolean
  hasGap: boolean
}

/** SP-API 2024-03-20 freightBillNumber: 1–64 of letters, digits, `- . _` and blank (read November 2026). */
const apiPro = /^[a-zA-Z0-9._ -]{1,64}$/
export const isProWithinLimits = (pro: string): boolean => apiPro.test(pro)

/** Values that people put where a PRO belongs. Amazon's form takes them; they are policy, not format. */
export function checkStandIn(
  pro: string,
  shipment: Pick<Shipment, 'isa' | 'referenceId'>,
): 'isa' | 'fba-id' | 'reference-id' | 'container' | null {
  if (/^FBA[0-9A-Z]{7,9}(?:U\d{3,6})?$/i.test(pro) || /^STAR-[0-9A-Z]{13}$/i.test(pro)) return 'fba-id'
  if (checkContainerNumber(pro) === 'container') return 'container'
  if (pro === shipment.isa) return 'isa'
  return pro === shipment.referenceId ? 'reference-id' : null
}

/** Whether a shipment may go out, and if not, everything that keeps it. */
export function judgeShipment(
  shipment: Shipment & { isGone: boolean },
  boxes: BoxSummary,
  carrier: Carrier | null,
): Judgement {
  const isOpen = !endedStatuses.has(shipment.amazonStatus ?? '')
  if (shipment.programme !== 'own' || shipment.isHistory)
    return { status: 'exempt', reasons: [], isOpen: false, hasGap: false }
  const reasons: ReadinessReason[] = []
  const isParcel = shipment.amazonMode === 'SPD'
  const needsPro = shipment.amazonMode !== null && !isParcel && !isAwdId(shipment.fbaId)
  if (shipment.amazonMode === null) reasons.push('mode-unknown')
  judgeCarrier(shipment, carrier, reasons)
  if (needsPro && shipment.pro === null) reasons.push('pro-missing')
  if (shipment.pro !== null) judgePro(shipment, shipment.pro, isParcel, reasons)
  judgeBoxes(shipment, boxes, isParcel, reasons)
  if (deadStatuses.has(shipment.amazonStatus ?? '')) reasons.push('dead-shipment')
  if (shipment.isGone) reasons.push('gone-from-file')
  const lacksTracking = boxes.boxes === 0 || boxes.withTracking < boxes.boxes
  const lacksPro = shipment.pro === null && !isAwdId(shipment.fbaId)
  const hasGap = isParcel ? lacksTracking : lacksPro
  const status =
    reasons.length === 0 ? 'ready' : reasons.some((r) => errorReasons.has(r)) ? 'error' : 'incomplete'
  return { status, reasons, isOpen, hasGap: isOpen && hasGap }
}

function judgeCarrier(shipment: Shipment, carrier: Carrier | null, reasons: ReadinessReason[]): void {
  if (!carrier) {
    reasons.push('carrier-missing')
    return
  }
  if (!carrier.isActive) reasons.push('carrier-inactive')
  if (shipment.amazonMode === null) return
  const isParcelOnPaper = shipment.amazonMode === 'SPD'
  const isParcelInTruth = carrier.kind === 'parcel'
  // A truck on a parcel shipment is allowed only where the carrier's strategy says what stands on the boxes.
  if (isParcelOnPaper ? !isParcelInTruth && carrier.strategy !== 'same_on_all' : isParcelInTruth)
    reasons.push('carrier-against-mode')
}

function judgePro(shipment: Shipment, pro: string, isParcel: boolean, reasons: ReadinessReason[]): void {
  if (!isProWithinLimits(pro)) reasons.push('pro-outside-limits')
  if (isParcel) reasons.push('pro-on-parcel')
  if (checkStandIn(pro, shipment)) reasons.push('pro-is-stand-in')
}

function judgeBoxes(
  shipment: Shipment,
  boxes: BoxSummary,
  isParcel: boolean,
  reasons: ReadinessReason[],
): void {
  if (boxes.boxes === 0) reasons.push('boxes-missing')
  else if (shipment.declaredBoxCount !== null && shipment.declaredBoxCount !== boxes.boxes)
    reasons.push('box-count-differs')
  if (boxes.repeated > 0) reasons.push('tracking-repeated')
  if (boxes.outsideLimits > 0) reasons.push('tracking-outside-limits')
  if (!isParcel) return
  if (boxes.withBoxId < boxes.boxes) reasons.push('box-id-missing')
  if (boxes.withTracking < boxes.boxes) reasons.push('tracking-missing')
  if (boxes.failsCheckDigit > 0) reasons.push('tracking-check-digit')
}
