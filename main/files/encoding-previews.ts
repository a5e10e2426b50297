import { isAscii } from 'node:buffer'
import {
  textEncodings,
  type EncodingPreview,
  type TextEncoding,
} from '../../shared/domain/sheet/text-encodings.ts'
import { detectDelimiter } from './csv-delimiter.ts'
import { isDecodable } from './text-encoding.ts'

/** UTF-16 is told by its NULs, and never a matter of opinion. */
const candidates = textEncodings.filter((encoding) => !encoding.startsWith('utf-16'))
const linesOfEachKind = 3
const searchedLines = 20_000
const lineBytes = 600
const shownCells = 12

function* splitLines(bytes: Buffer): Generator<Buffer> {
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start)
    yield bytes.subarray(start, end === -1 ? bytes.length : end)
    start = end === -1 ? bytes.length : end + 1
  }
}

/** The first lines beyond ASCII; of a text in no encoding also the first that are not of those most files have. */
function pickLines(bytes: Buffer, isTold: boolean): Buffer[] {
  const picked: Buffer[] = []
  const failing = isTold ? 0 : linesOfEachKind
  const left = { any: linesOfEachKind, 'utf-8': failing, gb18030: failing }
  let searched = 0
  for (const line of splitLines(bytes)) {
    searched += 1
    if (searched > searchedLines || (left.any === 0 && left['utf-8'] === 0 && left.gb18030 === 0)) break
    if (isAscii(line)) continue
    const kinds = (['utf-8', 'gb18030'] as const).filter(
      (encoding) => left[encoding] > 0 && !isDecodable(line, encoding),
    )
    if (kinds.length === 0 && left.any === 0) continue
    for (const kind of kinds) left[kind] -= 1
    if (left.any > 0) left.any -= 1
    picked.push(line.subarray(0, lineBytes))
  }
  return picked
}

function previewAs(encoding: TextEncoding, lines: readonly Buffer[]): EncodingPreview {
  const decoder = new TextDecoder(encoding)
  const texts = lines.map((line) => decoder.decode(line).trimEnd())
  const delimiter = detectDelimiter(texts.join('\n'))
  const split = (text: string) => (delimiter === null ? [text] : text.split(delimiter))
  const rows = texts.map((text) =>
    split(text)
      .slice(0, shownCells)
      .map((cell) => cell.replace(/^"|"$/g, '')),
  )
  return { encoding, rows }
}

/**
 * What a text could be read as, shown on its first telling rows; none where every encoding reads the same. `isTold`
 * for a text whose encoding is known all the same.
 */
export function previewEncodings(bytes: Buffer, isTold: boolean): EncodingPreview[] {
  // Two bytes a character: whatever was found there is no matter of taste.
  if (bytes.includes(0) || isAscii(bytes)) return []
  const lines = pickLines(bytes, isTold)
  return candidates.map((encoding) => previewAs(encoding, lines))
}
