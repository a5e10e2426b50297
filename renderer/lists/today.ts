import { type Day, formatLocalDay } from '../../shared/domain/calendar-day.ts'

/** By this computer's clock. */
export const getToday = (): Day => formatLocalDay(Date.now())
