import { parseTrackingNumber } from './number/tracking-number.ts'
import { parseBoxId } from './box.ts'
import { fail, ok, type Result } from '../result.ts'
import type { CellValue } from './patch.ts'
import { isProWithinLimits } from './readiness.ts'
import { amazonModes, programmes, roadModes } from './shipment.ts'

export const valueRefusals = [
  'characters',
  'length',
  'not-a-number',
  'unknown-word',
  'used-elsewhere',
  'issued-before',
  'scientific-notation',
  'other-shipment',
  'not-a-day',
  'not-a-moment',
  'in-the-future',
] as const
export type ValueRefusal = (typeof valueRefusals)[number]

/** Words a dispatcher may type for a mode or programme, besides Amazon's own. */
const modeWords: Record<string, string> = {
  小包裹: 'SPD',
  包裹: 'SPD',
  快递: 'SPD',
  零担: 'LTL',
  整车: 'FTL',
  SP: 'SPD',
}
const roadWords: Record<string, string> = {
  快递: 'parcel',
  快递派送: 'parcel',
  包裹: 'parcel',
  COURIER: 'parcel',
  卡派: 'truck',
  卡车: 'truck',
}
const programmeWords: Record<string, string> = {
  自有: 'own',
  自发: 'own',
  合作承运人: 'partnered',
  PCP: 'partnered',
}

/** A typed or pasted text as the stored value of a shipment's field; an empty text clears it. */
export function parseShipmentValue(field: string, text: string): Result<CellValue, ValueRefusal> {
  const value = text.trim()
  if (value === '') return ok(field === 'programme' ? 'own' : null)
  switch (field) {
    case 'fc':
      return matchOrRefuse(value.toUpperCase(), /^[0-9A-Z]{3,5}$/)
    case 'referenceId':
    case 'isa':
      return parseIdentifier(value, field === 'isa' ? 32 : 64)
    case 'amazonMode':
      return fromWords(value, amazonModes, modeWords)
    case 'roadMode':
      return fromWords(value, roadModes, roadWords)
    case 'programme':
      return fromWords(value, programmes, programmeWords)
    case 'pro':
      return parsePro(value)
    case 'bol':
    case 'note':
      return value.length > 1_000 || value.includes('\0') ? fail('length' as const) : ok(value)
    case 'grossWeightKg':
      return parseWeight(value)
    default:
      throw new Error(`no field ${field}`)
  }
}

/** The same for a box; a box ID must begin with its own shipment's FBA shipment ID. */
export function parseBoxValue(field: string, text: string, fbaId: string): Result<CellValue, ValueRefusal> {
  const value = text.trim()
  if (value === '') return ok(null)
  if (field === 'weightKg') return parseWeight(value)
  if (field === 'boxId') {
    const parsed = parseBoxId(value)
    if (!parsed) return fail('characters' as const)
    return parsed.fbaId === fbaId ? ok(value) : fail('other-shipment' as const)
  }
  const tracking = parseTrackingNumber(value)
  if (tracking.ok) return ok(tracking.value)
  const { kind } = tracking.problem
  return fail(kind === 'scientific-notation' ? kind : kind === 'too-long' ? 'length' : 'characters')
}

const matchOrRefuse = (value: string, pattern: RegExp): Result<CellValue, ValueRefusal> =>
  pattern.test(value) ? ok(value) : fail('characters')

function parseIdentifier(value: string, limit: number): Result<CellValue, ValueRefusal> {
  if (/^\d(?:[.,]\d+)?E[+-]?\d+$/i.test(value)) return fail('scientific-notation')
  if (value.length > limit) return fail('length')
  return matchOrRefuse(value, /^[0-9A-Z-]+$/)
}

function parsePro(value: string): Result<CellValue, ValueRefusal> {
  if (/^\d(?:[.,]\d+)?E[+-]?\d+$/i.test(value)) return fail('scientific-notation')
  if (value.length > 64) return fail('length')
  return isProWithinLimits(value) ? ok(value) : fail('characters')
}

function parseWeight(value: string): Result<CellValue, ValueRefusal> {
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(value)) return fail('not-a-number')
  return ok(Number(value))
}

function fromWords(
  value: string,
  known: readonly string[],
  words: Record<string, string>,
): Result<CellValue, ValueRefusal> {
  const upper = value.toUpperCase()
  const found = known.find((word) => word.toUpperCase() === upper) ?? words[upper]
  return found === undefined ? fail('unknown-word') : ok(found)
}
