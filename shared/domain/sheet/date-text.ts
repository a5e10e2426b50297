import { makeDay, pad, type Day } from '../calendar-day.ts'

/** What a text says of a day. `time` is `HH:MM` on the clock of the place it speaks of; null where it names none. */
export interface WrittenDate {
  day: Day
  time: string | null
}

/**
 * ambiguous: two days could be meant (month or day first, a year of two digits, a clock of another place) · impossible: a
 * date that no calendar has · null: not a whole date.
 */
export type DateReading = WrittenDate | 'ambiguous' | 'impossible' | null

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** Hour, minute, AM or PM before (Chinese) or after, and the zone. */
const clock =
  /^[T\s]*(上午|下午)?\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(AM|PM)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[PMCE][SD]?T)?$/
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?=$|[T\s上下])/
const compact = /^(20\d{2})(\d{2})(\d{2})(?=$|\s)/
const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?=$|\s)/
const dayAndName = /^(\d{1,2})(?:ST|ND|RD|TH)?[-\s,]+([A-Z]{3})[A-Z]*\.?[-\s,]+(\d{4})(?=$|\s)/
const nameAndDay = /^([A-Z]{3})[A-Z]*\.?[-\s]+(\d{1,2})(?:ST|ND|RD|TH)?[-\s,]+(\d{4})(?=$|\s)/
const shortYear = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?=$|\s)/
const usZone = /^[PMCE][SD]?T$/

interface Clock {
  time: string | null
  zone: string
}

/** Strict: the whole text is one date with or without a time. Month first only where nothing else can be meant. */
export function readDateText(written: string): DateReading {
  const text = written.normalize('NFKC').trim().toUpperCase()
  const found = findDate(text)
  if (found === null) return shortYear.test(text) ? 'ambiguous' : null
  const behind = readClock(text.slice(found.length))
  if (behind === null) return null
  if (behind === 'impossible') return 'impossible'
  const meant = found.getDay(usZone.test(behind.zone))
  if (meant === 'ambiguous') return meant
  if (meant === null) return 'impossible'
  // The hour of another place's clock may be another day here.
  if (behind.zone !== '' && !usZone.test(behind.zone)) return 'ambiguous'
  return { day: meant.day, time: behind.time }
}

const monthAndDay = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?=$|[T\s上下])/
const nameOnly =
  /^(?:\d{1,2}(?:ST|ND|RD|TH)?[-\s]+([A-Z]{3})[A-Z]*|([A-Z]{3})[A-Z]*\.?[-\s]+\d{1,2}(?:ST|ND|RD|TH)?),?(?=$|\s)/

/** True of a month and a day, perhaps with a time, that are a whole date but for the year. */
export function lacksYear(written: string): boolean {
  const text = written.normalize('NFKC').trim().toUpperCase()
  const found = monthAndDay.exec(text) ?? nameOnly.exec(text)
  if (found === null || readClock(text.slice(found[0].length)) === null) return false
  const [, first, second] = found
  if (/^\d/.test(first ?? '')) return isInLeapYear(first!, second!) || isInLeapYear(second!, first!)
  return months.includes((first ?? second)!)
}

const isInLeapYear = (month: string, day: string): boolean =>
  makeDay(2028, Number(month), Number(day)) !== null

type FoundDay = { day: Day } | 'ambiguous' | null

interface FoundDate {
  length: number
  /** Null where no calendar has it, `ambiguous` where two could be meant. */
  getDay(isAmerican: boolean): FoundDay
}

function findDate(text: string): FoundDate | null {
  const sorted = yearFirst.exec(text) ?? compact.exec(text)
  if (sorted) {
    const [whole, year, month, day] = sorted
    return { length: whole.length, getDay: () => toFound(makeDay(Number(year), Number(month), Number(day))) }
  }
  const turned = yearLast.exec(text)
  if (turned) {
    const [first, second, year] = turned.slice(1).map(Number) as [number, number, number]
    return {
      length: turned[0].length,
      getDay: (isAmerican) => chooseOrder(year, first, second, isAmerican),
    }
  }
  const named = dayAndName.exec(text)
  const american = nameAndDay.exec(text)
  const match = named ?? american
  if (!match) return null
  const [day, name] = named ? [match[1], match[2]] : [match[2], match[1]]
  const month = months.indexOf(name!) + 1
  return month === 0
    ? null
    : { length: match[0].length, getDay: () => toFound(makeDay(Number(match[3]), month, Number(day))) }
}

const toFound = (day: Day | null): FoundDay => (day === null ? null : { day })

function chooseOrder(year: number, first: number, second: number, isAmerican: boolean): FoundDay {
  const monthFirst = makeDay(year, first, second)
  const dayFirst = makeDay(year, second, first)
  if (isAmerican || dayFirst === null || monthFirst === dayFirst) return toFound(monthFirst)
  return monthFirst === null ? toFound(dayFirst) : 'ambiguous'
}

function readClock(text: string): Clock | 'impossible' | null {
  if (text.trim() === '') return { time: null, zone: '' }
  const match = clock.exec(text)
  if (!match) return null
  const [, before, hours, minutes, after, zone = ''] = match
  const half = before === '上午' ? 'AM' : before === '下午' ? 'PM' : after
  const hour = Number(hours)
  if (Number(minutes) > 59 || hour > 23 || (half !== undefined && (hour > 12 || hour === 0)))
    return 'impossible'
  const isLate = half === 'PM'
  const onDial = half === undefined ? hour : (hour % 12) + (isLate ? 12 : 0)
  return { time: `${pad(onDial)}:${minutes}`, zone }
}
