import { expect, test } from 'vitest'
import { getSheetMarks } from '../../../renderer/import/sheet-marks.ts'
import type { CellProblem } from '../../../shared/domain/sheet/imported-shipment.ts'
import { makeSheet } from './make-draft.ts'

const sheet = makeSheet(0, ['known', 'known'])
const withFact = {
  ...sheet,
  layout: {
    ...sheet.layout,
    facts: [{ field: 'client' as const, label: '客户', value: '宁波星野', cell: 'A1' }],
  },
}
const problem: CellProblem = {
  kind: 'cleaned',
  level: 'notice',
  sheet: 'Sheet1',
  cell: 'B3',
  value: 'x',
}

test('facts above the table, its headings and its totals are told apart', () => {
  const marks = getSheetMarks(withFact, [
    { ...problem, kind: 'totals-row', cell: 'A16' },
    { ...problem, kind: 'totals-row', cell: 'A17', sheet: 'Sheet2' },
  ])
  expect([1, 2, 3, 16, 17].map((row) => marks.getRowMark(row))).toEqual([
    'fact',
    'heading',
    null,
    'totals',
    null,
  ])
})

test('a cell shows its gravest problem, and only those of its own sheet', () => {
  const marks = getSheetMarks(sheet, [
    problem,
    { ...problem, kind: 'bad-characters', level: 'block' },
    { ...problem, kind: 'unknown-fc', level: 'warn' },
    { ...problem, sheet: 'Sheet2', cell: 'B4', level: 'block' },
  ])
  expect(marks.getProblem(1, 3)?.kind).toBe('bad-characters')
  expect(marks.getProblem(1, 4)).toBeUndefined()
  expect(marks.getProblem(0, 3)).toBeUndefined()
})

test('a sheet without a table has nothing to point out', () => {
  const noTable = { ...withFact, layout: { ...withFact.layout, headingRow: 0, columns: [] } }
  const marks = getSheetMarks(noTable, [{ ...problem, kind: 'totals-row', cell: 'A1' }])
  expect([marks.getRowMark(0), marks.getRowMark(1), marks.getProblem(0, 1)]).toEqual([null, null, undefined])
})

test('headings on two lines are marked from the first of them, with groups of columns but not a title', () => {
  const headings = ['货件编号', '参考号', '仓库代码', '国家']
  const [column] = sheet.layout.columns
  const columns = headings.map((heading, index) => ({ ...column!, heading, index }))
  const marks = getSheetMarks(
    {
      ...sheet,
      layout: { ...sheet.layout, headingRow: 3, columns },
      preview: [
        { row: 1, cells: ['11月23日送仓计划'] },
        { row: 2, cells: ['货件编号', '参考号', '目的', ''] },
        { row: 3, cells: ['', '', '仓库代码', '国家'] },
        { row: 4, cells: ['FBA15TB8M3X9', '4TB7X2K1', 'ONT8', '美国'] },
      ],
    },
    [],
  )
  expect(marks.firstHeadingRow).toBe(2)
  expect([1, 2, 3, 4].map((row) => marks.getRowMark(row))).toEqual([null, 'heading', 'heading', null])
})
