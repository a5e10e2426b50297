import { expect, test } from 'vitest'
import type { RawSheetInfo } from '../../../shared/domain/sheet/raw-cell.ts'
import { createSheetCounter } from '../../../shared/domain/sheet/sheet-notices.ts'

const plain: RawSheetInfo = { name: '', isHidden: false, merges: [], hiddenRows: [], hiddenColumns: [] }

test('a plain sheet has nothing to be said about', () => {
  const counter = createSheetCounter(false)
  counter.add([{ row: 1, cells: ['a', null, { type: 'number', raw: '1' }] }])
  expect(counter.list(plain, 3)).toEqual([])
})

test('what a workbook hides, computes or shows as an error is counted', () => {
  const counter = createSheetCounter(false)
  counter.add([
    { row: 1, cells: [{ type: 'number', raw: '1', isFormula: true }] },
    { row: 2, cells: [{ type: 'text', raw: '', isFormula: true }] },
    { row: 3, cells: [{ type: 'error', raw: '#N/A', isFormula: true }] },
    { row: 4, cells: [{ type: 'date', raw: '45000' }] },
  ])
  const info: RawSheetInfo = {
    ...plain,
    isHidden: true,
    merges: [{ top: 1, left: 0, bottom: 1, right: 2 }],
    hiddenRows: [2, 3],
    hiddenColumns: [4],
    isDate1904: true,
  }
  expect(counter.list(info, 1)).toEqual([
    { kind: 'hidden-sheet', count: 1 },
    { kind: 'hidden-rows', count: 2 },
    { kind: 'hidden-columns', count: 1 },
    { kind: 'formulas-without-result', count: 1 },
    { kind: 'formulas', count: 2 },
    { kind: 'errors', count: 1 },
    { kind: 'dates-1904', count: 1 },
    { kind: 'merged-ranges', count: 1 },
  ])
})

test('rows that a filter leaves out are told from rows hidden by hand', () => {
  const counter = createSheetCounter(false)
  expect(counter.list({ ...plain, hiddenRows: [2], filter: 'hiding' }, 0)).toEqual([
    { kind: 'filtered-rows', count: 1 },
  ])
  expect(counter.list({ ...plain, filter: 'shown' }, 0)).toEqual([{ kind: 'filter', count: 1 }])
})

test('rows of a text that go on behind its heading are counted, blank cells at their end are not', () => {
  const counter = createSheetCounter(true)
  counter.add([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: ['1', '2', '3'] },
    { row: 3, cells: ['1', '2', null, null] },
  ])
  expect(counter.list(plain, 2)).toEqual([{ kind: 'long-rows', count: 1 }])
})
