import type { RawCell } from '../../shared/domain/sheet/raw-cell.ts'
import { makeNumberCell } from './number-cell.ts'
import type { NumberFormat } from './number-format.ts'
import { decodeXlsxText } from './xlsx-text.ts'
import { isXmlTrue } from './xml-walker.ts'

export interface CellContext {
  sharedStrings: readonly string[]
  /** By style index; null is General. */
  formats: readonly (NumberFormat | null)[]
}

/** The attributes `t` and `s` of a cell and the text of its value. */
export interface StoredCell {
  type: string | undefined
  style: string | undefined
  text: string
}

function readSharedString(text: string, { sharedStrings }: CellContext): string | null {
  const isIndex = text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57
  return (isIndex ? sharedStrings[Number(text)] : undefined) ?? null
}

/** A text cell is its text alone. Null for a type or a shared string that the workbook does not have. */
export function readCell(stored: StoredCell, context: CellContext): RawCell | string | null {
  const { type, style, text } = stored
  switch (type) {
    case 's':
      return readSharedString(text, context)
    case 'inlineStr':
    case 'str':
      return decodeXlsxText(text)
    case undefined:
    case 'n':
      return makeNumberCell(text, style === undefined ? null : (context.formats[Number(style)] ?? null))
    case 'b':
      return { type: 'boolean', raw: text, shown: isXmlTrue(text) ? 'TRUE' : 'FALSE' }
    case 'e':
      return { type: 'error', raw: text }
    case 'd':
      return { type: 'date', raw: text }
    default:
      return null
  }
}
