import { isBoxHeading } from './known-table.ts'
import { lookupHeading, normalizeHeading, type HeadingMeaning } from './heading-dictionary.ts'
import { getCellRaw, type MergedRange, type RawRow, type RawSheetInfo } from './raw-cell.ts'
import { readRowFacts } from './sheet-facts.ts'

export interface TableHeading {
  /** 1-based row of the first and of the last heading line. */
  firstRow: number
  lastRow: number
  /** Text of each column, two lines joined; empty where a column has none. */
  headings: string[]
  meanings: (HeadingMeaning | null)[]
}

const searchedRows = 60
const fewestHits = 2

interface HeadingCell {
  text: string
  /** False where the text comes from a cell merged over several columns, and so names a group. */
  isOwn: boolean
}

interface Attempt extends TableHeading {
  /** Columns the dictionary knows, less the cells that hold values. */
  hits: number
  /** Columns whose two lines only together mean something. */
  joinedHits: number
  filled: number
}

/**
 * The best heading among the first 60 rows, in one or two lines: most columns known to the dictionary, at least two;
 * then columns known only by both lines together; then one line before two, more filled cells, the upper row.
 */
export function findTableHeading(info: RawSheetInfo, head: readonly RawRow[]): TableHeading | null {
  const rows = head.slice(0, searchedRows)
  const rowsByNumber = new Map(rows.map((row) => [row.row, row]))
  const lines = rows.map((row) => readHeadingLine(row, rowsByNumber, info.merges))
  let best: Attempt | null = null
  for (const [position, row] of rows.entries()) {
    const single = tryHeading(row.row, row.row, null, lines[position]!)
    single.hits -= countValues(row)
    if (isBetter(single, best)) best = single
    const below = rows[position + 1]
    if (below?.row !== row.row + 1 || countValues(row) + countValues(below) > 0) continue
    if (readRowFacts(row).length > 0) continue
    const double = tryHeading(row.row, below.row, lines[position]!, lines[position + 1]!)
    if (isBetter(double, best)) best = double
  }
  return best
}

function isBetter(attempt: Attempt, best: Attempt | null): boolean {
  if (!best) return attempt.hits >= fewestHits
  if (attempt.hits !== best.hits) return attempt.hits > best.hits
  if (attempt.joinedHits !== best.joinedHits) return attempt.joinedHits > best.joinedHits
  const isSingle = attempt.firstRow === attempt.lastRow
  if (isSingle !== (best.firstRow === best.lastRow)) return isSingle
  return attempt.filled > best.filled
}

const identifier = /\d{4}|FBA[0-9A-Z]{7}|STAR-[0-9A-Z]{13}/

/** Cells that hold a value and no words: a number, a date, an identifier. */
const countValues = (row: RawRow): number =>
  row.cells.filter(
    (cell) =>
      cell !== null &&
      (typeof cell === 'string' ? identifier.test(cell) && !isBoxHeading(cell) : cell.type !== 'text'),
  ).length

function readHeadingLine(
  row: RawRow,
  rowsByNumber: ReadonlyMap<number, RawRow>,
  merges: readonly MergedRange[],
): HeadingCell[] {
  const line = row.cells.map((cell) => ({ text: readHeadingText(getCellRaw(cell)), isOwn: true }))
  for (const { top, bottom, left, right } of merges) {
    if (row.row < top || row.row > bottom) continue
    const text = readHeadingText(getCellRaw(rowsByNumber.get(top)?.cells[left]))
    for (let column = left; column <= Math.min(right, left + 512); column += 1) {
      line[column] = { text, isOwn: left === right }
    }
  }
  return Array.from(line, (cell) => cell ?? { text: '', isOwn: true })
}

export const readHeadingText = (stored: string): string => stored.replace(/\s+/g, ' ').trim().slice(0, 200)

function tryHeading(
  firstRow: number,
  lastRow: number,
  upperLine: readonly HeadingCell[] | null,
  lowerLine: readonly HeadingCell[],
): Attempt {
  const attempt: Attempt = {
    firstRow,
    lastRow,
    headings: [],
    meanings: [],
    hits: 0,
    joinedHits: 0,
    filled: 0,
  }
  const width = Math.max(upperLine?.length ?? 0, lowerLine.length)
  for (let column = 0; column < width; column += 1) {
    const lower = readLowerText(lowerLine, column)
    const upper = upperLine?.[column]
    const isJoined = !!upper && upper.text !== lower && hasWords(lower) && hasWords(upper.text)
    const joined = isJoined ? `${upper.text} ${lower}` : lower || (upper?.isOwn ? upper.text : '')
    const joinedMeaning = lookupHeading(joined)
    const meaning =
      joinedMeaning ??
      (isJoined ? (lookupHeading(lower) ?? (upper.isOwn ? lookupHeading(upper.text) : null)) : null)
    attempt.headings.push(joined)
    attempt.meanings.push(meaning)
    if (meaning) attempt.hits += 1
    if (isJoined && joinedMeaning) attempt.joinedHits += 1
    if (joined !== '') attempt.filled += 1
  }
  return attempt
}

const hasWords = (text: string): boolean => normalizeHeading(text) !== ''

/** In the last line a heading merged over several columns names the first of them. */
function readLowerText(line: readonly HeadingCell[], column: number): string {
  const cell = line[column]
  if (!cell || cell.isOwn) return cell?.text ?? ''
  const before = line[column - 1]
  return before && !before.isOwn && before.text === cell.text ? '' : cell.text
}
