/** Amazon's mode of a shipment, as Amazon shows it. Unknown is null and never inferred. */
export const amazonModes = ['SPD', 'LTL', 'FTL'] as const
export type AmazonMode = (typeof amazonModes)[number]

/** How the goods really travel. */
export const roadModes = ['parcel', 'truck'] as const
export type RoadMode = (typeof roadModes)[number]

/** Who moves it for Amazon: `own` carrier, Amazon Partnered Carrier, or Amazon Global Logistics (both exempt). */
export const programmes = ['own', 'partnered', 'agl'] as const
export type Programme = (typeof programmes)[number]

/** Where the goods start; it decides how long Amazon keeps an unarrived shipment open. */
export const origins = ['domestic', 'international'] as const
export type Origin = (typeof origins)[number]

/** What a dispatcher saw when looking a shipment up at Amazon. */
export const findings = ['valid', 'not_found', 'dead'] as const
export type Finding = (typeof findings)[number]

export interface Shipment {
  id: number
  fbaId: string
  accountId: number
  fc: string | null
  referenceId: string | null
  amazonMode: AmazonMode | null
  roadMode: RoadMode | null
  programme: Programme
  carrierId: number | null
  pro: string | null
  /** True when one PRO was shared over several shipments on purpose. */
  isProShared: boolean
  bol: string | null
  isa: string | null
  clientReference: string | null
  /** As the client's sheet states it; the boxes on file may be fewer. */
  declaredBoxCount: number | null
  grossWeightKg: number | null
  /** Amazon's status word, upper case (WORKING, SHIPPED, CLOSED …); null when not known. */
  amazonStatus: string | null
  note: string | null
  /** When the shipment was created at Amazon. Days are `YYYY-MM-DD`; null where nobody said. */
  createdOn: string | null
  origin: Origin | null
  /** Amazon's inbound plan, several shipments of which may go to several FCs. */
  planId: string | null
  /** Expected at the FC. */
  etaOn: string | null
  /** Of the dock appointment, `YYYY-MM-DDTHH:MM` in the FC's own time. */
  appointmentAt: string | null
  /** First and last day of the delivery window given to Amazon. */
  windowFrom: string | null
  windowTo: string | null
  deliveredOn: string | null
  palletCount: number | null
  /** The shipment that the client had issued in its place, and to which its boxes and numbers went. */
  replacedBy: number | null
  /** Closed long ago and taken in for its numbers and layout only: nothing is asked about it. */
  isHistory: boolean
  finding: Finding | null
  /** Day of the finding, and who looked. */
  verifiedOn: string | null
  verifiedBy: string | null
  /** The truck's trip that it is on. */
  loadId: number | null
  /** Columns of the client's sheet that no field takes, heading → stored text. */
  extras: Record<string, string>
}

export const deadStatuses: ReadonlySet<string> = new Set(['CLOSED', 'DELETED', 'CANCELLED', 'ABANDONED'])
/** Neither open nor counted in the rate of missing tracking. */
export const endedStatuses: ReadonlySet<string> = new Set([
  ...deadStatuses,
  'DELIVERED',
  'CHECKED_IN',
  'RECEIVING',
])

export type ShipmentIdProblem =
  | { kind: 'not-an-fba-id'; value: string }
  | { kind: 'one-character-missing'; value: string }
  | { kind: 'not-amazon'; value: string; network: 'walmart' | 'tiktok' }

/**
 * FBA shipment IDs have 12 characters, older ones 10; AWD ids are `STAR-` and 13.
 * Ids ending in WFA (Walmart) or beginning with IBR (TikTok) are kept apart.
 * Source: client files counted for the design, November 2026.
 */
export function checkShipmentId(value: string): ShipmentIdProblem | null {
  if (value.startsWith('IBR')) return { kind: 'not-amazon', value, network: 'tiktok' }
  if (value.endsWith('WFA') && !/^FBA[0-9A-Z]{9}$/.test(value))
    return { kind: 'not-amazon', value, network: 'walmart' }
  if (/^FBA(?:[0-9A-Z]{9}|[0-9A-Z]{7})$/.test(value) || /^STAR-[0-9A-Z]{13}$/.test(value)) return null
  if (/^FBA[0-9A-Z]{8}$/.test(value)) return { kind: 'one-character-missing', value }
  return { kind: 'not-an-fba-id', value }
}

/** Whether as many characters are typed as an id of its kind has now; an older one of 10 is known by its shape. */
export const isTypedInFull = (typed: string): boolean => typed.length >= (isAwdId(typed) ? 18 : 12)

export const isAwdId = (fbaId: string): boolean => fbaId.startsWith('STAR-')
