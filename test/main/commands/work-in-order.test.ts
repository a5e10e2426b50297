import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { workInOrder } from '../../../main/commands/work-in-order.ts'

test('whatever takes how long, results come in the order of the items and never more are at work than allowed', async () => {
  const cases = fc.record({
    delays: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }),
    atOnce: fc.integer({ min: 1, max: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(cases, async ({ delays, atOnce }) => {
      let atWork = 0
      let most = 0
      const results: number[] = []
      const work = async (index: number) => {
        atWork += 1
        most = Math.max(most, atWork)
        await new Promise((resolve) => setTimeout(resolve, delays[index]))
        atWork -= 1
        return index
      }
      for await (const result of workInOrder([...delays.keys()], atOnce, work)) results.push(result)
      expect(results).toEqual([...delays.keys()])
      expect(most).toBeLessThanOrEqual(atOnce)
    }),
    { numRuns: 40 },
  )
})

test('work that fails ends the row at its place', async () => {
  const results: number[] = []
  const run = async () => {
    const work = (item: number) => (item === 2 ? Promise.reject(new Error('no')) : Promise.resolve(item))
    for await (const result of workInOrder([1, 2, 3], 3, work)) results.push(result)
  }
  await expect(run()).rejects.toThrow('no')
  expect(results).toEqual([1])
})
