import { expect, test } from 'vitest'
import { runHistories } from '../support/number-histories.ts'

test('over 10,000 random histories of desks no number is given out twice or stands on two shipments', () => {
  const sums = runHistories({ seed: 4_712_026, numRuns: 10_000, maxLength: 18 })
  expect(sums.histories).toBe(10_000)
  process.stdout.write(`${JSON.stringify(sums)}\n`)
}, 3_600_000)
