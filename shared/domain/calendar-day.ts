/** Days are `YYYY-MM-DD`: they compare as text, and have no time zone. */
const dayMs = 86_400_000

/** Days since 1970-01-01, to reckon with. */
export const toDayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs

export const fromDayNumber = (dayNumber: number): string =>
  new Date(dayNumber * dayMs).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days)

/** Negative where `to` comes first. */
export const countDays = (from: string, to: string): number => toDayNumber(to) - toDayNumber(from)

/** The day it is at that moment where this computer stands. */
export function getLocalDay(atMs: number): string {
  const at = new Date(atMs)
  return fromDayNumber(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / dayMs)
}
