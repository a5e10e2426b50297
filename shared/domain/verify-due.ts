import { addDays, type Day, getDayOf } from './calendar-day.ts'
import type { Shipment } from './shipment.ts'
import { arrivedStatuses, isDeadShipment } from './validity-clock.ts'

export const checkpoints = ['before-eta', 'before-appointment'] as const
export type Checkpoint = (typeof checkpoints)[number]

export interface DueCheck {
  checkpoint: Checkpoint
  /** From this day on the ID has to be looked up again. */
  since: Day
}

/**
 * An ID is looked up at Amazon twice, as one trucking operator does (its public system, read August 2026): a week before
 * the ETA and the day before the appointment. A shipment found valid on or after such a day needs it no more; of two that
 * are due, the later one.
 */
export function getDueCheck(
  shipment: Pick<
    Shipment,
    'amazonStatus' | 'finding' | 'replacedBy' | 'deliveredOn' | 'etaOn' | 'appointmentAt' | 'verifiedOn'
  >,
  today: Day,
): DueCheck | null {
  const { etaOn, appointmentAt, finding, verifiedOn } = shipment
  const isOver = shipment.deliveredOn !== null || arrivedStatuses.has(shipment.amazonStatus ?? '')
  if (isOver || isDeadShipment(shipment)) return null
  const isDue = (since: Day): boolean =>
    since <= today && !(finding === 'valid' && verifiedOn !== null && verifiedOn >= since)
  const beforeAppointment = appointmentAt && addDays(getDayOf(appointmentAt), -1)
  if (beforeAppointment && isDue(beforeAppointment))
    return { checkpoint: 'before-appointment', since: beforeAppointment }
  const beforeEta = etaOn && addDays(etaOn, -7)
  return beforeEta && isDue(beforeEta) ? { checkpoint: 'before-eta', since: beforeEta } : null
}
