import { headingRow, type CellPoint } from './grid-selection.ts'

/** Element id of a cell or a heading, for `aria-activedescendant` and for finding it. */
export const getCellElementId = (gridId: string, { row, column }: CellPoint): string =>
  row === headingRow ? `${gridId}-h${column}` : `${gridId}-r${row}c${column}`
