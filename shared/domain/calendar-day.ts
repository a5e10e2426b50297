/** Days are `YYYY-MM-DD`: they compare as text, and have no time zone. */
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
