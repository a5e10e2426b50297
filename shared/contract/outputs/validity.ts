import type { ValidityClock } from '../../domain/validity-clock.ts'
import type { DueCheck } from '../../domain/verify-due.ts'

/** An ID that closes within 14 days, may be closed, or has to be looked up; the nearest first. */
export interface ClosingShipment {
  fbaId: string
  client: string
  clock: ValidityClock
  dueCheck: DueCheck | null
}
