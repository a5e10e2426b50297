import { cleanText, isErrorText, isPlaceholder } from './cell-text.ts'
import { normalizeHeading } from './heading-dictionary.ts'
import { lacksYear, readDateText, type DateReading } from './date-text.ts'
import type { ImportField } from './import-field.ts'
import type { ShipmentValues } from './mapped-row.ts'
import { parseQuantity } from './quantity-cell.ts'
import { getCellRaw, getCellShown, type RawCellValue } from './raw-cell.ts'
import { addDays, pad } from '../calendar-day.ts'
import { parseMarketplace } from '../rule-pack/marketplace.ts'
import type { CellIssue, ShipmentReading } from './shipment-cell.ts'

/** What a column of dates, pallets or sites says of a shipment. `window` is one day for the whole delivery window. */
export type DatedTarget =
  | 'createdOn'
  | 'etaOn'
  | 'appointmentAt'
  | 'window'
  | 'windowFrom'
  | 'windowTo'
  | 'deliveredOn'
  | 'palletCount'
  | 'marketplace'

const list = (headings: string): string[] => headings.split('|').map(normalizeHeading)

/** Headings that say clearly which day they mean; as the dictionary's, read November 2026. */
const dateHeadings: ReadonlyMap<string, DatedTarget> = new Map(
  Object.entries({
    createdOn: list(`
      创建时间 | 创建日期 | 货件创建时间 | 货件创建日期 | Created | Created on | Created at | Created date |
      Creation date | Shipment creation date`),
    etaOn: list(`
      ETA | ETAs | 预计到港时间 | 预计到港日期 | 预计到港 | 预计到达时间 | 预计到达日期 | 预计到仓时间 |
      预计到仓日期`),
    deliveredOn: list(
      '送达时间 | 送达日期 | 签收时间 | 签收日期 | Delivered | Delivered on | Delivered date',
    ),
    windowFrom: list('最早派送时间 | 最早派送日期 | 最早送仓时间 | delivery window start'),
    windowTo: list('最晚派送时间 | 最晚派送日期 | 最晚送仓时间 | delivery window end'),
    window: list('Carrier Requested Delivery Date | CRDD'),
  } satisfies Partial<Record<DatedTarget, string[]>>).flatMap(([target, headings]) =>
    headings.map((heading) => [heading, target as DatedTarget] as const),
  ),
)

const bracketed = /\([^()]*\)/g

/** Null for a column whose heading leaves open what its dates are: it stays an extra. */
export function getDatedTarget(field: ImportField | null, heading: string): DatedTarget | null {
  if (field === 'appointmentTime') return 'appointmentAt'
  if (field === 'palletCount' || field === 'marketplace') return field
  if (field !== 'date') return null
  const text = heading.normalize('NFKC')
  return (
    dateHeadings.get(normalizeHeading(text)) ??
    dateHeadings.get(normalizeHeading(text.replace(bracketed, ' '))) ??
    null
  )
}

const nothing: ShipmentReading = { values: {}, issue: null }
const kept: ShipmentReading = { ...nothing, isExtra: true }

/** A cell that is no whole date, or a day without its time for an appointment, stays among the extras and is said. */
export function readDatedCell(target: DatedTarget, cell: RawCellValue, isDate1904: boolean): ShipmentReading {
  if (cell === null || cell === '') return nothing
  if (target === 'palletCount') return readPallets(cell)
  if (target === 'marketplace') return readMarketplace(cell)
  const date = readDateCell(cell, isDate1904)
  if (date === 'blank') return nothing
  if (date === null) return { ...kept, issue: explainUnread(cell) }
  if (date === 'ambiguous' || date === 'impossible') return { ...kept, issue: warn(`${date}-date`) }
  if (target !== 'appointmentAt') return { values: spread(target, date.day), issue: null }
  return date.time === null
    ? { ...kept, issue: warn('day-without-time') }
    : { values: { appointmentAt: `${date.day}T${date.time}` }, issue: null }
}

const warn = (kind: CellIssue['kind']): CellIssue => ({ kind, level: 'warn' })

/** Words without a digit (`ASAP`) are no date that somebody has to mend. */
function explainUnread(cell: RawCellValue): CellIssue {
  const { text } = cleanText(getCellRaw(cell))
  if (isErrorText(text)) return warn('error-value')
  if (lacksYear(text)) return warn('date-without-year')
  return { kind: 'unreadable-date', level: /\p{Nd}/u.test(text) ? 'warn' : 'notice' }
}

const spread = (
  target: Exclude<DatedTarget, 'palletCount' | 'marketplace' | 'appointmentAt'>,
  day: string,
): ShipmentValues => (target === 'window' ? { windowFrom: day, windowTo: day } : { [target]: day })

function readDateCell(cell: Exclude<RawCellValue, null>, isDate1904: boolean): DateReading | 'blank' {
  if (typeof cell !== 'string' && cell.type === 'number') return readSerial(Number(cell.raw), isDate1904)
  if (typeof cell !== 'string' && cell.type !== 'date' && cell.type !== 'text') return null
  const { text } = cleanText(typeof cell === 'string' ? cell : (cell.shown ?? cell.raw))
  return isPlaceholder(text) ? 'blank' : readDateText(text)
}

/** 2000-01-01 to 2099-12-31, counted from the day before 1900 or from 1904. */
const firstSerial = 36_526
const lastSerial = 73_050
const days1904 = 1_462

/** A number without a date's format under a date's heading is the day that Excel counts by it. */
function readSerial(value: number, isDate1904: boolean): DateReading {
  const minutes = Math.round((value % 1) * 24 * 60)
  const serial = Math.floor(value) + (isDate1904 ? days1904 : 0)
  if (!(serial >= firstSerial && serial <= lastSerial))
    return value >= 20_000_000 ? readDateText(String(value)) : null
  const day = addDays('1899-12-30', serial + (minutes === 1440 ? 1 : 0))
  if (value % 1 === 0) return { day, time: null }
  return { day, time: `${pad(Math.floor((minutes % 1440) / 60))}:${pad(minutes % 60)}` }
}

function readMarketplace(cell: RawCellValue): ShipmentReading {
  const { text } = cleanText(getCellShown(cell))
  if (isPlaceholder(text)) return nothing
  const marketplace = parseMarketplace(text)
  return marketplace ? { values: { marketplace }, issue: null } : kept
}

function readPallets(cell: RawCellValue): ShipmentReading {
  const quantity = parseQuantity(cell)
  if (quantity === null) return nothing
  const isCount = quantity !== 'bad' && Number.isInteger(quantity.value) && quantity.value <= 10_000
  return isCount && /^(?:板|托|plts?|pallets?)?$/.test(quantity.unit)
    ? { values: { palletCount: quantity.value }, issue: null }
    : kept
}
