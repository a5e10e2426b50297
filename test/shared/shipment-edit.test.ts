import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBoxValue, parseShipmentValue } from '../../shared/domain/shipment-edit.ts'

const parse = (field: string, text: string) => {
  const parsed = parseShipmentValue(field, text)
  return parsed.ok ? { value: parsed.value } : parsed.problem
}
const parseBox = (field: string, text: string) => {
  const parsed = parseBoxValue(field, text, 'FBA19TB4K7Q2')
  return parsed.ok ? { value: parsed.value } : parsed.problem
}

const shipmentFields = [
  'fc',
  'referenceId',
  'isa',
  'amazonMode',
  'roadMode',
  'programme',
  'pro',
  'bol',
  'note',
  'grossWeightKg',
] as const

describe('an empty text', () => {
  test('clears every cell but the programme, which goes back to the own carrier', () => {
    for (const field of shipmentFields)
      for (const text of ['', '  ', '\t'])
        expect([field, parse(field, text)]).toEqual([field, { value: field === 'programme' ? 'own' : null }])
    for (const field of ['boxId', 'trackingId', 'weightKg'])
      expect(parseBox(field, ' ')).toEqual({ value: null })
  })
})

describe('a shipment’s value', () => {
  test.each([
    ['fc', ' ont8 ', 'ONT8'],
    ['referenceId', '2ABCDEF1', '2ABCDEF1'],
    ['isa', '00012345678', '00012345678'],
    ['amazonMode', 'ltl', 'LTL'],
    ['amazonMode', '快递', 'SPD'],
    ['amazonMode', '零担', 'LTL'],
    ['amazonMode', '整车', 'FTL'],
    ['amazonMode', 'sp', 'SPD'],
    ['roadMode', 'Truck', 'truck'],
    ['roadMode', '卡派', 'truck'],
    ['roadMode', '快递', 'parcel'],
    ['roadMode', 'courier', 'parcel'],
    ['programme', 'Partnered', 'partnered'],
    ['programme', 'pcp', 'partnered'],
    ['programme', 'AGL', 'agl'],
    ['programme', '自发', 'own'],
    ['pro', '8100200008', '8100200008'],
    ['pro', '007-810 02.A_b', '007-810 02.A_b'],
    ['bol', '提单 7', '提单 7'],
    ['note', ' 加急 ', '加急'],
    ['grossWeightKg', '249.0', 249],
    ['grossWeightKg', '0.125', 0.125],
  ])('%s takes %j as %j', (field, text, value) => {
    expect(parse(field, text)).toEqual({ value })
  })

  test.each([
    ['fc', 'O8', 'characters'],
    ['fc', 'ONTARIO8', 'characters'],
    ['referenceId', '2abcdef1', 'characters'],
    ['referenceId', 'A'.repeat(65), 'length'],
    ['isa', '1.23457E+10', 'scientific-notation'],
    ['isa', '1'.repeat(33), 'length'],
    ['isa', '１２３', 'characters'],
    ['amazonMode', '海运', 'unknown-word'],
    ['amazonMode', 'LTL FTL', 'unknown-word'],
    ['roadMode', 'LTL', 'unknown-word'],
    ['programme', 'UPS', 'unknown-word'],
    ['pro', '8.1002E+9', 'scientific-notation'],
    ['pro', '8'.repeat(65), 'length'],
    ['pro', '8100#0008', 'characters'],
    ['pro', '号8100', 'characters'],
    ['bol', 'a\0b', 'length'],
    ['note', '长'.repeat(1_001), 'length'],
    ['grossWeightKg', '-1', 'not-a-number'],
    ['grossWeightKg', '1,200', 'not-a-number'],
    ['grossWeightKg', '1e3', 'not-a-number'],
    ['grossWeightKg', '12kg', 'not-a-number'],
    ['grossWeightKg', 'Infinity', 'not-a-number'],
  ])('%s refuses %j: %s', (field, text, reason) => {
    expect(parse(field, text)).toBe(reason)
  })

  test('of a field nobody has is a bug', () => {
    expect(() => parse('fbaId', 'FBA19TB4K7Q3')).toThrow('no field fbaId')
  })
})

describe('a box’s value', () => {
  test.each([
    ['boxId', 'FBA19TB4K7Q2U000022', 'FBA19TB4K7Q2U000022'],
    ['trackingId', '1za1 b2c3 0300 0147 03', '1ZA1B2C30300014703'],
    ['trackingId', '000000000022', '000000000022'],
    ['weightKg', '12.4', 12.4],
  ])('%s takes %j as %j', (field, text, value) => {
    expect(parseBox(field, text)).toEqual({ value })
  })

  test.each([
    ['boxId', 'FBA15TB8M3X9U000001', 'other-shipment'],
    ['boxId', 'FBA19TB4K7Q2', 'characters'],
    ['boxId', 'FBA19TB4K7Q2U22', 'characters'],
    ['trackingId', '4.00015E+11', 'scientific-notation'],
    ['trackingId', '400014700213.0', 'characters'],
    ['trackingId', '400014700213/400014700224', 'characters'],
    ['trackingId', '1ZА1B2C30300014703', 'characters'],
    ['trackingId', '1'.repeat(65), 'length'],
    ['trackingId', '待定', 'characters'],
    ['weightKg', 'twelve', 'not-a-number'],
  ])('%s refuses %j: %s', (field, text, reason) => {
    expect(parseBox(field, text)).toBe(reason)
  })
})

test('whatever is typed, an accepted value fits its column and is accepted again unchanged', () => {
  /** The CHECKs of the columns. */
  const columns: Record<string, RegExp> = {
    fc: /^[0-9A-Z]{3,5}$/,
    referenceId: /^[0-9A-Z-]{1,64}$/,
    isa: /^[0-9A-Z-]{1,32}$/,
    amazonMode: /^(?:SPD|LTL|FTL)$/,
    roadMode: /^(?:parcel|truck)$/,
    programme: /^(?:own|partnered|agl)$/,
    pro: /^[0-9A-Za-z._ -]{1,64}$/,
    bol: /^[^\0]{1,1000}$/s,
    note: /^[^\0]{1,1000}$/s,
    grossWeightKg: /^\d{1,6}(?:\.\d{1,3})?$/,
    boxId: /^FBA19TB4K7Q2U(?:\d{6}|\d{3})$/,
    trackingId: /^[0-9A-Z-]{1,64}$/,
    weightKg: /^\d{1,6}(?:\.\d{1,3})?$/,
  }
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.stringMatching(/^[0-9A-Za-z ._-]{1,40}$/),
    fc.stringMatching(/^\d{1,8}(\.\d{1,4})?$/),
    fc.constantFrom('ltl', '快递', 'agl', 'FBA19TB4K7Q2U000007', '1ZA1B2C30300014703', 'ｏｎｔ８'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(columns)), text, (field, typed) => {
      const parseAny = (shipmentFields as readonly string[]).includes(field) ? parse : parseBox
      const parsed = parseAny(field, typed)
      if (typeof parsed === 'string' || parsed.value === null) return
      expect(String(parsed.value)).toMatch(columns[field]!)
      expect(parseAny(field, String(parsed.value))).toEqual(parsed)
    }),
    { numRuns: 3_000 },
  )
})
