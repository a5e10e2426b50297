import { encode } from 'iconv-lite'
import type { WorkbookCell } from '../files/workbook-writer.ts'

type TextEncoding = 'gb18030' | 'utf8' | 'utf8-bom' | 'utf16le-bom'

/** Rows as a spreadsheet saves them: cells in quotes where they must be, CRLF behind every row. */
export function formatDelimited(rows: readonly (readonly WorkbookCell[])[], delimiter: string): string {
  const mustQuote = new RegExp(`["\\r\\n${delimiter}]`)
  const formatCell = (cell: WorkbookCell): string => {
    const text = cell === null ? '' : String(cell)
    return mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => `${row.map(formatCell).join(delimiter)}\r\n`).join('')
}

export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  const addBOM = encoding.endsWith('-bom')
  return encode(text, encoding.replace('-bom', ''), { addBOM })
}
