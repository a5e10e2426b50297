import { expect, test } from 'vitest'
import { getTranslate } from '../../../shared/locales/translate.ts'
import { describeChange } from '../../../renderer/shell/describe-change.ts'

const en = getTranslate('en')
const zhCn = getTranslate('zh-CN')

test('a change is named by what it did', () => {
  expect(describeChange('assign', { shipments: 253, carriers: 253, pros: 53 }, zhCn)).toBe(
    '批量指派253票（承运人253，PRO 53）',
  )
  expect(describeChange('pair', { boxes: 20, shipments: 1 }, en)).toBe('tracking for 20 boxes')
})

test('files imported together are one change', () => {
  expect(describeChange('import', { batch: 12, shipments: 300, boxes: 6000, changed: 0 }, en)).toBe(
    'import 12 files (300 shipments, 6000 boxes)',
  )
})

test('a paste is told from typing', () => {
  expect(describeChange('edit-boxes', { cells: 500, gesture: 'paste' }, en)).toBe(
    'paste into boxes, cells: 500',
  )
  expect(describeChange('edit-boxes', { cells: 1, gesture: 'edit' }, en)).toBe('edit boxes, cells: 1')
})

test('a command of another version is still called a change', () => {
  expect(describeChange('something-newer', {}, en)).toBe('change')
})
