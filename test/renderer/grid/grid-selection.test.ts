import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fitSelection,
  getRange,
  type GridBounds,
  headingRow,
  type MoveTarget,
  reduceSelection,
  type SelectionAction,
  type SelectionState,
} from '../../../renderer/grid/grid-selection.ts'

const bounds: GridBounds = { rowCount: 100, columnCount: 5, pageRows: 20 }

const at = (row: number, column: number, headRow = row, headColumn = column): SelectionState => ({
  anchor: { row, column },
  head: { row: headRow, column: headColumn },
})

const move = (state: SelectionState, to: MoveTarget, isExtending = false): SelectionState =>
  reduceSelection(state, { kind: 'move', to, isExtending }, bounds)

describe('moving the cursor', () => {
  const steps: [MoveTarget, number, number][] = [
    ['up', 49, 2],
    ['down', 51, 2],
    ['left', 50, 1],
    ['right', 50, 3],
    ['pageUp', 30, 2],
    ['pageDown', 70, 2],
    ['upEdge', 0, 2],
    ['downEdge', 99, 2],
    ['leftEdge', 50, 0],
    ['rightEdge', 50, 4],
    ['gridStart', 0, 0],
    ['gridEnd', 99, 4],
  ]
  test.each(steps)('%s goes from row 50, column 2 to row %i, column %i', (to, row, column) => {
    expect(move(at(50, 2), to)).toEqual(at(row, column))
  })

  test('up from the first row goes to the headings, and down comes back', () => {
    expect(move(at(0, 3), 'up')).toEqual(at(headingRow, 3))
    expect(move(at(headingRow, 3), 'down')).toEqual(at(0, 3))
  })

  test('PageUp and Ctrl+Up stop at the first row, not at the headings', () => {
    expect(move(at(5, 1), 'pageUp')).toEqual(at(0, 1))
    expect(move(at(5, 1), 'upEdge')).toEqual(at(0, 1))
  })

  test('a plain move gives up the range and starts from the active cell', () => {
    expect(move(at(10, 1, 20, 3), 'down')).toEqual(at(11, 1))
  })
})

describe('ranges', () => {
  test('Shift moves the far end and leaves the active cell', () => {
    const once = move(at(10, 1), 'down', true)
    expect(move(once, 'right', true)).toEqual(at(10, 1, 11, 2))
  })

  test('a range may go up and to the left of the active cell', () => {
    expect(getRange(at(10, 3, 7, 1))).toEqual({ firstRow: 7, lastRow: 10, firstColumn: 1, lastColumn: 3 })
  })

  test('a range never takes in the headings', () => {
    expect(move(at(0, 1), 'up', true)).toEqual(at(0, 1))
    expect(getRange(at(headingRow, 1))).toBeUndefined()
  })

  test('a shift click spans from the active cell', () => {
    const action: SelectionAction = { kind: 'point', row: 4, column: 0, isExtending: true }
    expect(reduceSelection(at(8, 2), action, bounds)).toEqual(at(8, 2, 4, 0))
  })

  test('whole rows, whole columns and everything keep or take the corner they need', () => {
    expect(reduceSelection(at(3, 1, 6, 2), { kind: 'rows' }, bounds)).toEqual(at(3, 0, 6, 4))
    expect(reduceSelection(at(3, 1, 6, 2), { kind: 'columns' }, bounds)).toEqual(at(0, 1, 99, 2))
    expect(reduceSelection(at(3, 1), { kind: 'all' }, bounds)).toEqual(at(0, 0, 99, 4))
  })
})

describe('filling in a line', () => {
  const tab: SelectionAction = { kind: 'tab', isBackward: false }
  const enter: SelectionAction = { kind: 'enter', isBackward: false }

  test('Enter after a run of Tab returns below the cell where the run began', () => {
    const entered = [tab, tab, enter].reduce(
      (state, action) => reduceSelection(state, action, bounds),
      at(3, 1),
    )
    expect(entered).toEqual(at(4, 1))
  })

  test('any other move ends the run', () => {
    const tabbed = reduceSelection(at(3, 1), tab, bounds)
    expect(tabbed.entryColumn).toBe(1)
    expect(move(tabbed, 'down').entryColumn).toBeUndefined()
    expect(reduceSelection(tabbed, { kind: 'endEntry' }, bounds)).toEqual(at(3, 2))
  })

  test('Enter in the last row stays there', () => {
    expect(reduceSelection(at(99, 1), enter, bounds)).toEqual(at(99, 1))
  })
})

describe('bounds', () => {
  test('a selection in a list that got shorter is pulled back into it', () => {
    expect(fitSelection(at(90, 1, 99, 2), { ...bounds, rowCount: 50 })).toEqual(at(49, 1, 49, 2))
  })

  test('an empty list leaves the cursor where it waits for rows', () => {
    const state = at(0, 0)
    expect(fitSelection(state, { ...bounds, rowCount: 0 })).toBe(state)
  })

  test('what changes nothing gives the same object, so that nothing is drawn', () => {
    const state = at(99, 4)
    expect(move(state, 'down')).toBe(state)
    expect(fitSelection(state, bounds)).toBe(state)
  })

  const action = fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      to: fc.constantFrom<MoveTarget>(
        'up',
        'down',
        'left',
        'right',
        'pageUp',
        'pageDown',
        'upEdge',
        'gridEnd',
      ),
      isExtending: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('point' as const),
      row: fc.integer({ min: -5, max: 200 }),
      column: fc.integer({ min: -5, max: 20 }),
      isExtending: fc.boolean(),
    }),
    fc.record({ kind: fc.constantFrom('enter' as const, 'tab' as const), isBackward: fc.boolean() }),
    fc.record({ kind: fc.constantFrom('rows' as const, 'columns' as const, 'all' as const) }),
  )

  test('no sequence of actions leaves the grid', () => {
    fc.assert(
      fc.property(fc.array(action), fc.integer({ min: 1, max: 9 }), (actions, rowCount) => {
        const small = { rowCount, columnCount: 3, pageRows: 2 }
        const { anchor, head } = actions.reduce(
          (state, next) => reduceSelection(state, next, small),
          at(0, 0),
        )
        for (const { row, column } of [anchor, head]) {
          expect(row).toBeGreaterThanOrEqual(headingRow)
          expect(row).toBeLessThan(rowCount)
          expect(column).toBeGreaterThanOrEqual(0)
          expect(column).toBeLessThan(3)
        }
        expect(anchor.row === headingRow).toBe(head.row === headingRow)
      }),
    )
  })
})
