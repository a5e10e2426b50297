import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getPastedText, planEdits, planPasteArea } from '../../../renderer/grid/grid-edits.ts'
import type { GridColumn } from '../../../renderer/grid/grid-types.ts'

interface BoxRow {
  key: string
  boxId: string
  trackingId: string
  weight: string
}

const columns: GridColumn<BoxRow>[] = [
  { id: 'boxId', title: 'Box ID', width: 150, getText: (row) => row.boxId },
  {
    id: 'trackingId',
    title: 'Tracking ID',
    width: 180,
    isEditable: () => true,
    getText: (row) => row.trackingId,
  },
  {
    id: 'weight',
    title: 'Weight kg',
    width: 80,
    isEditable: (row) => row.key !== 'locked',
    getText: (row) => Number(row.weight).toFixed(1),
    getEditText: (row) => row.weight,
  },
]

const rows: BoxRow[] = [
  { key: 'a', boxId: 'FBA15TB8M3X9U000001', trackingId: '', weight: '12.04' },
  { key: 'locked', boxId: 'FBA15TB8M3X9U000002', trackingId: '1Z999AA10123456784', weight: '12' },
]

const target = { firstRow: 7, rows, columns, getRowKey: (row: BoxRow) => row.key }

describe('planning edits', () => {
  test('covers the editable cells in reading order and counts the others', () => {
    const plan = planEdits(target, (rowOffset, columnOffset) => `${rowOffset}.${columnOffset}`)
    expect(plan).toEqual({
      edits: [
        { rowIndex: 7, rowKey: 'a', columnId: 'trackingId', text: '0.1' },
        { rowIndex: 7, rowKey: 'a', columnId: 'weight', text: '0.2' },
        { rowIndex: 8, rowKey: 'locked', columnId: 'trackingId', text: '1.1' },
      ],
      cellCount: 3,
      skippedCount: 3,
    })
  })

  test('leaves out what would change nothing', () => {
    const plan = planEdits(target, () => '')
    expect(plan.edits.map((edit) => [edit.rowKey, edit.columnId])).toEqual([
      ['a', 'weight'],
      ['locked', 'trackingId'],
    ])
    expect(plan.cellCount).toBe(3)
  })

  test('compares with the stored text, not with a rounded one', () => {
    const weights = { ...target, rows: rows.slice(0, 1), columns: columns.slice(2) }
    expect(planEdits(weights, () => '12.0').edits).toHaveLength(1)
    expect(planEdits(weights, () => '12.04').edits).toHaveLength(0)
  })

  test('undefined leaves the cell alone', () => {
    expect(planEdits(target, () => undefined)).toEqual({ edits: [], cellCount: 0, skippedCount: 3 })
  })
})

const range = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number) => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
})

describe('where a paste goes', () => {
  const bounds = { rowCount: 10, columnCount: 4, pageRows: 5 }
  test('a block starts at the first selected cell, however much is selected', () => {
    const area = planPasteArea(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      range(2, 9, 1, 3),
      bounds,
    )
    expect(area).toEqual({ range: range(2, 3, 1, 2), overflowRows: [], overflowColumnCount: 0 })
  })

  test('one value fills the selection', () => {
    expect(planPasteArea([['a']], range(2, 5, 1, 3), bounds).range).toEqual(range(2, 5, 1, 3))
    expect(getPastedText([['a']], 3, 2)).toBe('a')
  })

  test('one line fills the selected rows', () => {
    expect(planPasteArea([['a', 'b']], range(2, 5, 1, 1), bounds).range).toEqual(range(2, 5, 1, 2))
    expect([getPastedText([['a', 'b']], 3, 0), getPastedText([['a', 'b']], 3, 1)]).toEqual(['a', 'b'])
  })

  test('a list is never repeated to fill a longer selection: each number is handed out once', () => {
    const list = [['1Z01'], ['1Z02']]
    expect(planPasteArea(list, range(0, 9, 1, 1), bounds).range).toEqual(range(0, 1, 1, 1))
  })

  test('what lies beyond the last row or column is reported', () => {
    const area = planPasteArea([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']], range(9, 9, 2, 2), bounds)
    expect(area).toEqual({
      range: range(9, 9, 2, 3),
      overflowRows: [['d', 'e', 'f'], ['g']],
      overflowColumnCount: 1,
    })
  })

  test('a short line does not blank the cells after its end', () => {
    expect(getPastedText([['a', 'b'], ['c']], 1, 1)).toBeUndefined()
  })

  test('every line of a block is either pasted or reported', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 }), (height, firstRow) => {
        const lines = Array.from({ length: height }, (_, index) => [`1Z${index}`])
        const area = planPasteArea(lines, range(firstRow, firstRow, 0, 0), bounds)
        const pasted = area.range.lastRow - area.range.firstRow + 1
        expect(pasted + area.overflowRows.length).toBe(height)
        expect(area.overflowRows).toEqual(lines.slice(pasted))
      }),
    )
  })
})
