import { expect, test } from 'vitest'
import { getSheetMarks } from '../../../renderer/import/sheet-marks.ts'
import type { CellProblem } from '../../../shared/domain/imported-shipment.ts'
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
  const noTable = { ...withFact, layout: { ...withFact.layout, headingRow: 0 } }
  const marks = getSheetMarks(noTable, [{ ...problem, kind: 'totals-row', cell: 'A1' }])
  expect([marks.getRowMark(0), marks.getRowMark(1), marks.getProblem(0, 1)]).toEqual([null, null, undefined])
})
