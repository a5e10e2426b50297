import type { DraftSheet } from '../../shared/contract/outputs.ts'
import type { CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import { formatPlace } from '../../shared/domain/sheet/raw-cell.ts'
import { isForeignShape, type SheetLayout } from '../../shared/domain/sheet/sheet-layout.ts'

export type RowMark = 'fact' | 'heading' | 'totals' | null

/** What the raw view points out in a sheet. */
export interface SheetMarks {
  /** 1-based; headings may stand on several lines. 0 when the sheet has no table. */
  firstHeadingRow: number
  getRowMark: (row: number) => RowMark
  /** The gravest problem of a cell; `column` is 0-based, `row` 1-based. */
  getProblem: (column: number, row: number) => CellProblem | undefined
}

const getRowOfCell = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0)

/** Columns that are or can be taken for something; of a file that is known for what it is none is. */
export const hasColumns = ({ shape, columns }: SheetLayout): boolean =>
  columns.length > 0 && !isForeignShape(shape)

const gravity = { block: 2, warn: 1, notice: 0 }

export function getSheetMarks(
  { name, layout, preview }: Pick<DraftSheet, 'name' | 'layout' | 'preview'>,
  problems: readonly CellProblem[],
): SheetMarks {
  const hasTable = hasColumns(layout)
  const isAcross = layout.isAcross ?? false
  const totals = new Set<number>()
  const byCell = new Map<string, CellProblem>()
  for (const problem of problems) {
    if (problem.sheet !== name || !hasTable) continue
    if (problem.kind === 'totals-row') totals.add(getRowOfCell(problem.cell))
    const known = byCell.get(problem.cell)
    if (!known || gravity[problem.level] > gravity[known.level]) byCell.set(problem.cell, problem)
  }
  const facts = new Set((hasTable ? layout.facts : []).map(({ cell }) => getRowOfCell(cell)))
  // Turned on its side, a block begins with its labels.
  const lastHeadingRow = isAcross ? (preview[0]?.row ?? 0) : layout.headingRow
  const firstHeadingRow = isAcross ? lastHeadingRow : hasTable ? findFirstHeadingRow(layout, preview) : 0
  return {
    firstHeadingRow,
    getRowMark: (row) => {
      if (hasTable && row >= firstHeadingRow && row <= lastHeadingRow) return 'heading'
      if (totals.has(row)) return 'totals'
      return facts.has(row) && !isAcross ? 'fact' : null
    },
    getProblem: (column, row) => byCell.get(formatPlace(isAcross, column, row)),
  }
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')

/**
 * The layout knows the last heading line; a line above belongs to it if most of its cells are headings too. The others
 * may name groups of columns.
 */
function findFirstHeadingRow(
  { headingRow, columns }: DraftSheet['layout'],
  preview: DraftSheet['preview'],
): number {
  const headings = new Map(columns.map(({ index, heading }) => [index, withoutBlanks(heading)]))
  const isHeadingLine = (cells: readonly string[]) => {
    const filled = cells.map(withoutBlanks).flatMap((text, column) => (text === '' ? [] : [{ text, column }]))
    const known = filled.filter(({ text, column }) => headings.get(column)?.includes(text))
    return known.length * 2 > filled.length
  }
  let first = headingRow
  for (const { row, cells } of preview.filter((line) => line.row < headingRow).toReversed()) {
    if (row !== first - 1 || !isHeadingLine(cells)) break
    first = row
  }
  return first
}
