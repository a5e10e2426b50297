import { describe, expect, test } from 'vitest'
import { isListForPairing, isPlainPaste } from '../../../renderer/boxes/route-paste.ts'
import { makeBoxView } from './make-box-view.ts'

const makeBoxes = (...shipmentIds: number[]) =>
  shipmentIds.map((shipmentId, index) => makeBoxView({ id: index + 1, shipmentId }))
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `4000147002130${index}`)

test('one number goes into its cell', () => {
  expect(isPlainPaste({ lines: numbers(1), boxes: makeBoxes(1, 1), selectedRows: 1 })).toBe(true)
})

test('a list over several shipments that ends with one of them goes in as it is', () => {
  expect(isPlainPaste({ lines: numbers(4), boxes: makeBoxes(1, 1, 2, 2), selectedRows: 1 })).toBe(true)
  expect(isPlainPaste({ lines: numbers(3), boxes: makeBoxes(1, 2, 2, 3), selectedRows: 1 })).toBe(true)
})

test('a list for one shipment is paired, so that its carrier and its count are looked at', () => {
  expect(isPlainPaste({ lines: numbers(3), boxes: makeBoxes(1, 1, 1, 2), selectedRows: 1 })).toBe(false)
})

test('words and several columns are no numbers for the cells, also where they are as many as the selection', () => {
  const boxes = makeBoxes(1, 1)
  for (const line of ['Tracking Number', '1/2\t400014700213', 'FBA15TB8M3X9, 1/2, 400014700213'])
    expect(isPlainPaste({ lines: [line, '400014700213'], boxes, selectedRows: 2 })).toBe(false)
})

test('a list that ends in the middle of a shipment has to be paired', () => {
  expect(isPlainPaste({ lines: numbers(2), boxes: makeBoxes(1, 1, 1), selectedRows: 1 })).toBe(false)
})

test('a list longer than what is left has to be paired', () => {
  expect(isPlainPaste({ lines: numbers(3), boxes: makeBoxes(1, 1), selectedRows: 1 })).toBe(false)
})

test('a list exactly as long as the selection was meant for it', () => {
  expect(isPlainPaste({ lines: numbers(2), boxes: makeBoxes(1, 1, 1), selectedRows: 2 })).toBe(true)
})

test('a list with box IDs in it is paired by them', () => {
  const lines = ['FBA15TB8M3X9U000002\t1ZA1B2C30358598645', 'FBA15TB8M3X9U000001\t1ZA1B2C30331334578']
  expect(isPlainPaste({ lines, boxes: makeBoxes(1, 1), selectedRows: 2 })).toBe(false)
})

describe('on a column that cannot be edited', () => {
  test.each([
    ['numbers', numbers(3).join('\n')],
    ['one number', '1ZA1B2C30331334578'],
    ['box IDs with numbers', 'FBA15TB8M3X9U000002\t1ZA1B2C30358598645'],
    ['box IDs alone', 'FBA15TB8M3X9U000001\r\nFBA15TB8M3X9U000002'],
    ['a message with a number in it', '你好，单号：1ZA1B2C30331334578，谢谢'],
  ])('%s are a list to be paired', (_, text) => expect(isListForPairing(text)).toBe(true))

  test.each([
    ['nothing', ' \r\n'],
    ['words', '义乌百川\nUPS'],
    ['counts and weights', '1\t12.5\n2\t13.0'],
    ['days', '2026-03-04'],
    ['shipments alone', 'FBA15TB8M3X9\nFBA19TB4K7Q2'],
  ])('%s are none', (_, text) => expect(isListForPairing(text)).toBe(false))
})
