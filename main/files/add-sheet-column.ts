import { formatCellAddress } from '../../shared/domain/sheet/raw-cell.ts'
import { encodeXlsxText } from './xlsx-text.ts'
import type { SheetSurvey, SurveyedRow } from './survey-sheet.ts'

interface Edit {
  start: number
  end: number
  text: string
}

/** Wide enough for most of a question; in characters. */
const columnWidth = 60

/**
 * The sheet's XML with a text in the given free column of the given rows, as inline strings; null where a row is not
 * there. Nothing else changes but what says how wide the sheet is.
 */
export function addSheetColumn(
  xml: string,
  survey: SheetSurvey,
  column: number,
  textByRow: ReadonlyMap<number, string>,
): string | null {
  const edits = [...planWidth(xml, survey, column)]
  let found = 0
  for (const row of survey.rows) {
    const text = textByRow.get(row.row)
    if (text === undefined) continue
    found += 1
    edits.push(...planRow(xml, row, column, text))
  }
  return found === textByRow.size ? applyEdits(xml, edits) : null
}

function planRow(xml: string, row: SurveyedRow, column: number, text: string): Edit[] {
  const at = row.cells.find((cell) => cell.column === column)
  const last = row.cells.findLast((cell) => cell.column < column)
  const style = at?.style === undefined ? '' : ` s="${encodeXlsxText(at.style)}"`
  const [cell, inline, run] = ['c', 'is', 't'].map((name) => row.prefix + name)
  const address = formatCellAddress(column, row.row)
  const content =
    `<${cell} r="${address}"${style} t="inlineStr"><${inline}>` +
    `<${run}>${encodeXlsxText(text)}</${run}></${inline}></${cell}>`
  if (row.isSelfClosed) {
    return [{ start: row.openEnd - 2, end: row.openEnd, text: `>${content}</${row.prefix}row>` }]
  }
  const place = at ?? { start: last?.end ?? row.openEnd, end: last?.end ?? row.openEnd }
  return [...planSpans(xml, row, column), { start: place.start, end: place.end, text: content }]
}

/** `spans` is a hint of a row's first and last column; one that is too narrow is a reason for some readers to stop. */
function planSpans(xml: string, { openStart, openEnd }: SurveyedRow, column: number): Edit[] {
  const spans = /\bspans=(["'])(\d+):(\d+)\1/.exec(xml.slice(openStart, openEnd))
  if (!spans || Number(spans[3]) > column) return []
  const start = openStart + spans.index
  return [{ start, end: start + spans[0].length, text: `spans="${spans[2]}:${column + 1}"` }]
}

function* planWidth(xml: string, survey: SheetSurvey, column: number): Generator<Edit> {
  const { dimension, columns, sheetDataStart, prefix } = survey
  const range =
    dimension && /ref=(["'])([A-Z]+\d+)(?::([A-Z]+)(\d+))?\1/.exec(xml.slice(dimension.start, dimension.end))
  if (dimension && range) {
    const last = range[4] ?? /\d+$/.exec(range[2]!)![0]
    const start = dimension.start + range.index
    yield {
      start,
      end: start + range[0].length,
      text: `ref="${range[2]}:${formatCellAddress(column, Number(last))}"`,
    }
  }
  const number = column + 1
  const width = `<${prefix}col min="${number}" max="${number}" width="${columnWidth}" customWidth="1"/>`
  if (columns === null) {
    const text = `<${prefix}cols>${width}</${prefix}cols>`
    yield { start: sheetDataStart, end: sheetDataStart, text }
  } else if (columns.lastColumn < column) {
    yield { start: columns.closeStart, end: columns.closeStart, text: width }
  }
}

function applyEdits(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(xml.slice(done, start), text)
    done = end
  }
  return pieces.join('') + xml.slice(done)
}
