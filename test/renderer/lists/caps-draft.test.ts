import { expect, test } from 'vitest'
import { isCap, readCaps, startCaps } from '../../../renderer/lists/caps-draft.ts'

test('caps come back as they were, and a blank is none', () => {
  const caps = { maxPallets: 28, maxBoxes: null, maxKg: 19_500.5 }
  expect(readCaps(startCaps(caps))).toEqual(caps)
})

test.each(['1', ' 28 ', ''])('%o is a number of pallets', (text) =>
  expect(isCap('maxPallets', text)).toBe(true),
)
test.each(['0', '-1', '2.5', '1001', '1e3', 'x'])('%o is none', (text) => {
  expect(isCap('maxPallets', text)).toBe(false)
  expect(readCaps({ maxPallets: text, maxBoxes: '', maxKg: '' })).toBeNull()
})

test('only kilograms have decimals', () => {
  expect([isCap('maxKg', '0.5'), isCap('maxBoxes', '0.5'), isCap('maxKg', '0.0')]).toEqual([
    true,
    false,
    false,
  ])
})
