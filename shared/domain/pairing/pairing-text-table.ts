import type { InputRow } from './pairing-list.ts'

export interface TextTable {
  rows: InputRow[]
  /** What parts the cells; null where each line is one cell. */
  separator: string | null
}

/** Tabs part cells wherever most lines have them; commas and semicolons only where every line has as many. */
export function splitTable(text: string): TextTable {
  const rows = splitCells(text, '\t')
  const filled = rows.filter(isFilled)
  if (filled.filter((row) => row.cells.length > 1).length * 2 >= filled.length && filled.length > 0)
    return { rows, separator: '\t' }
  for (const separator of [',', ';']) {
    const parted = splitCells(text, separator)
    const widths = new Set(parted.filter(isFilled).map((row) => row.cells.length))
    if (filled.length > 1 && widths.size === 1 && !widths.has(1)) return { rows: parted, separator }
  }
  return { rows: splitCells(text, null), separator: null }
}

const isFilled = (row: InputRow): boolean => row.cells.some((cell) => cell.text.trim() !== '')

/** Cells in quotes, as spreadsheets copy and CSV files write them, may hold separators and line breaks. */
function splitCells(text: string, separator: string | null): InputRow[] {
  const rows: InputRow[] = []
  let line = 1
  let row: InputRow = { row: line, cells: [] }
  let position = 0
  while (position <= text.length) {
    const cell = takeCell(text, position, separator)
    row.cells.push({ text: cell.text })
    line += cell.lineBreaks
    position = cell.end
    if (position < text.length && text[position] === separator) {
      position += 1
      continue
    }
    rows.push(row)
    if (text[position] === '\r' && text[position + 1] === '\n') position += 1
    position += 1
    line += 1
    row = { row: line, cells: [] }
  }
  if (rows.length > 1 && !isFilled(rows.at(-1)!) && /[\r\n]$/.test(text)) rows.pop()
  return rows
}

interface TakenCell {
  text: string
  /** Index of the separator or line break behind the cell. */
  end: number
  lineBreaks: number
}

function takeCell(text: string, start: number, separator: string | null): TakenCell {
  if (text[start] === '"') {
    const quoted = takeQuoted(text, start)
    const next = quoted && text[quoted.end]
    if (quoted && (next === undefined || next === separator || next === '\n' || next === '\r')) return quoted
  }
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end, lineBreaks: 0 }
}

/** Null where the quote is never closed. */
function takeQuoted(text: string, start: number): TakenCell | null {
  let end = start + 1
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1
  if (end >= text.length) return null
  const inner = text.slice(start + 1, end).replaceAll('""', '"')
  return { text: inner, end: end + 1, lineBreaks: inner.split(/\r\n|\r|\n/).length - 1 }
}
