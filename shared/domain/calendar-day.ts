/** A day of the calendar as text that sorts: `2026-11-27`. It has no time zone. */
export type Day = string
/** Minute of a wall clock, `2026-11-27T08:30`, in whatever place its clock hangs. */
export type Moment = string

const dayMs = 86_400_000

/** Days since 1970-01-01, to reckon with. */
export const toDayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs

export const fromDayNumber = (dayNumber: number): string =>
  new Date(dayNumber * dayMs).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days)

/** Negative where `to` comes first. */
export const countDays = (from: string, to: string): number => toDayNumber(to) - toDayNumber(from)

/** The day of a moment by this computer's own calendar. */
export function formatLocalDay(ms: number): string {
  const at = new Date(ms)
  return fromDayNumber(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / dayMs)
}

/** False for what no calendar has, as the 30th of February. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(toDayNumber(text)) && addDays(text, 0) === text

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
