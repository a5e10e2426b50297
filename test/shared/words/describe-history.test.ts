import { expect, test } from 'vitest'
import { getTranslate } from '../../../shared/locales/translate.ts'
import { describeHistory } from '../../../shared/words/describe-history.ts'

const block = {
  firstNumber: '8100200008',
  lastNumber: '8100299992',
  used: 2,
  skipped: 1,
  nextNumber: '8100200032',
  far: [],
}
const en = getTranslate('en')
const zh = getTranslate('zh-CN')

test('a block that learned says how many numbers are used and with which it goes on', () => {
  expect(describeHistory({ blocks: [block] }, en)).toEqual([
    'Block 8100200008 … 8100299992: 2 used numbers noted; 1 other number up to there is not given out either; it goes on with 8100200032.',
  ])
  expect(describeHistory({ blocks: [block] }, zh)).toEqual([
    '号段8100200008 … 8100299992：记下2个用过的号，前面没提到的1个也不再发，以后从8100200032发起。',
  ])
})

test('a used-up block says so', () => {
  const full = { ...block, skipped: 0, nextNumber: null }
  expect(describeHistory({ blocks: [full] }, en)).toEqual([
    'Block 8100200008 … 8100299992: 2 used numbers noted; it is used up.',
  ])
})

test('numbers far ahead are named, three at most', () => {
  const far = { ...block, used: 0, far: ['8100250003', '8100260002', '8100270001', '8100280000'] }
  expect(describeHistory({ blocks: [far] }, zh)).toEqual([
    expect.stringContaining('4个号隔得太远（8100250003, 8100260002, 8100270001 …）'),
  ])
})

test('a sheet that teaches no block says that too', () => {
  expect(describeHistory({ blocks: [] }, en)).toEqual([
    'The sheet names no number that a block would still give out.',
  ])
})
