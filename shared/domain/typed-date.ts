import { countDays, makeDay, type Day, type Moment } from './calendar-day.ts'
import { readDateText } from './sheet/date-text.ts'

const dayOfMonth = /^(\d{1,2})[日号]?$/
const monthAndDay = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})[日号]?$/
const timeAlone = /^\d{1,2}:\d{2}$/
const timeBehind = /^(.*\S)\s+(\d{1,2}:\d{2})$/

/**
 * A day as a dispatcher types it: whole, without the year (the nearest such day), or the day of this month alone. Null
 * where no day or more than one can be meant.
 */
export function parseTypedDay(typed: string, today: Day): Day | null {
  const text = typed.normalize('NFKC').trim()
  const [year, month] = today.split('-').map(Number) as [number, number, number]
  const alone = dayOfMonth.exec(text)
  if (alone) return makeDay(year, month, Number(alone[1]))
  const short = monthAndDay.exec(text)
  if (short) return getNearest(year, Number(short[1]), Number(short[2]), today)
  const read = readDateText(text)
  return read !== null && typeof read === 'object' ? read.day : null
}

/** The same with a time behind it; a time alone is on the day `on`, where there is one. */
export function parseTypedMoment(typed: string, today: Day, on: Day | null = null): Moment | null {
  const text = typed.normalize('NFKC').trim().replace('T', ' ')
  if (on !== null && timeAlone.test(text)) return parseTypedMoment(`${on} ${text}`, today)
  const match = timeBehind.exec(text)
  if (match) {
    const day = parseTypedDay(match[1]!, today)
    const time = day && readDateText(`${day} ${match[2]}`)
    return day && time && typeof time === 'object' ? `${day}T${time.time}` : null
  }
  const read = readDateText(text)
  return read !== null && typeof read === 'object' && read.time !== null ? `${read.day}T${read.time}` : null
}

function getNearest(year: number, month: number, day: number, today: Day): Day | null {
  const days = [year - 1, year, year + 1]
    .map((each) => makeDay(each, month, day))
    .filter((each) => each !== null)
  return days.toSorted((a, b) => Math.abs(countDays(today, a)) - Math.abs(countDays(today, b)))[0] ?? null
}
