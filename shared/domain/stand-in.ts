import { checkContainerNumber } from './number/container-number.ts'
import type { ReadinessReason } from './readiness.ts'
import type { Shipment } from './shipment.ts'

/** What people put where a PRO belongs. Amazon's form takes all of them; it is policy, not format. */
export const standIns = ['isa', 'shipment-id', 'box-id', 'container', 'reference-id', 'tracking-id'] as const
export type StandIn = (typeof standIns)[number]

export interface FoundStandIn {
  kind: StandIn
  /** FBA shipment ID of the shipment it stands on, where it is one on file. */
  owner: string | null
}

/** Answers with the FBA shipment ID of a holder. */
export interface NumbersOnFile {
  /** Of any shipment. */
  findIsa(value: string): string | null
  /** On a box of another shipment. */
  findTracking(value: string, shipment: Pick<Shipment, 'id' | 'fbaId'>): string | null
}

export const nothingOnFile: NumbersOnFile = { findIsa: () => null, findTracking: () => null }

export const getStandInRule = (kind: StandIn): ReadinessReason => `pro-is-${kind}`

/** What a PRO really is, or null where it may be one. ISAs are compared whole: real PROs are all digits too. */
export function checkStandIn(
  pro: string,
  shipment: Pick<Shipment, 'id' | 'fbaId' | 'isa' | 'referenceId'>,
  onFile: NumbersOnFile,
): FoundStandIn | null {
  if (/^(?:FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})U\d{3,6}$/i.test(pro)) return { kind: 'box-id', owner: null }
  if (/^(?:FBA[0-9A-Z]{7,9}|STAR-[0-9A-Z]{13})$/i.test(pro)) return { kind: 'shipment-id', owner: null }
  if (checkContainerNumber(pro) === 'container') return { kind: 'container', owner: null }
  const isaOwner = pro === shipment.isa ? shipment.fbaId : onFile.findIsa(pro)
  if (isaOwner !== null) return { kind: 'isa', owner: isaOwner }
  if (pro === shipment.referenceId) return { kind: 'reference-id', owner: shipment.fbaId }
  const trackingOwner = onFile.findTracking(pro, shipment)
  return trackingOwner === null ? null : { kind: 'tracking-id', owner: trackingOwner }
}
