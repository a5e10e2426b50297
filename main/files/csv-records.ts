import Papa from 'papaparse'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'

interface Segment {
  text: string
  isQuoted: boolean
  isClosed: boolean
}

const sliceChars = 64 * 1024

const unifyLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

/** Position behind the quote that closes the field opened at `open`, -1 if none does. */
export function findQuotedEnd(text: string, open: number): number {
  let end = text.indexOf('"', open + 1)
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end === -1 ? -1 : end + 1
}

/** A quote opens a field only where a field starts; elsewhere (`5" screws`) it is an ordinary character. */
function* splitAtQuotes(text: string, delimiter: string): Generator<Segment> {
  const opensField = (at: number) => at === 0 || text[at - 1] === delimiter || /[\r\n]/.test(text[at - 1]!)
  let done = 0
  let quote = text.indexOf('"')
  while (quote !== -1) {
    if (!opensField(quote)) {
      quote = text.indexOf('"', quote + 1)
      continue
    }
    yield { text: text.slice(done, quote), isQuoted: false, isClosed: true }
    const end = findQuotedEnd(text, quote)
    done = end === -1 ? text.length : end
    yield { text: text.slice(quote, done), isQuoted: true, isClosed: end !== -1 }
    quote = end === -1 ? -1 : text.indexOf('"', end)
  }
  yield { text: text.slice(done), isQuoted: false, isClosed: true }
}

/**
 * Cuts text into slices of whole records. Outside quotes CRLF, LF and CR all end a record, even mixed; inside
 * quotes nothing is touched.
 */
function* sliceRecords(text: string, delimiter: string): Generator<{ text: string; isClosed: boolean }> {
  let pending = ''
  for (const segment of splitAtQuotes(text, delimiter)) {
    if (segment.isQuoted) {
      pending += segment.text
      if (segment.isClosed) continue
      yield { text: pending, isClosed: false }
      return
    }
    // Slice by slice: line ends of the whole text at once would copy it once more before the first row.
    const { text: plain } = segment
    const lineEnd = /\r\n?|\n/g
    let done = 0
    for (;;) {
      const from = done + Math.max(0, sliceChars - pending.length)
      const isInLineEnd = from > done && plain[from] === '\n' && plain[from - 1] === '\r'
      lineEnd.lastIndex = isInLineEnd ? from - 1 : from
      const end = lineEnd.exec(plain)
      if (end === null) break
      yield { text: pending + unifyLineEnds(plain.slice(done, end.index)), isClosed: true }
      pending = ''
      done = end.index + end[0].length
    }
    pending += unifyLineEnds(plain.slice(done))
  }
  if (pending !== '') yield { text: pending.replace(/\n$/, ''), isClosed: true }
}

interface PapaResult {
  data: string[][]
  errors: { code: string; row?: number }[]
}

/** Records in order, as arrays, in batches of one slice. Throws FileRefusal with the number of a bad record. */
export function* parseCsvRecords(
  text: string,
  delimiter: string,
  limits: Pick<FileLimits, 'csvRecordChars'>,
): Generator<string[][]> {
  let recordsBefore = 0
  for (const slice of sliceRecords(text, delimiter)) {
    if (slice.isClosed && slice.text.length > limits.csvRecordChars + sliceChars) {
      throw new FileRefusal({ kind: 'record-too-long', limit: limits.csvRecordChars })
    }
    // The bare Parser: Papa.parse would strip a BOM at the start of each slice.
    const parser = new Papa.Parser({ delimiter, newline: '\n' })
    const { data, errors }: PapaResult = parser.parse(slice.text, 0, false)
    const error = errors[0]
    if (error !== undefined) {
      const kind = error.code === 'MissingQuotes' ? 'unclosed-quote' : 'misplaced-quote'
      throw new FileRefusal({ kind, row: recordsBefore + (error.row ?? 0) + 1 })
    }
    if (slice.text.includes('\0')) {
      const row = data.findIndex((record) => record.some((field) => field.includes('\0')))
      throw new FileRefusal({ kind: 'nul-character', row: recordsBefore + row + 1 })
    }
    recordsBefore += data.length
    yield data
  }
}
