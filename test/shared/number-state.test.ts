import { describe, expect, test } from 'vitest'
import { listBlockRuns } from '../../shared/domain/block-runs.ts'
import { toRuns } from '../../shared/domain/number-run.ts'
import { findBlock, getElsewhere, getReleaseRefusal } from '../../shared/domain/number-state.ts'
import { makeBlock } from '../support/factories.ts'

describe('the block of a number', () => {
  const blocks = [
    makeBlock(),
    makeBlock({ id: 2, prefix: 'TB-', width: 4, first: 1, last: 99, checkMethod: 'none' }),
  ]

  test('is the one whose digits it has', () => {
    expect(findBlock('8100200008', blocks)).toMatchObject({
      block: { id: 1 },
      seq: 810_020_000,
      wantedCheck: null,
    })
    expect(findBlock('TB-0042', blocks)).toMatchObject({ block: { id: 2 }, seq: 42, wantedCheck: null })
  })

  test('is known in spite of a wrong check digit, and the right one is named', () => {
    expect(findBlock('8100200001', blocks)).toMatchObject({ block: { id: 1 }, wantedCheck: '8' })
  })

  test.each(['8100201004', '810020000', 'TB-0100', 'TB-00A2', 'XB-0042', ''])(
    'is none for %j, which is outside every block',
    (number) => expect(findBlock(number, blocks)).toBeNull(),
  )

  test('takes only numbers that the increment reaches', () => {
    const tens = [makeBlock({ width: 3, first: 100, last: 190, increment: 10, checkMethod: 'none' })]
    expect(findBlock('110', tens)).toMatchObject({ seq: 110 })
    expect(findBlock('111', tens)).toBeNull()
  })

  test("is this desk's where a part of another desk's block was lent back", () => {
    const other = makeBlock({ isRetired: true, next: 810_020_010 })
    const lent = makeBlock({ id: 2, first: 810_020_050, last: 810_020_059 })
    expect(findBlock('8100200503', [other, lent])).toMatchObject({ block: { id: 2 } })
    expect(findBlock('8100200008', [other, lent])).toMatchObject({ block: { id: 1 } })
  })
})

test('only a void number that was never exported is released', () => {
  expect(getReleaseRefusal('void', false, false)).toBeNull()
  expect(getReleaseRefusal('void', true, false)).toBe('exported')
  expect(getReleaseRefusal('void', false, true)).toBe('retired')
  expect(getReleaseRefusal('assigned', true, false)).toBe('exported')
  for (const state of ['assigned', 'free', 'released', 'lent', 'lost'] as const)
    expect(getReleaseRefusal(state, false, false)).toBe('not-void')
  expect(getReleaseRefusal(null, false, false)).toBe('outside')
})

test('numbers an increment apart are one run', () => {
  expect(toRuns([1, 2, 3, 5, 8, 9], 1)).toEqual([
    { from: 1, to: 3 },
    { from: 5, to: 5 },
    { from: 8, to: 9 },
  ])
  expect(toRuns([10, 20, 30, 50], 10)).toEqual([
    { from: 10, to: 30 },
    { from: 50, to: 50 },
  ])
})

test('what was drawn, is not on file and was not lent is lost', () => {
  const block = makeBlock({ width: 2, first: 10, last: 29, next: 20, checkMethod: 'none' })
  expect(listBlockRuns(block, [10, 11, 14], [{ from: 17, to: 18 }])).toEqual({
    free: [{ from: 20, to: 29 }],
    lent: [{ from: 17, to: 18 }],
    lost: [
      { from: 12, to: 13 },
      { from: 15, to: 16 },
      { from: 19, to: 19 },
    ],
  })
  expect(listBlockRuns({ ...block, isRetired: true }, [], []).free).toEqual([])
})

describe('a number that was never issued here', () => {
  const place = (seq: number, over = {}) => {
    const block = makeBlock({ next: 810_020_010, ...over })
    return { block, seq, wantedCheck: null }
  }

  test('may be typed while its block has yet to come to it', () => {
    expect(getElsewhere(place(810_020_010), false)).toBeNull()
  })

  test("is another desk's where it is lent or its block retired, and lost where something else drew it", () => {
    expect(getElsewhere(place(810_020_003), true)).toBe('lent')
    expect(getElsewhere(place(810_020_050, { isRetired: true }), false)).toBe('retired')
    expect(getElsewhere(place(810_020_003), false)).toBe('lost')
  })

  test('is no number of the block at all with a wrong check digit', () => {
    expect(getElsewhere({ ...place(810_020_003), wantedCheck: '8' }, true)).toBeNull()
  })
})
