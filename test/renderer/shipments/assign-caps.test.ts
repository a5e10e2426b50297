import { expect, test } from 'vitest'
import { readHours } from '../../../renderer/shipments/assign-caps.tsx'

test('a trip takes from half an hour to two days, and what is no such number does not count', () => {
  expect(['4', ' 2.5 ', '４', '0.5', '48'].map(readHours)).toEqual([4, 2.5, 4, 0.5, 48])
  expect(['', '0', '49', '4h', '-1', '4.25'].map(readHours)).toEqual([null, null, null, null, null, null])
})
