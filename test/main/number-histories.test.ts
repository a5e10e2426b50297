import { expect, test } from 'vitest'
import { runHistories } from '../support/number-histories.ts'

test('over 300 random histories of desks no number is given out twice or stands on two shipments', () => {
  const sums = runHistories({ seed: 20261127, numRuns: 300, maxLength: 18 })
  expect(sums.histories).toBe(300)
  for (const [what, count] of Object.entries(sums)) expect([what, count > 5]).toEqual([what, true])
})
