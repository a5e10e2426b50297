import { formatLocalDay, type Day, type Moment } from '../../shared/domain/calendar-day.ts'
import { parseTypedDay, parseTypedMoment } from '../../shared/domain/typed-date.ts'
import { getText, UsageError, type Arguments } from './command.ts'

const getToday = (): Day => formatLocalDay(Date.now())

/** A whole number or, of kilograms, with decimals. */
export function readCap(args: Arguments, name: 'max-pallets' | 'max-boxes' | 'max-kg'): number | undefined {
  const text = getText(args, name)
  if (text === undefined) return undefined
  const pattern = name === 'max-kg' ? /^\d{1,7}(?:\.\d{1,3})?$/ : /^\d{1,6}$/
  if (!pattern.test(text) || Number(text) === 0) throw new UsageError(`--${name} takes a number from 1 on`)
  return Number(text)
}

/** A day as it is typed into a list: `2026-12-01`, `12-1`, `1`. */
export function readDay(args: Arguments, name: string): Day | undefined {
  const text = getText(args, name)
  if (text === undefined) return undefined
  const day = parseTypedDay(text, getToday())
  if (day === null) throw new UsageError(`--${name} takes a day, such as 2026-12-01`)
  return day
}

/** A day with a time behind it, or a time alone, which is on the day `on`. */
export function readMoment(args: Arguments, name: string, on: Day): Moment | undefined {
  const text = getText(args, name)
  if (text === undefined) return undefined
  const moment = parseTypedMoment(text, getToday(), on)
  if (moment === null) throw new UsageError(`--${name} takes a day and a time, such as "2026-12-01 10:00"`)
  return moment
}
