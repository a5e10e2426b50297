/** A day of the calendar as text that sorts: `2026-11-27`. */
export type Day = string
/** Minute of a wall clock, `2026-11-27T08:30`, in whatever place its clock hangs. */
export type Moment = string

const dayMs = 86_400_000
const toMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** Negative when `to` is the earlier one. */
export const countDays = (from: Day, to: Day): number => Math.round((toMs(to) - toMs(from)) / dayMs)

export const getDayOf = (moment: Moment): Day => moment.slice(0, 10)

export const getEarliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null)

/** Null for a day that no calendar has, and outside the years that a shipment can have anything to do with. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

export const pad = (part: number): string => String(part).padStart(2, '0')
