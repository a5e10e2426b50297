import { formatCellAddress } from '../../shared/domain/sheet/raw-cell.ts'

/** Letters of a 0-based column: A … Z, AA … */
export const formatColumnLetter = (column: number): string => formatCellAddress(column, 1).slice(0, -1)
