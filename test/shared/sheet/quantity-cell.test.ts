import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getWeightUnit, readBoxCount, readWeightKg } from '../../../shared/domain/sheet/quantity-cell.ts'
import { numberCell } from './sheet-case.ts'

describe('weights', () => {
  test.each([
    ['12.5', 'kg', 12.5],
    ['12.5 KG', 'lb', 12.5],
    ['12.5公斤', 'kg', 12.5],
    ['10', 'lb', 4.536],
    ['22 lbs', 'kg', 9.979],
    ['500 g', 'kg', 0.5],
    ['1,250.5', 'kg', 1250.5],
    ['12,5', 'kg', 12.5],
    ['１２．５', 'kg', 12.5],
    ['.5', 'kg', 0.5],
  ] as const)('%j under a heading in %s is %d kg', (text, unit, kilograms) => {
    expect(readWeightKg(text, unit)).toBe(kilograms)
  })

  test('a numeric cell is rounded to the gram', () => {
    expect(readWeightKg(numberCell('12.299999999999999'), 'kg')).toBe(12.3)
    expect(readWeightKg(numberCell('1.25E1'), 'kg')).toBe(12.5)
  })

  test.each(['-3', 'abc', '12.5 箱', '3*12', '1,25,0', '#N/A', '100001'])('%j is refused', (text) => {
    expect(readWeightKg(text, 'kg')).toBe('bad')
  })

  test('a blank cell has no weight', () => {
    for (const cell of [null, '', '/', '无']) expect(readWeightKg(cell, 'kg')).toBeNull()
  })

  test('a unit is read from a heading', () => {
    expect(getWeightUnit('重量(lbs)')).toBe('lb')
    expect(getWeightUnit('总箱磅')).toBe('lb')
    expect(getWeightUnit('总重KG')).toBe('kg')
    expect(getWeightUnit('重量')).toBeNull()
  })

  test('kilograms come back as they were written, to the gram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (grams) => {
        const text = `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, '0')}`
        expect(readWeightKg(text, 'kg')).toBe(Number(text))
      }),
    )
  })
})

describe('box counts', () => {
  test.each([
    ['20', 20],
    ['20箱', 20],
    ['20 CTNS', 20],
    ['1,200', 1200],
    ['20.0', 20],
  ] as const)('%j is %d', (text, count) => expect(readBoxCount(text)).toBe(count))

  test('fractions, other units and huge numbers are no count', () => {
    for (const cell of ['1.5', '20kg', '-1', '1000000', numberCell('1.5')])
      expect(readBoxCount(cell)).toBe('bad')
  })
})
