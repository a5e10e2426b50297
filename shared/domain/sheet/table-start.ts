import { lookupHeading, normalizeHeading } from './heading-dictionary.ts'
import { getCellRaw, type RawCellValue, type RawRow } from './raw-cell.ts'
import { isFooter, isHeading, listFilled } from './row-kind.ts'
import { readRowFacts } from './sheet-facts.ts'
import type { SheetLayout } from './sheet-layout.ts'

const fewestHits = 3
const value = /\d{4}|FBA[0-9A-Z]{7}|STAR-/

/** Nearly every row of data has one, and most in the first cells. */
const isValue = (cell: RawCellValue): boolean =>
  cell !== null && (typeof cell === 'string' ? value.test(cell) : cell.type !== 'text')

/** Words that the dictionary knows, and no value beside them. */
function isHeadingLine(row: RawRow): boolean {
  if (row.cells.some(isValue) || !isHeading(row.cells)) return false
  const filled = listFilled(row.cells)
  const hits = filled.filter((cell) => lookupHeading(getCellRaw(cell)) !== null).length
  return hits >= fewestHits || hits === filled.length
}

/** A heading printed again is none of another table. */
function repeats(row: RawRow, headings: ReadonlyMap<number, string>): boolean {
  return row.cells.every((cell, index) => {
    const text = normalizeHeading(getCellRaw(cell))
    return text === '' || (headings.get(index) ?? '').includes(text)
  })
}

/** Lines that end a block of data: a sum, or what is said of the next block. */
export const isBreak = (row: RawRow): boolean =>
  !row.cells.some(isKey) && (isFooter(row.cells) || (!isHeading(row.cells) && readRowFacts(row).length > 0))

const isKey = (cell: RawCellValue): boolean => /U\d{6}/.test(getCellRaw(cell))

/**
 * Whether a row below a table's heading is the heading of another table: other words than those above these columns,
 * or the same again behind a sum or a line that heads a block. A heading printed once more on the next page is none.
 */
export function startsOtherTable(row: RawRow, layout: SheetLayout, isAfterBreak: boolean): boolean {
  if (layout.isAcross || layout.headingRow === 0 || !isHeadingLine(row)) return false
  const headings = new Map(layout.columns.map(({ index, heading }) => [index, normalizeHeading(heading)]))
  return isAfterBreak || !repeats(row, headings)
}

const isData = (row: RawRow): boolean =>
  row.cells.filter(isValue).length >= 2 || /FBA[0-9A-Z]{7}|STAR-/.test(row.cells.map(getCellRaw).join(' '))

/** How many of the rows belong to the first table of a sheet: those before the heading of a second one. */
export function countFirstTable(rows: readonly RawRow[]): number {
  let headings: Map<number, string> | null = null
  let hasData = false
  let isAfterBreak = false
  for (const [at, row] of rows.entries()) {
    if (!isHeadingLine(row)) {
      isAfterBreak = isBreak(row) || (isAfterBreak && !isData(row))
      hasData ||= headings !== null && isData(row)
      continue
    }
    if (headings && hasData && (isAfterBreak || !repeats(row, headings))) return at
    if (!headings || !hasData)
      headings = new Map(row.cells.map((cell, index) => [index, normalizeHeading(getCellRaw(cell))]))
  }
  return rows.length
}
