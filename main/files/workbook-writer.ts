import { strToU8, zipSync, type Zippable } from 'fflate'
import { formatCellAddress, type MergedRange } from '../../shared/domain/sheet/raw-cell.ts'
import { fileLimits } from './file-limits.ts'
import {
  cellStyles,
  formatContentTypes,
  formatWorkbook,
  formatWorkbookRelationships,
  mainNamespace,
  packageRelationshipsXml,
  stylesXml,
  xmlHead,
} from './workbook-parts.ts'
import { encodeXlsxText } from './xlsx-text.ts'

/** A string is a text cell with every character kept, '' too; a number must be finite; null is no cell. */
export type WorkbookCell = string | number | null

export interface WorkbookSheet {
  name: string
  rows: readonly (readonly WorkbookCell[])[]
  /** In characters, from column A. */
  columnWidths?: readonly number[]
  /** 0-based columns whose empty cells are text too, for people who type on. */
  textColumns?: readonly number[]
  /** Bold and frozen rows at the top. */
  headerRows?: number
  /** Points, by 1-based row number. */
  rowHeights?: ReadonlyMap<number, number>
  merges?: readonly MergedRange[]
}

/** Local time by design: a zip holds the clock's digits, so these are the same in every time zone. */
export const fixedZipTime = new Date(1980, 0, 1)
/** Texts that a spreadsheet would take for a formula if somebody edited the cell. */
const dangerousStarts = new Set('=+-@\t\r\n\0＝＋－＠')

function checkSheetName(name: string): void {
  if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name)) throw new RangeError('bad sheet name')
}

/** Shared strings in order of first use. */
function createStringTable(): { getIndex: (text: string) => number; format: () => string } {
  const indexes = new Map<string, number>()
  let uses = 0
  return {
    getIndex(text) {
      uses += 1
      const known = indexes.get(text)
      if (known !== undefined) return known
      if (text.length > fileLimits.cellChars) throw new RangeError('text too long for a cell')
      indexes.set(text, indexes.size)
      return indexes.size - 1
    },
    format() {
      const items: string[] = []
      for (const text of indexes.keys()) {
        items.push(`<si><t xml:space="preserve">${encodeXlsxText(text)}</t></si>`)
      }
      return `${xmlHead}<sst xmlns="${mainNamespace}" count="${uses}" uniqueCount="${indexes.size}">${items.join('')}</sst>`
    },
  }
}

function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('not a number for a cell')
  return String(value)
}

function formatColumns(sheet: WorkbookSheet): string {
  const widths = sheet.columnWidths ?? []
  const textColumns = new Set(sheet.textColumns)
  const count = Math.max(widths.length, ...[...textColumns].map((column) => column + 1))
  if (count <= 0) return ''
  const columns = Array.from({ length: count }, (_, column) => {
    const style = textColumns.has(column) ? ` style="${cellStyles.text}"` : ''
    const width = widths[column]
    const size = width === undefined ? ' width="9.140625"' : ` width="${width}" customWidth="1"`
    return `<col min="${column + 1}" max="${column + 1}"${size}${style}/>`
  })
  return `<cols>${columns.join('')}</cols>`
}

function formatView(headerRows: number): string {
  if (headerRows === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  const top = `A${headerRows + 1}`
  return (
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRows}" topLeftCell="${top}"` +
    ' activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>'
  )
}

function formatSheet(sheet: WorkbookSheet, getStringIndex: (text: string) => number): string {
  const headerRows = sheet.headerRows ?? 0
  const formatCell = (cell: WorkbookCell, column: number, row: number): string => {
    if (cell === null) return ''
    const address = formatCellAddress(column, row)
    const isHeader = row <= headerRows
    if (typeof cell === 'number') {
      return `<c r="${address}"${isHeader ? ` s="${cellStyles.bold}"` : ''}><v>${formatNumber(cell)}</v></c>`
    }
    const textStyle = dangerousStarts.has(cell.charAt(0)) ? cellStyles.quotedText : cellStyles.text
    return `<c r="${address}" s="${isHeader ? cellStyles.bold : textStyle}" t="s"><v>${getStringIndex(cell)}</v></c>`
  }
  const rows = sheet.rows.map((cells, index) => {
    const row = index + 1
    const height = sheet.rowHeights?.get(row)
    const content = cells.map((cell, column) => formatCell(cell, column, row)).join('')
    if (content === '' && height === undefined) return ''
    return `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${content}</row>`
  })
  const merges = (sheet.merges ?? []).map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${formatCellAddress(left, top)}:${formatCellAddress(right, bottom)}"/>`,
  )
  return (
    `${xmlHead}<worksheet xmlns="${mainNamespace}">${formatView(headerRows)}` +
    `<sheetFormatPr defaultRowHeight="15"/>${formatColumns(sheet)}<sheetData>${rows.join('')}</sheetData>` +
    `${merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`}</worksheet>`
  )
}

/**
 * An .xlsx without formulas, times or names of people: the same sheets give the same bytes everywhere.
 * Sheet names, text lengths and numbers must be what a workbook can hold.
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  for (const { name } of sheets) checkSheetName(name)
  const strings = createStringTable()
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(formatContentTypes(sheets.length)),
    '_rels/.rels': strToU8(packageRelationshipsXml),
    'xl/workbook.xml': strToU8(formatWorkbook(sheets.map(({ name }) => name))),
    'xl/_rels/workbook.xml.rels': strToU8(formatWorkbookRelationships(sheets.length)),
    'xl/styles.xml': strToU8(stylesXml),
  }
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(formatSheet(sheet, strings.getIndex))
  }
  parts['xl/sharedStrings.xml'] = strToU8(strings.format())
  return zipSync(parts, { level: 1, mtime: fixedZipTime })
}
