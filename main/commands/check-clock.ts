import { getNewestChangeMs } from '../../db/newest-change.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import type { CommandContext } from '../engine/context.ts'

const dayMs = 86_400_000

/** A clock more than a day behind what was done before: by it, rules would be judged that are no longer in force. */
export function checkClock(context: CommandContext): CallProblem | null {
  const [now, newest] = [context.nowMs(), getNewestChangeMs(context.store)]
  if (newest === null || newest - now <= dayMs) return null
  return { kind: 'clock-in-past', today: formatLocalDay(now), newest: formatLocalDay(newest) }
}
