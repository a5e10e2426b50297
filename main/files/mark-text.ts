import { encode } from 'iconv-lite'
import { detectDelimiter } from './csv-delimiter.ts'
import { findQuotedEnd } from './csv-records.ts'
import { decodeText } from './text-encoding.ts'

interface RecordEnd {
  /** Offset of the line end, or of the end of the text. */
  at: number
  fields: number
}

const byteOrderMarks: Readonly<Record<string, Buffer>> = {
  'utf-8': Buffer.from('efbbbf', 'hex'),
  'utf-16le': Buffer.from('fffe', 'hex'),
  'utf-16be': Buffer.from('feff', 'hex'),
}

/** Records as the reader counts them: each line end outside quotes ends one, blank lines too. */
function listRecords(text: string, delimiter: string): RecordEnd[] {
  const records: RecordEnd[] = []
  let fields = 1
  let isAtFieldStart = true
  let start = 0
  for (let index = 0; index <= text.length; index += 1) {
    const char = text[index]
    if (char === undefined) {
      if (index > start) records.push({ at: index, fields })
    } else if (char === '"' && isAtFieldStart) {
      const end = findQuotedEnd(text, index)
      index = (end === -1 ? text.length : end) - 1
      isAtFieldStart = false
    } else if (char === '\n' || char === '\r') {
      records.push({ at: index, fields })
      if (char === '\r' && text[index + 1] === '\n') index += 1
      start = index + 1
      fields = 1
      isAtFieldStart = true
    } else {
      isAtFieldStart = char === delimiter
      if (isAtFieldStart) fields += 1
    }
  }
  return records
}

function addFields(text: string, delimiter: string, textByRow: ReadonlyMap<number, string>): string | null {
  const records = listRecords(text, delimiter)
  const width = records.reduce((widest, { fields }) => Math.max(widest, fields), 0)
  const mustQuote = new RegExp(`["\\r\\n${delimiter}]`)
  const pieces: string[] = []
  let done = 0
  for (const [row, field] of [...textByRow].toSorted(([a], [b]) => a - b)) {
    const record = records[row - 1]
    if (record === undefined) return null
    const quoted = mustQuote.test(field) ? `"${field.replaceAll('"', '""')}"` : field
    pieces.push(text.slice(done, record.at), delimiter.repeat(width - record.fields + 1), quoted)
    done = record.at
  }
  return pieces.join('') + text.slice(done)
}

/**
 * The client's own text file with one more field in the given records (1-based), in its own encoding, with its own
 * delimiter and line ends. Null where the text would not come back byte for byte, a question cannot be spelt
 * in it, or a reader would take it for a text of another delimiter.
 */
export function markText(
  bytes: Uint8Array,
  encoding: string,
  textByRow: ReadonlyMap<number, string>,
): Uint8Array | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = byteOrderMarks[encoding]
  const head = mark && buffer.subarray(0, mark.length).equals(mark) ? mark : Buffer.alloc(0)
  const body = buffer.subarray(head.length)
  const { text } = decodeText(buffer, encoding)
  if (!encode(text, encoding).equals(body)) return null
  const delimiter = detectDelimiter(text)
  const marked = addFields(text, delimiter ?? ',', textByRow)
  if (marked === null || (delimiter !== null && detectDelimiter(marked) !== delimiter)) return null
  const encoded = Buffer.concat([head, encode(marked, encoding)])
  return decodeText(encoded, encoding).text === marked ? encoded : null
}
