import { extname } from 'node:path'
import type { FileProblem } from '../../shared/domain/file-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { detectDelimiter } from './csv-delimiter.ts'
import { readCsv } from './csv-reader.ts'
import { previewEncodings } from './encoding-previews.ts'
import { detectContentType, hasEncryptedPackage, readFileContent } from './file-content.ts'
import { fileLimits, type FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { detectMarkup } from './markup-kind.ts'
import type { FileFacts, ReadOptions, SheetFacts, TableFile, TableSink } from './table-sink.ts'
import { decodeText, type DecodedText } from './text-encoding.ts'
import { readXlsx } from './xlsx-reader.ts'

const workbookExtensions = new Set(['.xlsx', '.xlsm', '.xltx', '.xls', '.xlsb'])

const isNamedAsWorkbook = (file: TableFile): boolean =>
  workbookExtensions.has(extname('path' in file ? file.path : (file.name ?? '')).toLowerCase())

function stopWhenAborted(sink: TableSink, signal: AbortSignal | undefined): TableSink {
  const checkSignal = () => {
    if (signal?.aborted) throw new FileRefusal({ kind: 'cancelled' })
  }
  return {
    ...sink,
    rows(sheetIndex, rows) {
      checkSignal()
      return sink.rows(sheetIndex, rows)
    },
    sheet(info) {
      checkSignal()
      return sink.sheet(info)
    },
  }
}

/** Says what else the text could be read as, whether it can be read or not. */
async function decodeContent(bytes: Buffer, sink: TableSink, options: ReadOptions): Promise<DecodedText> {
  try {
    const decoded = decodeText(bytes, options.encoding, options.marksUnreadable)
    await sink.encodings?.(previewEncodings(bytes, true))
    return decoded
  } catch (error) {
    if (error instanceof FileRefusal && error.problem.kind === 'unknown-encoding')
      await sink.encodings?.(previewEncodings(bytes, false))
    throw error
  }
}

async function readMarkup(
  text: string,
  markup: 'html' | 'xml',
  sink: TableSink,
  limits: FileLimits,
): Promise<SheetFacts[]> {
  if (markup === 'html') {
    const { readHtmlTables } = await import('./html-reader.ts')
    return await readHtmlTables(text, sink, limits)
  }
  const { readSpreadsheetMl } = await import('./spreadsheetml-reader.ts')
  return await readSpreadsheetMl(text, sink, limits)
}

async function readContent(file: TableFile, givenSink: TableSink, options: ReadOptions): Promise<FileFacts> {
  const limits = { ...fileLimits, ...options.limits }
  const sink = stopWhenAborted(givenSink, options.signal)
  const { bytes, sha256 } = await readFileContent(file, limits.fileBytes)
  const contentType = detectContentType(bytes)
  switch (contentType) {
    case 'zip':
      return { type: 'xlsx', sha256, bytes: bytes.length, sheets: await readXlsx(bytes, sink, limits) }
    case 'ole2':
    case 'biff': {
      if (hasEncryptedPackage(bytes)) throw new FileRefusal({ kind: 'encrypted' })
      const { readXls } = await import('./xls-reader.ts')
      return {
        type: 'xls',
        sha256,
        bytes: bytes.length,
        sheets: await readXls(bytes, contentType, sink, limits),
      }
    }
    case 'text': {
      const { text, encoding } = await decodeContent(bytes, sink, options)
      const markup = detectMarkup(text)
      if (markup !== null) {
        const sheets = await readMarkup(text, markup, sink, limits)
        return { type: markup, encoding, sha256, bytes: bytes.length, sheets }
      }
      const found = options.delimiter ?? detectDelimiter(text)
      if (found === null && isNamedAsWorkbook(file)) throw new FileRefusal({ kind: 'not-a-workbook' })
      const delimiter = found ?? ','
      const sheets = await readCsv(text, delimiter, sink, limits)
      return { type: 'csv', encoding, delimiter, sha256, bytes: bytes.length, sheets }
    }
    default:
      throw new FileRefusal({ kind: 'not-a-table', found: contentType })
  }
}

/**
 * Reads a workbook or delimited text; the content decides which, not the extension. Meant to run in the parser
 * process. What the sink throws is thrown on.
 */
export async function readTable(
  file: TableFile,
  sink: TableSink,
  options: ReadOptions = {},
): Promise<Result<FileFacts, FileProblem>> {
  try {
    return ok(await readContent(file, sink, options))
  } catch (error) {
    if (error instanceof FileRefusal) return fail(error.problem)
    throw error
  }
}
