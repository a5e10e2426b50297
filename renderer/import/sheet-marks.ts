import type { DraftSheet } from '../../shared/contract/outputs.ts'
import type { CellProblem } from '../../shared/domain/imported-shipment.ts'
import { formatCellAddress } from '../../shared/domain/raw-cell.ts'

export type RowMark = 'fact' | 'heading' | 'totals' | null

/** What the raw view points out in a sheet. */
export interface SheetMarks {
  getRowMark: (row: number) => RowMark
  /** The gravest problem of a cell; `column` is 0-based, `row` 1-based. */
  getProblem: (column: number, row: number) => CellProblem | undefined
}

const getRowOfCell = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0)

const gravity = { block: 2, warn: 1, notice: 0 }

export function getSheetMarks(
  { name, layout }: Pick<DraftSheet, 'name' | 'layout'>,
  problems: readonly CellProblem[],
): SheetMarks {
  const hasTable = layout.headingRow > 0
  const totals = new Set<number>()
  const byCell = new Map<string, CellProblem>()
  for (const problem of problems) {
    if (problem.sheet !== name || !hasTable) continue
    if (problem.kind === 'totals-row') totals.add(getRowOfCell(problem.cell))
    const known = byCell.get(problem.cell)
    if (!known || gravity[problem.level] > gravity[known.level]) byCell.set(problem.cell, problem)
  }
  const facts = new Set((hasTable ? layout.facts : []).map(({ cell }) => getRowOfCell(cell)))
  return {
    getRowMark: (row) => {
      if (hasTable && row === layout.headingRow) return 'heading'
      if (totals.has(row)) return 'totals'
      return facts.has(row) ? 'fact' : null
    },
    getProblem: (column, row) => byCell.get(formatCellAddress(column, row)),
  }
}
