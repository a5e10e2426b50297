import { isEmptyCell, type RawRow, type RawSheetInfo } from './raw-cell.ts'

/** Something about a sheet that is no problem, but that whoever imports it should know. */
export interface SheetNotice {
  kind:
    | 'hidden-sheet'
    | 'hidden-rows'
    | 'filtered-rows'
    | 'filter'
    | 'hidden-columns'
    | 'merged-ranges'
    | 'dates-1904'
    | 'formulas'
    | 'formulas-without-result'
    | 'errors'
    | 'long-rows'
    | 'unreadable-characters'
  count: number
}

export interface SheetCounter {
  add(rows: readonly RawRow[]): void
  /** What was seen, most telling first. `headingWidth` is the number of cells of the heading row, 0 without one. */
  list(info: RawSheetInfo, headingWidth: number): SheetNotice[]
}

function getUsedWidth({ cells }: RawRow): number {
  let width = cells.length
  while (width > 0 && isEmptyCell(cells[width - 1])) width -= 1
  return width
}

/** Counts what a sheet's cells say about themselves while its rows go by. Rows of a text may have any width. */
export function createSheetCounter(isText: boolean): SheetCounter {
  const widths = new Map<number, number>()
  let formulas = 0
  let withoutResult = 0
  let errors = 0
  let dates = 0

  const countCells = ({ cells }: RawRow) => {
    for (const cell of cells) {
      if (cell === null || typeof cell === 'string') continue
      if (cell.isFormula) formulas += 1
      if (cell.isFormula && cell.raw === '') withoutResult += 1
      if (cell.type === 'error') errors += 1
      else if (cell.type === 'date') dates += 1
    }
  }
  const countLongRows = (headingWidth: number): number => {
    if (!isText || headingWidth === 0) return 0
    return [...widths].reduce((sum, [width, rows]) => (width > headingWidth ? sum + rows : sum), 0)
  }

  return {
    add(rows) {
      for (const row of rows) {
        if (!isText) countCells(row)
        else {
          const width = getUsedWidth(row)
          widths.set(width, (widths.get(width) ?? 0) + 1)
        }
      }
    },
    list(info, headingWidth) {
      const hiddenRows = info.hiddenRows.length
      const isFiltered = info.filter === 'hiding'
      const counts: [SheetNotice['kind'], number][] = [
        ['hidden-sheet', info.isHidden ? 1 : 0],
        ['filtered-rows', isFiltered ? hiddenRows : 0],
        ['hidden-rows', isFiltered ? 0 : hiddenRows],
        ['hidden-columns', info.hiddenColumns.length],
        ['long-rows', countLongRows(headingWidth)],
        ['unreadable-characters', info.unreadableCharacters ?? 0],
        ['formulas-without-result', withoutResult],
        ['formulas', formulas - withoutResult],
        ['errors', errors],
        ['dates-1904', info.isDate1904 ? dates : 0],
        ['merged-ranges', info.merges.length],
        ['filter', info.filter === 'shown' ? 1 : 0],
      ]
      return counts.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }))
    },
  }
}
