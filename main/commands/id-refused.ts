import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'

const refusing: ReadonlySet<ReadinessReason> = new Set<ReadinessReason>([
  'dead-shipment',
  'closed-by-clock',
  'not-found',
  'not-verified',
])

/** What keeps an ID from going out keeps it from being booked too; what was let through does not. */
export const isIdRefused = ({ reasons }: Pick<ShipmentView, 'reasons'>): boolean =>
  reasons.some((reason) => refusing.has(reason))
