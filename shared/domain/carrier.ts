export const carrierKinds = ['own_fleet', 'partner_fleet', 'parcel', 'ltl'] as const
export type CarrierKind = (typeof carrierKinds)[number]

/** How the carrier's numbers stand on boxes; parcel carriers give one per box. */
export const trackingStrategies = ['per_box', 'per_shipment', 'same_on_all'] as const
export type TrackingStrategy = (typeof trackingStrategies)[number]

/** Whether one PRO may stand on all shipments of a load. Amazon's appointment form wants one each. */
export const proPolicies = ['per_shipment', 'per_load'] as const
export type ProPolicy = (typeof proPolicies)[number]

export interface Carrier {
  id: number
  name: string
  kind: CarrierKind
  /** Standard Carrier Alpha Code, 2–4 letters; Carrier Central takes 1–5 letters or digits. */
  scac: string | null
  /** The name Amazon's forms list for it; `OTHER` where there is none. */
  amazonName: string
  strategy: TrackingStrategy
  /** Courier whose number formats apply (see courier-format-table), or null when none is known. */
  courier: string | null
  proPolicy: ProPolicy
  /** Last day its card for delivering under its own name is good, `YYYY-MM-DD`; null where nobody said. */
  cardUntil: string | null
  isActive: boolean
}

export const isTruck = (carrier: Pick<Carrier, 'kind'>): boolean => carrier.kind !== 'parcel'

/** Sends trucks that are planned here; other carriers plan their own. */
export const isFleet = (carrier: Pick<Carrier, 'kind'>): boolean =>
  carrier.kind === 'own_fleet' || carrier.kind === 'partner_fleet'
