import { readBiffSheet } from './biff-sheet.ts'
import { readBiffWorkbook } from './biff-workbook.ts'
import { refuseXls } from './biff-records.ts'
import { parserLimits, type FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { openOle2Container } from './ole2-container.ts'
import type { SheetFacts, TableSink } from './table-sink.ts'

/** How workbooks of Excel 2, 3 and 4 begin. */
const oldBegins = new Set([0x0009, 0x0209, 0x0409])

/** The stream that holds the workbook: Excel 97 and later call it Workbook, Excel 5 and 95 Book. */
function findWorkbookStream(bytes: Buffer): Buffer {
  const container = openOle2Container(bytes)
  if (container.has('workbook')) return container.read('workbook')
  if (container.has('book')) return container.read('book')
  if (container.has('encryptedpackage')) throw new FileRefusal({ kind: 'encrypted' })
  if (container.has('worddocument')) throw new FileRefusal({ kind: 'not-a-table', found: 'word' })
  if (container.has('powerpoint document')) throw new FileRefusal({ kind: 'not-a-table', found: 'slides' })
  if (container.has('__properties_version1.0')) throw new FileRefusal({ kind: 'not-a-table', found: 'mail' })
  throw new FileRefusal({ kind: 'not-a-workbook' })
}

async function readWorkbook(stream: Buffer, sink: TableSink, limits: FileLimits): Promise<SheetFacts[]> {
  if (oldBegins.has(stream.readUInt16LE(0))) throw new FileRefusal({ kind: 'legacy-xls' })
  const workbook = readBiffWorkbook(stream, limits)
  if (workbook.sheets.length === 0) throw new FileRefusal({ kind: 'not-a-workbook' })
  const allocated = { cells: 0 }
  const facts: SheetFacts[] = []
  for (const [sheetIndex, entry] of workbook.sheets.entries()) {
    const { info, rows } = readBiffSheet(stream, entry, workbook, limits, allocated)
    for (let at = 0; at < rows.length; at += parserLimits.batchRows) {
      await sink.rows(sheetIndex, rows.slice(at, at + parserLimits.batchRows))
    }
    await sink.sheet(info)
    facts.push({ name: info.name, isHidden: info.isHidden, rowCount: rows.length })
  }
  return facts
}

/** Reads every worksheet of an Excel 5 to 2003 workbook into the sink. Throws FileRefusal. */
export async function readXls(
  bytes: Buffer,
  container: 'ole2' | 'biff',
  sink: TableSink,
  limits: FileLimits,
): Promise<SheetFacts[]> {
  try {
    return await readWorkbook(container === 'ole2' ? findWorkbookStream(bytes) : bytes, sink, limits)
  } catch (error) {
    // A record shorter than its kind needs.
    if (error instanceof RangeError) return refuseXls()
    throw error
  }
}
