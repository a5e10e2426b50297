import { isPlaceholder } from './cell-text.ts'
import { lookupHeading, normalizeHeading } from './heading-dictionary.ts'
import { getCellRaw, type RawCellValue } from './raw-cell.ts'

const totalsWord = /^(?:合计|总计|小计|汇总|共计|累计|共\d|total|subtotal|grandtotal)/
const footerWord =
  /^(?:税|增值税|含税|不含税|开户|银行|账号|帐号|账户|户名|收款|bank|account|swift|iban|vat|tax|beneficiary)/
/** Anything that may be a damaged identifier is no remark. */
const identifierLike = /FBA|STAR-|\d{4}/i
const longestHeading = 60

/** No heading and no totals word begins with a digit; most cells of data do. */
const isWords = (cell: RawCellValue): cell is string =>
  typeof cell === 'string' && cell.trim() !== '' && !/^\d/.test(cell)

const isBlankCell = (cell: RawCellValue | undefined): boolean =>
  cell == null || (typeof cell === 'string' && isPlaceholder(cell.trim()))

export const listFilled = (cells: readonly RawCellValue[]): RawCellValue[] =>
  cells.filter((cell) => !isBlankCell(cell))

/** Totals, tax and bank lines under a table. Only for cells beside which no shipment or box ID stands. */
export function isFooter(cells: readonly RawCellValue[]): boolean {
  const texts = cells.filter(isWords).map((cell) => normalizeHeading(cell.slice(0, longestHeading)))
  return texts.some((text) => totalsWord.test(text)) || footerWord.test(texts[0] ?? '')
}

/** A single line of words, as forwarders write them under a table. */
export function isRemark(filled: readonly RawCellValue[]): boolean {
  const [only] = filled
  return filled.length === 1 && typeof only === 'string' && /\p{L}/u.test(only) && !identifierLike.test(only)
}

/** A heading printed again inside the table, or that of the next block. */
export function isHeading(cells: readonly RawCellValue[]): boolean {
  const filled = listFilled(cells)
  const hits = filled.filter(isKnownHeading).length
  return hits >= 2 && hits * 2 > filled.length
}

const isKnownHeading = (cell: RawCellValue): boolean =>
  isWords(cell) && cell.length <= longestHeading && !/\d{4}/.test(cell) && lookupHeading(cell) !== null

/** Rows numbered beforehand and never filled in. */
export const isOnlyNumbered = (filled: readonly RawCellValue[]): boolean =>
  filled.every((cell) => /^\d{1,6}$/.test(getCellRaw(cell).trim()))
