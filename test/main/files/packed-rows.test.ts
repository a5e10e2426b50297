import { deserialize, serialize } from 'node:v8'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packRows, unpackRows } from '../../../main/files/packed-rows.ts'
import type { RawCell, RawCellValue } from '../../../shared/domain/sheet/raw-cell.ts'

const text = fc.string({ unit: 'binary', maxLength: 6 })
const cell: fc.Arbitrary<RawCellValue> = fc.oneof(
  fc.constant(null),
  text,
  fc
    .record({
      type: fc.constantFrom<RawCell['type'][]>('text', 'number', 'date', 'boolean', 'error'),
      raw: text,
      shown: fc.option(text),
      isFormula: fc.boolean(),
    })
    .map(({ type, raw, shown, isFormula }): RawCell => ({
      type,
      raw,
      ...(shown === null ? {} : { shown }),
      ...(isFormula ? { isFormula } : {}),
    })),
)

test('rows come out of their packing as they went in, also through another process', () => {
  const rows = fc.array(
    fc.record({ row: fc.integer({ min: 1, max: 1_048_576 }), cells: fc.array(cell, { maxLength: 8 }) }),
    { maxLength: 10 },
  )
  fc.assert(
    fc.property(rows, (given) => {
      expect(unpackRows(deserialize(serialize(packRows(given))))).toEqual(given)
    }),
  )
})
