import { cleanText, isPlaceholder } from './cell-text.ts'
import { contentTests } from './field-contents.ts'
import { getMeaningFields, lookupHeading, type HeadingMeaning } from './heading-dictionary.ts'
import type { ImportField } from './import-field.ts'
import { formatCellAddress, type RawCellValue, type RawRow } from './raw-cell.ts'
import type { SheetFact } from './sheet-layout.ts'

const labelAndValue = /^([^:]{1,60}):\s*(\S.*)$/
/** Merged label cells leave empty ones between a label and its value. */
const widestGap = 4

/**
 * What a line outside the table says of the shipments around it: `货件编号：FBA…` in one cell, or a label and, to its
 * right, the value. A value that does not fit the label's field is no fact.
 */
export function readRowFacts(row: RawRow): SheetFact[] {
  const facts: SheetFact[] = []
  const addFact = (label: string, value: RawCellValue, column: number): void => {
    const meaning = lookupHeading(label)
    const fact = meaning && makeFact(meaning, value)
    if (fact) facts.push({ ...fact, label: label.trim(), cell: formatCellAddress(column, row.row) })
  }
  for (const [column, cell] of row.cells.entries()) {
    const text = typeof cell === 'string' ? cell : cell?.type === 'text' ? cell.raw : ''
    if (text.trim() === '') continue
    if (lookupHeading(text)) {
      const valueAt = findValue(row.cells, column)
      if (valueAt !== null) addFact(text, row.cells[valueAt]!, valueAt)
      continue
    }
    for (const line of text.split(/\r?\n/)) {
      const match = labelAndValue.exec(line.normalize('NFKC').trim())
      if (match) addFact(match[1]!, match[2]!, column)
    }
  }
  return facts
}

function findValue(cells: readonly RawCellValue[], labelAt: number): number | null {
  for (let column = labelAt + 1; column <= labelAt + widestGap && column < cells.length; column += 1) {
    const cell = cells[column]!
    if (cell === null || cell === '') continue
    return typeof cell === 'string' && lookupHeading(cell) ? null : column
  }
  return null
}

function makeFact(meaning: HeadingMeaning, cell: RawCellValue): { field: ImportField; value: string } | null {
  if (cell === null || (typeof cell !== 'string' && (cell.type === 'error' || cell.type === 'boolean')))
    return null
  const type = typeof cell === 'string' ? 'text' : cell.type
  const { text } = cleanText(
    typeof cell === 'string' ? cell : cell.type === 'date' ? (cell.shown ?? cell.raw) : cell.raw,
  )
  if (isPlaceholder(text)) return null
  const field = getMeaningFields(meaning).find(
    (each) => contentTests[each]?.(text.toUpperCase(), type) ?? true,
  )
  return field ? { field, value: text } : null
}
