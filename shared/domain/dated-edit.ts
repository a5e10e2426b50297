import { parseAmazonStatus } from './amazon-status.ts'
import { parseTypedDay, parseTypedMoment } from './typed-date.ts'
import type { CellValue } from './patch.ts'
import type { ValueRefusal } from './shipment-edit.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Day } from './calendar-day.ts'

export const dayFields = ['createdOn', 'etaOn', 'windowFrom', 'windowTo', 'deliveredOn'] as const
export const datedFields = [
  ...dayFields,
  'appointmentAt',
  'origin',
  'planId',
  'palletCount',
  'amazonStatus',
] as const
export type DatedField = (typeof datedFields)[number]

export const isDatedField = (field: string): field is DatedField =>
  (datedFields as readonly string[]).includes(field)

const originWords: Readonly<Record<string, string>> = {
  domestic: 'domestic',
  国内: 'domestic',
  本地: 'domestic',
  international: 'international',
  国际: 'international',
  跨境: 'international',
}

/** A typed text as the stored value of a dated fact; an empty text clears it. */
export function parseDatedValue(
  field: DatedField,
  typed: string,
  today: Day,
): Result<CellValue, ValueRefusal> {
  const text = typed.trim()
  if (text === '') return ok(null)
  switch (field) {
    case 'appointmentAt':
      return valueOr(parseTypedMoment(text, today), 'not-a-moment')
    case 'origin':
      return valueOr(originWords[text.toLowerCase()] ?? null, 'unknown-word')
    case 'planId':
      if (text.length > 64) return fail('length')
      return valueOr(/^[0-9A-Za-z-]+$/.test(text) ? text : null, 'characters')
    case 'palletCount':
      return valueOr(/^\d{1,4}$/.test(text) ? Number(text) : null, 'not-a-number')
    case 'amazonStatus':
      return valueOr(parseAmazonStatus(text), 'unknown-word')
    default:
      return valueOr(parseTypedDay(text, today), 'not-a-day')
  }
}

const valueOr = (value: CellValue, refusal: ValueRefusal): Result<CellValue, ValueRefusal> =>
  value === null ? fail(refusal) : ok(value)
