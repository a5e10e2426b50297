import type { Day, Moment } from '../../shared/domain/calendar-day.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const split = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month, date, name: months[Number(month) - 1]! }
}

/** Days as clients spell them; none leaves open which part is the month. */
export const withSlashes = (day: Day): string => day.replaceAll('-', '/')
export const withDots = (day: Day): string => day.replaceAll('-', '.')
export const withoutMarks = (day: Day): string => day.replaceAll('-', '')

export function inEnglish(day: Day): string {
  const { year, date, name } = split(day)
  return `${name} ${Number(date)}, ${year}`
}

export function withMonthName(day: Day): string {
  const { year, date, name } = split(day)
  return `${date}-${name}-${year}`
}

export function inChinese(day: Day): string {
  const { year, month, date } = split(day)
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** Without the year, as in a sheet's title. */
export const inChineseTitle = (day: Day): string => inChinese(day).slice('2026年'.length)

/** '' where there is no appointment. */
export const spellMoment = (moment: Moment, spellDay: (day: Day) => string): string =>
  moment === '' ? '' : `${spellDay(moment.slice(0, 10))} ${moment.slice(11)}`

export const asIs = (day: Day): string => day
