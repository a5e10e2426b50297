/** The day of a moment by this computer's own calendar, `2026-11-27`. */
export function formatLocalDay(ms: number): string {
  const date = new Date(ms)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** Days later, or earlier where negative; '' for what is no day. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return ''
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && addDays(text, 0) === text

/** Days since 1970-01-01, to reckon with. */
export const toDayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export const fromDayNumber = (dayNumber: number): string =>
  new Date(dayNumber * 86_400_000).toISOString().slice(0, 10)
