import { expect, test } from 'vitest'
import {
  describeRowBox,
  getAlignedRows,
  getLabelledRows,
  isDifference,
} from '../../../renderer/boxes/alignment-rows.ts'
import type { PairingView } from '../../../shared/contract/outputs.ts'
import type { Mismatch } from '../../../shared/domain/pairing/pairing.ts'
import { getTranslate } from '../../../shared/locales/translate.ts'
import { describeMismatch } from '../../../shared/words/describe-mismatch.ts'
import { makeBoxView } from './make-box-view.ts'

const makeView = (values: Partial<PairingView>): PairingView => ({
  rule: 'by-order',
  pairs: [],
  moves: [],
  skipped: { blank: 0, words: 0, voided: 0 },
  target: null,
  mismatches: [],
  numbers: ['1Z1', '1Z2', '1Z3'].map((text, index) => ({
    index,
    text,
    trackingId: text,
    place: String(index + 1),
    box: null,
  })),
  boxesLeft: 0,
  canWrite: false,
  ...values,
})
const boxes = [1, 2].map((position) =>
  makeBoxView({ id: position, position, boxId: `FBA15TB8M3X9U00000${position}` }),
)

test('numbers beyond the last box stand without one', () => {
  const rows = getAlignedRows(makeView({}), boxes, [0, 1, 2])
  expect(rows.map((row) => [row.boxName, row.number?.trackingId])).toEqual([
    ['FBA15TB8M3X9U000001', '1Z1'],
    ['FBA15TB8M3X9U000002', '1Z2'],
    [null, '1Z3'],
  ])
  expect(rows.map(isDifference)).toEqual([false, false, true])
})

test('a box across from a gap gets nothing', () => {
  const rows = getAlignedRows(makeView({}), boxes, [null, 0])
  expect(rows.map((row) => row.number?.trackingId ?? null)).toEqual([null, '1Z1'])
})

test('a box without a box ID goes by its place in the list', () => {
  const [row] = getAlignedRows(makeView({}), [makeBoxView({ position: 7 })], [0])
  expect(row?.boxName).toBe('7')
})

test('what is against a number stands beside it', () => {
  const mismatch: Mismatch = { kind: 'number-twice', trackingId: '1Z2', indexes: [1, 2], level: 'block' }
  const rows = getAlignedRows(makeView({ mismatches: [mismatch] }), boxes, [0, 1])
  expect(rows.map((row) => row.mismatches)).toEqual([[], [mismatch]])
})

test('in a list with labels the numbers without a box come first', () => {
  const view = makeView({
    rule: 'by-box-id',
    pairs: [{ boxRowId: 1, boxName: 'U000001', fbaId: 'FBA15TB8M3X9', trackingId: '1Z2', before: null }],
  })
  const rows = getLabelledRows(view)
  expect(rows.map((row) => [row.boxName, row.number?.index])).toEqual([
    [null, 0],
    [null, 2],
    ['U000001', 1],
  ])
})

test('a number that is not written stands beside the box that the list names, with why', () => {
  const mismatches: Mismatch[] = [
    { kind: 'check-digit', index: 0, shipmentId: 1, courier: 'ups', level: 'block' },
    { kind: 'unknown-box-id', index: 1, boxId: 'FBA15TB8M3X9U000009', level: 'block' },
  ]
  const named = [
    { name: 'FBA15TB8M3X9U000001', isOnFile: true },
    { name: 'FBA15TB8M3X9U000009', isOnFile: false },
    null,
  ]
  const { numbers } = makeView({})
  const view = makeView({
    rule: 'by-box-id',
    mismatches,
    numbers: numbers.map((number, at) => ({ ...number, box: named[at]! })),
  })
  const rows = getLabelledRows(view)
  expect(rows.map((row) => [row.boxName, row.gets])).toEqual([
    ['FBA15TB8M3X9U000001', 'nothing'],
    ['FBA15TB8M3X9U000009', 'unknown'],
    [null, 'unknown'],
  ])
  expect(rows.map(isDifference)).toEqual([true, true, true])
  for (const t of [getTranslate('zh-CN'), getTranslate('en')]) {
    const [held, unknown, none] = rows.map((row) => describeRowBox(row, t))
    expect(held).toBe(
      `${t('boxes.pairing.getsNothing', { box: 'FBA15TB8M3X9U000001' })}\n${describeMismatch(mismatches[0]!, t)}`,
    )
    expect(unknown).toBe(describeMismatch(mismatches[1]!, t))
    expect(none).toBe(t('boxes.pairing.noBoxHint'))
  }
})

test('a box that the list names without a number says so', () => {
  const box = { name: 'FBA15TB8M3X9U000001', isOnFile: true }
  const numbers = [{ index: 0, text: '', trackingId: null, place: '1', box }]
  const [row] = getLabelledRows(makeView({ rule: 'by-box-id', numbers }))
  const t = getTranslate('en')
  expect(describeRowBox(row!, t)).toBe(
    `${t('boxes.pairing.getsNothing', { box: box.name })}\n${t('boxes.pairing.noNumber')}`,
  )
})

test('of a box that gets its number there is nothing to say', () => {
  const [row] = getAlignedRows(makeView({}), boxes, [0])
  expect(describeRowBox(row!, getTranslate('en'))).toBeUndefined()
})

test('a line that only repeats a paired number is no number without a box', () => {
  const pairs = [1, 2].map((boxRowId) => ({
    boxRowId,
    boxName: `U00000${boxRowId}`,
    fbaId: 'FBA15TB8M3X9',
    trackingId: 'TB810020000',
    before: null,
  }))
  const numbers = [0, 1].map((index) => ({
    index,
    text: 'TB810020000',
    trackingId: 'TB810020000',
    place: String(index + 1),
    box: null,
  }))
  const rows = getLabelledRows(makeView({ rule: 'same-on-all', pairs, numbers }))
  expect(rows.map((row) => row.boxName)).toEqual(['U000001', 'U000002'])
})
