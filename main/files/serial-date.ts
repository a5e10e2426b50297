const dayMs = 86_400_000
const secondsPerDay = 86_400
const lastSerial = 2_958_465

export interface DateParts {
  hasDate: boolean
  hasTime: boolean
}

const formatClock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')

/** Days since 1970-01-01. Excel's 1900 system counts a 29 February 1900 that never was. */
function getUnixDay(serialDay: number, isDate1904: boolean): number | null {
  if (isDate1904) return serialDay - 24_107
  if (serialDay === 0 || serialDay === 60) return null
  return serialDay < 60 ? serialDay - 25_568 : serialDay - 25_569
}

/** ISO text (`2026-11-03`, `2026-11-03T14:30:00`, `14:30:00`) of a sheet's date serial; null if it has none. */
export function formatSerialDate(serial: number, parts: DateParts, isDate1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastSerial + 1)) return null
  const totalSeconds = Math.round(serial * secondsPerDay)
  const clock = formatClock(totalSeconds % secondsPerDay)
  if (!parts.hasDate) return clock
  const day = parts.hasTime ? Math.floor(totalSeconds / secondsPerDay) : Math.floor(serial)
  const unixDay = getUnixDay(day, isDate1904)
  if (unixDay === null) return null
  const date = new Date(unixDay * dayMs).toISOString().slice(0, 10)
  return parts.hasTime ? `${date}T${clock}` : date
}

/** Elapsed time of formats such as `[h]:mm`, which run past 24 hours. */
export function formatElapsed(serial: number): string | null {
  return serial >= 0 && serial <= lastSerial ? formatClock(Math.round(serial * secondsPerDay)) : null
}
