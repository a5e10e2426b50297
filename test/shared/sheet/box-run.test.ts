import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBoxRun, parseSequenceRun } from '../../../shared/domain/sheet/box-run.ts'

const fbaId = 'FBA19TB4K7Q2'
const list = (text: string, owner: string | null = null) => {
  const run = parseBoxRun(text, owner)
  return run === null ? null : run.ok ? run.value.boxIds.map((boxId) => boxId.slice(-7)) : run.problem
}

describe('a run of box IDs', () => {
  test.each([
    ['FBA19TB4K7Q2U000001-10', 10],
    ['FBA19TB4K7Q2U000001-U000010', 10],
    ['FBA19TB4K7Q2U000001-FBA19TB4K7Q2U000010', 10],
    ['FBA19TB4K7Q2U000001 ~ 10', 10],
    ['FBA19TB4K7Q2U000001～000010', 10],
    ['fba19tb4k7q2u000001至u000010', 10],
    ['FBA19TB4K7Q2U001-004', 4],
  ])('%s names %i boxes, from the first to the last', (text, count) => {
    const ids = list(text)
    expect(ids).toHaveLength(count)
    expect(ids!.at(-1)).toMatch(new RegExp(`${count}$`))
  })

  test('without a shipment in it belongs to the shipment of its row, and to none where there is none', () => {
    expect(list('U000001~U000002', fbaId)).toEqual(['U000001', 'U000002'])
    expect(list('U000007', fbaId)).toEqual(['U000007'])
    expect(list('U000001~U000002')).toBe('bad-box-range')
  })

  test('may be a list of boxes and runs', () => {
    expect(list('FBA19TB4K7Q2U000001、U000004-5，FBA19TB4K7Q2U000009')).toEqual([
      'U000001',
      'U000004',
      'U000005',
      'U000009',
    ])
  })

  test.each([
    ['runs backwards', 'FBA19TB4K7Q2U000010-1'],
    ['has a seventh digit by mistake', 'FBA19TB4K7Q2U0000010-12'],
    ['ends with more digits than it starts', 'FBA19TB4K7Q2U001-0004'],
    ['is longer than any shipment', 'FBA19TB4K7Q2U000001-U900000'],
    ['names a box twice', 'FBA19TB4K7Q2U000001-3,U000003'],
    ['has words in it', 'FBA19TB4K7Q2U000001-10 共10箱'],
  ])('that %s is refused', (_, text) => expect(list(text, fbaId)).toBe('bad-box-range'))

  test('from one shipment to another is refused', () =>
    expect(list('FBA19TB4K7Q2U000001-FBA19TB4K7Q3U000004')).toBe('several-values'))

  test.each(['FBA19TB4K7Q2U000001', 'FBA19TB4K7Q2', '1-20', '箱唛', '4000147U', ''])('%s is none', (text) =>
    expect(parseBoxRun(text, fbaId)).toBeNull(),
  )

  test('says what it was written from: every box once, the ends as they stand in the text', () => {
    const run = fc.record({
      from: fc.integer({ min: 1, max: 990_000 }),
      length: fc.integer({ min: 2, max: 300 }),
    })
    fc.assert(
      fc.property(run, ({ from, length }) => {
        const name = (at: number) => `U${String(at).padStart(6, '0')}`
        const ids = list(`${fbaId}${name(from)}-${name(from + length - 1)}`)
        expect(ids).toEqual(Array.from({ length }, (_, at) => name(from + at)))
      }),
    )
  })
})

test.each([
  ['1-20', { from: 1, to: 20 }],
  ['21~30', { from: 21, to: 30 }],
  ['第1-5箱', { from: 1, to: 5 }],
  ['NO.1-NO.8', { from: 1, to: 8 }],
  ['8-1', null],
  ['0-3', null],
  ['20', null],
  ['2026-07', null],
])('%s as a run of unnamed boxes', (text, run) => expect(parseSequenceRun(text)).toEqual(run))
