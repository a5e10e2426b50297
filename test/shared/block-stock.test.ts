import { expect, test } from 'vitest'
import { listStock, type DayDraws } from '../../shared/domain/block-stock.ts'
import { makeBlock } from '../support/factories.ts'

const noDraws = (): DayDraws[] => []

test('a block warns when what its carrier has left comes to its limit', () => {
  const low = makeBlock({ next: 810_020_060, lowStock: 40 })
  expect(listStock([low], noDraws)).toEqual([{ blockId: 1, left: 40, isLow: true, daysLeft: null }])
  expect(listStock([{ ...low, next: 810_020_059 }], noDraws)).toMatchObject([{ left: 41, isLow: false }])
})

test('a block that runs out is no warning while the next one of its carrier is full', () => {
  const blocks = [
    makeBlock({ next: 810_020_100 }),
    makeBlock({ id: 2, first: 820_000_000, last: 820_000_099 }),
    makeBlock({ id: 3, carrierId: 2, first: 830_000_000, last: 830_000_009 }),
  ]
  expect(listStock(blocks, noDraws).map(({ isLow }) => isLow)).toEqual([false, false, true])
})

test('a closed block has nothing left and warns of nothing', () => {
  expect(listStock([makeBlock({ isClosed: true })], noDraws)).toMatchObject([{ left: 0, isLow: false }])
})

test('the days left follow the last 14 days on which numbers were drawn', () => {
  // 14 days with 5 each, and an older one with 1,000 that no longer counts: 100 left last 20 days.
  const draws = [
    { day: '2026-10-01', count: 1_000 },
    ...Array.from({ length: 14 }, (_, i) => ({ day: `2026-11-${10 + i}`, count: 5 })),
  ]
  expect(listStock([makeBlock()], () => draws)).toMatchObject([{ daysLeft: 20 }])
})

test('several draws of a day are one day', () => {
  const draws = [
    { day: '2026-11-23', count: 10 },
    { day: '2026-11-23', count: 20 },
  ]
  // 100 left at 30 a day.
  expect(listStock([makeBlock()], () => draws)).toMatchObject([{ daysLeft: 3 }])
})
