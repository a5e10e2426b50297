import { sampleCell, type SampleCell } from './field-contents.ts'
import { normalizeHeading, type HeadingMeaning } from './heading-dictionary.ts'
import type { TableHeading } from './heading-row.ts'
import type { RawRow } from './raw-cell.ts'
import { isFooter, isHeading } from './row-kind.ts'

/** What is known of a column before any field is given to it. */
export interface ColumnEvidence {
  index: number
  heading: string
  /** Name of the column in a remembered layout: its normalised heading, numbered where it is repeated or missing. */
  key: string
  meaning: HeadingMeaning | null
  /** Numbers of the sampled rows, in order. */
  rowNumbers: readonly number[]
  /** One entry for each sampled row; null where the cell is empty. */
  cells: (SampleCell | null)[]
  filled: number
}

const sampledRows = 300

export function collectEvidence(table: TableHeading, head: readonly RawRow[]): ColumnEvidence[] {
  const rows = head
    .filter((row) => row.row > table.lastRow)
    .slice(0, sampledRows)
    .filter((row) => !isFooter(row.cells) && !isHeading(row.cells))
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), table.headings.length)
  const headings = Array.from({ length: width }, (_, index) => table.headings[index] ?? '')
  const keys = nameColumns(headings)
  const rowNumbers = rows.map((row) => row.row)
  return headings
    .map((heading, index) => {
      const cells = rows.map((row) => sampleCell(row.cells[index]))
      const filled = cells.filter((cell) => cell !== null).length
      const meaning = table.meanings[index] ?? null
      return { index, heading, key: keys[index]!, meaning, rowNumbers, cells, filled }
    })
    .filter((column) => column.heading !== '' || column.filled > 0)
}

/** Normalised headings hold no `#`, so the number of a repeated or missing one cannot be mistaken for another heading. */
export function nameColumns(headings: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading, index) => {
    const normalized = normalizeHeading(heading)
    if (normalized === '') return `#${index + 1}`
    const times = (seen.get(normalized) ?? 0) + 1
    seen.set(normalized, times)
    return times === 1 ? normalized : `${normalized}#${times}`
  })
}
