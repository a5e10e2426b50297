import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { headingAliases } from '../../../shared/domain/sheet/heading-aliases.ts'
import { importFields } from '../../../shared/domain/sheet/import-field.ts'
import type { MergedRange, RawCellValue } from '../../../shared/domain/sheet/raw-cell.ts'
import { makeSheet, readFile } from './sheet-case.ts'

const headings = importFields.flatMap((field) => [...headingAliases[field].zh, ...headingAliases[field].en])
const shipmentId = fc.constantFrom(
  'FBA19TB4K7Q2',
  'FBA19TB4K7Q3',
  'fba19tb4k7q4 ',
  'FBA19TB4K7Q',
  'STAR-ABCDE12345XYZ',
)
const boxPart = fc.integer({ min: 0, max: 12 }).map((at) => `U${String(at).padStart(6, '0')}`)
const boxId = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(shipmentId, boxPart).map(([id, part]) => `${id.trim()}${part}`) },
  { weight: 1, arbitrary: boxPart },
  {
    weight: 1,
    arbitrary: fc
      .tuple(shipmentId, boxPart, fc.constantFrom('-', '~', '至', ',', '-U'), fc.integer({ min: 1, max: 20 }))
      .map(([id, part, mark, to]) => `${id.trim()}${part}${mark}${to}`),
  },
)
const trackingId = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map((at) => `1ZA1B2C30300014${String(700 + at)}`),
  fc.stringMatching(/^\d{8,22}$/),
  fc.constantFrom(
    '4.00015E+11',
    '400014700213.0',
    '1Z A1B 2C3 03 0001 4703',
    '1Z-A1B2C3-0300014703',
    '400014700213/400014700224',
  ),
)
const numeric = fc.oneof(
  fc.stringMatching(/^[1-9]\d{0,17}$/),
  fc.constantFrom('4.00014700213E11', '400014700213.0', '1E400', '-1', '0.1', '', 'E5'),
)
const cell: fc.Arbitrary<RawCellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(shipmentId, boxId, trackingId) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'ONT8',
      '卡派',
      'SPD 快递',
      '合计',
      '/',
      '2ABCDEF1',
      '12.5kg',
      '货件编号：FBA19TB4K7Q5',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(...headings) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: numeric.map((raw) => ({ type: 'number' as const, raw })) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('text' as const, 'date' as const, 'boolean' as const, 'error' as const),
      raw: fc.string({ maxLength: 12 }),
    }),
  },
)
const line = (width: number) => fc.array(cell, { maxLength: width })
const mostly = (usual: fc.Arbitrary<RawCellValue>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: cell })
const dataLine = fc
  .tuple(mostly(shipmentId), mostly(boxId), mostly(trackingId), line(6))
  .map(([shipment, box, tracking, others]) => [shipment, box, tracking, ...others])
const merge: fc.Arbitrary<MergedRange> = fc
  .tuple(fc.nat(6), fc.nat(3), fc.nat(6), fc.nat(2))
  .map(([top, down, left, right]) => ({ top: top + 1, bottom: top + 1 + down, left, right: left + right }))
const sheet = fc
  .record({
    keys: fc.constantFrom(
      ['FBA号', 'FBA箱号', '跟踪号'],
      ['货件编号', '箱号', '追踪编码'],
      ['Shipment ID', 'x', 'PRO'],
    ),
    others: fc.uniqueArray(fc.constantFrom(...headings), { maxLength: 6 }),
    above: fc.array(line(4), { maxLength: 2 }),
    rows: fc.array(fc.oneof({ weight: 4, arbitrary: dataLine }, { weight: 1, arbitrary: line(9) }), {
      maxLength: 12,
    }),
    merges: fc.array(merge, { maxLength: 4 }),
  })
  .map(({ keys, others, above, rows, merges }) =>
    makeSheet([...above, [...keys, ...others], ...rows], { merges }),
  )

test('whatever stands in the cells, a file is read to its end and every data row is counted', () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
      const { counts, shipments } = readFile(...sheets)
      const lines = sheets.reduce((sum, each) => sum + each.rows.length, 0)
      expect(counts.rows + counts.blank + counts.totals).toBeLessThanOrEqual(lines)
      expect(counts.held).toBeLessThanOrEqual(counts.rows)
      expect(new Set(shipments.map((each) => each.fbaId)).size).toBe(shipments.length)
    }),
    { numRuns: 300 },
  )
})

/** Blanks, invisible characters, case and width apart, and a number's digits whatever way they are written. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .toUpperCase()
const withoutDashes = (text: string): string => text.replace(/[-–—]/g, '')

/** A box whose shipment and own part stand in different cells, or that lies in a run whose ends stand in one. */
function isNamedInParts(id: string, texts: readonly string[]): boolean {
  const [, owner, number] = /^(.+)U(\d+)$/.exec(id)!
  const runs = texts.flatMap((text) => [...text.matchAll(/U(\d+)(?:[-~至](?:[^-~至,]*U)?(\d+))?/g)])
  const isWithin = ([, from, to = from]: RegExpExecArray) =>
    Number(from) <= Number(number) && Number(number) <= Number(to)
  return texts.some((text) => text.includes(owner!)) && runs.some(isWithin)
}

const digitsOf = (raw: string): string => (Number.isSafeInteger(Number(raw)) ? Number(raw).toFixed(0) : raw)

test('no identifier comes out that did not stand in a cell', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
      const stored = new Set<string>()
      const texts: string[] = []
      for (const value of sheets.flatMap((each) => each.rows.flatMap((row) => row.cells))) {
        if (value === null) continue
        const raw = typeof value === 'string' ? value : value.raw
        texts.push(plain(raw))
        if (typeof value !== 'string' && value.type === 'number') stored.add(digitsOf(raw))
      }
      const stood = (id: string | null | undefined) =>
        id == null || stored.has(id) || texts.some((text) => text.includes(id))
      const bare = texts.map(withoutDashes)
      for (const { fbaId, referenceId, pro, bol, isa, boxes } of readFile(...sheets).shipments) {
        const ids = [fbaId, referenceId, pro, bol, isa]
        const boxIds = boxes.map((box) => box.boxId)
        const trackingIds = boxes.map((box) => box.trackingId)
        expect(ids.filter((id) => !stood(id))).toEqual([])
        expect(boxIds.filter((id) => !stood(id) && !isNamedInParts(id!, texts))).toEqual([])
        // Couriers print numbers in groups; the dashes between them are no part of the number.
        expect(trackingIds.filter((id) => !stood(id) && !bare.some((text) => text.includes(id!)))).toEqual([])
        compared += [...ids, ...boxIds, ...trackingIds].filter((id) => id != null).length
      }
    }),
    { numRuns: 300 },
  )
  expect(compared).toBeGreaterThan(300)
})

test('a sheet read twice gives the same', () => {
  fc.assert(
    fc.property(sheet, (one) => {
      expect(readFile(one)).toEqual(readFile(one))
    }),
    { numRuns: 100 },
  )
})
