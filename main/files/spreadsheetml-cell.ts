import type { RawCell, RawCellValue } from '../../shared/domain/sheet/raw-cell.ts'
import { makeNumberCell } from './number-cell.ts'
import { parseNumberFormat, type NumberFormat } from './number-format.ts'

/** Formats that Excel's 2003 XML calls by name; the others by name show dates or what General shows. */
const namedFormats: ReadonlyMap<string, string> = new Map([
  ['Fixed', '0.00'],
  ['Standard', '#,##0.00'],
  ['Percent', '0.00%'],
])

export function parseNamedFormat(format: string): NumberFormat | null {
  const code = namedFormats.get(format) ?? (/^[A-Z][A-Za-z/ ]*$/.test(format) ? '' : format)
  return parseNumberFormat(code, false)
}

/** `2026-11-03T00:00:00.000` without the midnight and the thousandths, as a date serial is shown. */
const showDate = (raw: string): string => raw.replace(/(?:T00:00:00)?(?:\.0+)?$/, '')

/** What `Data` holds, by its `Type`; null for a type that does not exist. */
export function makeTypedCell(
  type: string | undefined,
  raw: string,
  format: NumberFormat | null,
): RawCellValue {
  switch (type) {
    case undefined:
    case 'String':
      return raw
    case 'Number':
      return makeNumberCell(raw, format)
    case 'DateTime': {
      const cell: RawCell = { type: 'date', raw }
      const shown = showDate(raw)
      return shown === raw ? cell : { ...cell, shown }
    }
    case 'Boolean':
      return { type: 'boolean', raw, shown: raw === '1' ? 'TRUE' : 'FALSE' }
    case 'Error':
      return { type: 'error', raw }
    default:
      return null
  }
}
