import { builtInFormats } from './built-in-formats.ts'
import { biff, refuseXls, readBiffPart, type BiffRecord } from './biff-records.ts'
import { createBiffCursor, readBiffText, readSharedText, type BiffTextFormat } from './biff-text.ts'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { parseNumberFormat, type NumberFormat } from './number-format.ts'

export interface BiffSheetEntry {
  name: string
  isHidden: boolean
  /** Where the sheet begins in the stream. */
  start: number
}

/** What stands before the sheets. */
export interface BiffWorkbook {
  /** In the workbook's order; charts and macro sheets are left out. */
  sheets: BiffSheetEntry[]
  sharedStrings: string[]
  /** By cell format index; null is General. */
  formats: (NumberFormat | null)[]
  textFormat: BiffTextFormat
  isDate1904: boolean
}

const excel97 = 0x0600
const excel5 = 0x0500
/** Bare sheets are often written with a blank in this place; their texts are those of Excel 5. */
const unsaid = 0
export const worksheetPart = 0x0010
const worksheetType = 0
const maxFormatChars = 1_000

function readVersion({ type, data }: BiffRecord): BiffTextFormat {
  if (type !== biff.begin) refuseXls()
  const version = data.readUInt16LE(0)
  if (version !== excel97 && version !== excel5 && version !== unsaid)
    throw new FileRefusal({ kind: 'legacy-xls' })
  return { isUnicode: version === excel97, codePage: null }
}

function readSharedStrings(record: BiffRecord, limit: number): string[] {
  const strings: string[] = []
  const cursor = createBiffCursor(record, 8)
  const declared = record.data.readUInt32LE(4)
  while (strings.length < declared && !cursor.isAtEnd()) {
    if (strings.push(readSharedText(cursor)) > limit) throw new FileRefusal({ kind: 'too-many-cells', limit })
  }
  return strings
}

/** Reads the part that the stream begins with. Throws FileRefusal. */
export function readBiffWorkbook(stream: Buffer, limits: FileLimits): BiffWorkbook {
  const textFormat: BiffTextFormat = { isUnicode: true, codePage: null }
  const sheets: BiffSheetEntry[] = []
  const boundSheets: BiffRecord[] = []
  const codes = new Map<number, string>(builtInFormats)
  const formatIds: number[] = []
  let sharedStrings: string[] = []
  let isDate1904 = false
  let isFirst = true

  for (const record of readBiffPart(stream, 0)) {
    const { type, data } = record
    if (isFirst) {
      Object.assign(textFormat, readVersion(record))
      // A file of one bare sheet has no part before it.
      if (data.readUInt16LE(2) === worksheetPart) sheets.push({ name: '', isHidden: false, start: 0 })
    }
    isFirst = false
    if (type === biff.filePass) throw new FileRefusal({ kind: 'encrypted' })
    else if (type === biff.codePage) textFormat.codePage = data.readUInt16LE(0)
    else if (type === biff.date1904) isDate1904 = data.readUInt16LE(0) === 1
    else if (type === biff.boundSheet) {
      if (boundSheets.push(record) > limits.sheets)
        throw new FileRefusal({ kind: 'too-many-sheets', limit: limits.sheets })
    } else if (type === biff.cellFormat) formatIds.push(data.readUInt16LE(2))
    else if (type === biff.sharedStrings) sharedStrings = readSharedStrings(record, limits.cells)
    else if (type === biff.numberFormat) {
      const code = readBiffText(createBiffCursor(record, 2), textFormat.isUnicode ? 2 : 1, textFormat)
      codes.set(data.readUInt16LE(0), code.slice(0, maxFormatChars))
    }
  }
  for (const record of boundSheets) {
    const { data } = record
    if (data[5] !== worksheetType) continue
    const name = readBiffText(createBiffCursor(record, 6), 1, textFormat)
    sheets.push({ name, isHidden: (data[4]! & 3) !== 0, start: data.readUInt32LE(0) })
  }
  if (new Set(sheets.map(({ start }) => start)).size < sheets.length) refuseXls()

  const parsed = new Map<number, NumberFormat | null>()
  for (const [id, code] of codes) parsed.set(id, parseNumberFormat(code, isDate1904))
  const formats = formatIds.map((id) => parsed.get(id) ?? null)
  return { sheets, sharedStrings, formats, textFormat, isDate1904 }
}
