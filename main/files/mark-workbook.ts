import { fileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { addSheetColumn } from './add-sheet-column.ts'
import { surveySheet } from './survey-sheet.ts'
import { openWorkbook } from './xlsx-reader.ts'
import { parseZipArchive, replaceRecord, unpackRecord } from './zip-records.ts'

/** Texts for one more column of a sheet, by 1-based row. */
export interface SheetMarks {
  sheet: string
  textByRow: ReadonlyMap<number, string>
}

/** Excel opens no sheet that is wider. */
const mostColumns = 16_384

/**
 * The client's own workbook with one more column behind the used ones; the other parts of the file keep their bytes.
 * Null where that cannot be done without guessing.
 */
export async function markWorkbook(
  bytes: Uint8Array,
  marks: readonly SheetMarks[],
): Promise<Uint8Array | null> {
  let marked: Uint8Array = bytes
  try {
    const { worksheets } = await openWorkbook(toBuffer(bytes), fileLimits)
    for (const { sheet, textByRow } of marks) {
      const part = worksheets.find(({ name }) => name === sheet)?.part
      const next = part === undefined ? null : markSheet(toBuffer(marked), part, textByRow)
      if (next === null) return null
      marked = next
    }
    return marked
  } catch (error) {
    if (error instanceof FileRefusal) return null
    throw error
  }
}

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function markSheet(bytes: Buffer, part: string, textByRow: ReadonlyMap<number, string>): Uint8Array | null {
  const archive = parseZipArchive(bytes)
  const record = archive.records.find(({ name }) => name.toLowerCase() === part.toLowerCase())
  if (record === undefined) return null
  const xml = unpackRecord(archive, record).toString('utf8')
  const survey = surveySheet(xml, part, new Set(textByRow.keys()))
  if (survey.freeColumn >= mostColumns) return null
  const marked = addSheetColumn(xml, survey, survey.freeColumn, textByRow)
  return marked === null ? null : replaceRecord(archive, record, Buffer.from(marked))
}
