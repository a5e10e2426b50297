/** How the file stored a cell. CSV cells are always `text`; `error` is an Excel error value such as #N/A. */
export type RawCellType = 'text' | 'number' | 'date' | 'boolean' | 'error'

/**
 * One cell as the file stored it.
 * `raw` is the stored text: for a number in an .xlsx it is the `<v>` text of the XML, never a parsed number.
 * `shown` is what the sheet displays where that differs from `raw` (a number format, a date).
 */
export interface RawCell {
  type: RawCellType
  raw: string
  shown?: string
  isFormula?: true
}

/** A row as read: plain strings are text cells stored exactly so; null is an empty cell. */
export type RawCellValue = string | RawCell | null

export interface RawRow {
  /** 1-based row number in the sheet (for CSV: the record's number, counting every record). */
  row: number
  cells: RawCellValue[]
}

export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** What is known of a sheet besides its rows. Row numbers are 1-based, column indexes 0-based. */
export interface RawSheetInfo {
  name: string
  isHidden: boolean
  merges: MergedRange[]
  hiddenRows: number[]
  hiddenColumns: number[]
  /** The sheet has an autofilter; `hiding` where it leaves rows out of sight. */
  filter?: 'shown' | 'hiding'
  /** Days are counted from 1904 on. */
  isDate1904?: true
  /** U+FFFD in a text: characters that were lost when it was written, or are not in the chosen encoding. */
  unreadableCharacters?: number
}

/** A1 address of a 0-based column and a 1-based row. */
export function formatCellAddress(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row}`
}

/** Address of a cell by its column and row; where boxes stand side by side, the two have changed places. */
export const formatPlace = (isAcross: boolean, column: number, row: number): string =>
  isAcross ? formatCellAddress(row - 1, column + 1) : formatCellAddress(column, row)

export const getCellRaw = (cell: RawCellValue | undefined): string =>
  cell == null ? '' : typeof cell === 'string' ? cell : cell.raw

export const getCellShown = (cell: RawCellValue | undefined): string =>
  cell == null ? '' : typeof cell === 'string' ? cell : (cell.shown ?? cell.raw)

export const isEmptyCell = (cell: RawCellValue | undefined): boolean => cell == null || cell === ''
