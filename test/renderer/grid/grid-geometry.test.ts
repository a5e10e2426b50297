import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  getCellAt,
  getCellsInView,
  getRangeParts,
  getRevealScroll,
  getRowSlots,
  type GridLayout,
  layOutColumns,
  type Viewport,
} from '../../../renderer/grid/grid-geometry.ts'

const column = (width: number, isFrozen = false) => ({ width, isFrozen })

/** Tick boxes 0–30, frozen 30–130, then columns of 100 from 130 on; the view shows 130–500 of those. */
const layout: GridLayout = {
  ...layOutColumns([column(100, true), ...Array.from({ length: 20 }, () => column(100))], 30),
  rowHeight: 20,
  headingHeight: 20,
}
const view = (scrollLeft = 0, scrollTop = 0): Viewport => ({ scrollLeft, scrollTop, width: 500, height: 220 })

test('columns lie side by side after the tick boxes', () => {
  expect(layout.boxes[0]).toEqual({ left: 30, width: 100, isFrozen: true })
  expect(layout.boxes[2]).toEqual({ left: 230, width: 100, isFrozen: false })
  expect(layout).toMatchObject({ frozenCount: 1, frozenWidth: 130, totalWidth: 2130 })
})

describe('the cell under the pointer', () => {
  test('is found through scrolling, but frozen columns stay', () => {
    expect(getCellAt(140, 25, layout, view())).toEqual({ row: 0, column: 1 })
    expect(getCellAt(140, 25, layout, view(250, 400))).toEqual({ row: 20, column: 3 })
    expect(getCellAt(60, 25, layout, view(250, 400))).toEqual({ row: 20, column: 0 })
  })

  test('outside the grid is the nearest', () => {
    expect(getCellAt(-50, -50, layout, view())).toEqual({ row: 0, column: 0 })
    expect(getCellAt(9000, 45, layout, view())).toEqual({ row: 1, column: 20 })
  })
})

describe('scrolling a cell into view', () => {
  test('does nothing when it is in view', () => {
    expect(getRevealScroll({ row: 3, column: 2 }, layout, view())).toEqual({ left: 0, top: 0 })
  })

  test('brings the whole cell clear of the heading and the frozen columns', () => {
    // Ten rows of 20 fit below the heading; row 10 ends at 220, 20 beyond the 200 in view.
    expect(getRevealScroll({ row: 10, column: 1 }, layout, view())).toEqual({ left: 0, top: 20 })
    // Column 5 spans 530–630 and the view ends at 500.
    expect(getRevealScroll({ row: 0, column: 5 }, layout, view())).toEqual({ left: 130, top: 0 })
    // Column 1 starts at 130; with 300 scrolled away the frozen columns cover all up to 430.
    expect(getRevealScroll({ row: 20, column: 1 }, layout, view(300, 500))).toEqual({ left: 0, top: 400 })
  })

  test('never scrolls sideways for a frozen column, nor up or down for a heading', () => {
    expect(getRevealScroll({ row: 0, column: 0 }, layout, view(300))).toEqual({ left: 300, top: 0 })
    expect(getRevealScroll({ row: -1, column: 1 }, layout, view(0, 300))).toEqual({ left: 0, top: 300 })
  })
})

describe('cells to draw', () => {
  test('are those in view and a margin of eight rows', () => {
    expect(getCellsInView(layout, view(0, 1000), 5000)).toMatchObject({ firstRow: 42, lastRow: 68 })
  })

  test('end with the list', () => {
    expect(getCellsInView(layout, view(), 3)).toMatchObject({ firstRow: 0, lastRow: 2 })
    expect(getCellsInView(layout, view(), 0)).toMatchObject({ firstRow: 0, lastRow: -1 })
  })

  test('leave out columns more than 400 pixels beyond an edge', () => {
    // In view: 130–500 behind the frozen part. Column 8 starts at 830, column 9 at 930.
    expect(getCellsInView(layout, view(), 5)).toMatchObject({ firstColumn: 1, lastColumn: 8 })
    // In view: 1130–1500. Column 6 spans 630–730 and ends at the margin; column 7 ends inside it.
    expect(getCellsInView(layout, view(1000), 5)).toMatchObject({ firstColumn: 7, lastColumn: 18 })
  })

  test('stay few however long the list is', () => {
    const { firstRow, lastRow } = getCellsInView(layout, view(0, 4_000_000), 400_000)
    expect(lastRow - firstRow).toBeLessThan(30)
  })
})

test('no two rows drawn at once share their elements', () => {
  const pixels = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(pixels, pixels, (scrollTop, height) => {
      const viewport = { ...view(0, scrollTop), height }
      const { firstRow, lastRow } = getCellsInView(layout, viewport, 400_000)
      expect(lastRow - firstRow + 1).toBeLessThanOrEqual(getRowSlots(layout, viewport))
    }),
  )
})

test('a range over frozen and scrolling columns is outlined in two parts, open to each other', () => {
  const range = { firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 2 }
  expect(getRangeParts(range, layout)).toEqual([
    { isFrozen: true, left: 30, width: 100, isOpenLeft: false, isOpenRight: true },
    { isFrozen: false, left: 130, width: 200, isOpenLeft: true, isOpenRight: false },
  ])
  expect(getRangeParts({ ...range, firstColumn: 2 }, layout)).toEqual([
    { isFrozen: false, left: 230, width: 100, isOpenLeft: false, isOpenRight: false },
  ])
})
