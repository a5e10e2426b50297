import { expect, test } from 'vitest'
import { describeSelection } from '../../../renderer/grid/describe-selection.ts'

const columns = ['fbaShipmentId', 'carrier', 'proNumber'].map((id) => ({
  id,
  title: id,
  width: 100,
  getText: () => '',
}))
const bounds = { rowCount: 300, columnCount: 3, pageRows: 20 }
const point = (row: number, column: number) => ({ row, column })

test('a range is told by rows and column ids, the cursor by its own cell', () => {
  expect(describeSelection({ anchor: point(8, 2), head: point(5, 1) }, columns, bounds)).toEqual({
    active: { rowIndex: 8, columnId: 'proNumber' },
    firstRow: 5,
    lastRow: 8,
    columnIds: ['carrier', 'proNumber'],
    isAll: false,
  })
})

test('everything selected is told as such', () => {
  const everything = { anchor: point(0, 0), head: point(299, 2) }
  expect(describeSelection(everything, columns, bounds).isAll).toBe(true)
  expect(describeSelection(everything, columns, { ...bounds, rowCount: 301 }).isAll).toBe(false)
})

test('with the cursor in the headings no row is selected', () => {
  const selection = describeSelection({ anchor: point(-1, 1), head: point(-1, 1) }, columns, bounds)
  expect([selection.firstRow, selection.lastRow, selection.columnIds]).toEqual([-1, -1, ['carrier']])
})
