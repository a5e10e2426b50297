import { checkContainerNumber } from './number/container-number.ts'
import type { Shipment } from './shipment.ts'

/** What people put where a PRO belongs. Amazon's form takes all of them; it is policy, not format. */
export const standIns = ['isa', 'shipment-id', 'box-id', 'container', 'reference-id', 'tracking-id'] as const
export type StandIn = (typeof standIns)[number]

/** What is on file of other shipments. */
export interface NumbersOnFile {
  /** An appointment of any shipment. */
  isIsa(value: string): boolean
  /** A tracking ID of any box of another shipment. */
  isTrackingElsewhere(value: string, shipmentId: number): boolean
}

export const nothingOnFile: NumbersOnFile = { isIsa: () => false, isTrackingElsewhere: () => false }

/** What a PRO really is, or null where it may be one. ISAs are compared whole: real PROs are all digits too. */
export function checkStandIn(
  pro: string,
  shipment: Pick<Shipment, 'id' | 'isa' | 'referenceId'>,
  onFile: NumbersOnFile,
): StandIn | null {
  if (/^(?:FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})U\d{3,6}$/i.test(pro)) return 'box-id'
  if (/^FBA[0-9A-Z]{7,9}$/i.test(pro) || /^STAR-[0-9A-Z]{13}$/i.test(pro)) return 'shipment-id'
  if (checkContainerNumber(pro) === 'container') return 'container'
  if (pro === shipment.isa || onFile.isIsa(pro)) return 'isa'
  if (pro === shipment.referenceId) return 'reference-id'
  return onFile.isTrackingElsewhere(pro, shipment.id) ? 'tracking-id' : null
}
