import { FileRefusal } from './file-refusal.ts'
import { refuseXls, type BiffRecord } from './biff-records.ts'

/** Reads numbers and texts over the pieces of one record. */
export interface BiffCursor {
  isAtEnd: () => boolean
  readByte: () => number
  readShort: () => number
  readLong: () => number
  /** `count` characters of Excel 97 and later; `flags` says whether they have one byte or two. */
  readCharacters: (count: number, flags: number) => string
  readBytes: (count: number) => Buffer
}

const wideFlag = 1
const phoneticFlag = 4
const richFlag = 8

export function createBiffCursor({ data, more }: BiffRecord, start = 0): BiffCursor {
  const pieces = [data, ...more]
  let index = 0
  let at = start
  const goToData = (): Buffer => {
    while (at >= pieces[index]!.length) {
      index += 1
      at = 0
      if (index === pieces.length) return refuseXls()
    }
    return pieces[index]!
  }
  const readByte = () => {
    const byte = goToData()[at]!
    at += 1
    return byte
  }
  const readShort = () => readByte() | (readByte() << 8)
  return {
    isAtEnd: () => index === pieces.length - 1 && at >= pieces[index]!.length,
    readByte,
    readShort,
    readLong: () => readShort() + readShort() * 0x10000,
    readCharacters(count, flags) {
      let isWide = (flags & wideFlag) !== 0
      let text = ''
      let left = count
      while (left > 0) {
        if (at >= pieces[index]!.length) {
          // Blank pieces are left by; a piece that goes on with characters says their width first.
          goToData()
          isWide = (readByte() & wideFlag) !== 0
        }
        const piece = pieces[index]!
        const size = isWide ? 2 : 1
        const taken = Math.min(left, Math.floor((piece.length - at) / size))
        if (taken === 0) return refuseXls()
        text += piece.toString(isWide ? 'utf16le' : 'latin1', at, at + taken * size)
        at += taken * size
        left -= taken
      }
      return text
    },
    readBytes(count) {
      const parts: Buffer[] = []
      for (let left = count; left > 0;) {
        const piece = goToData()
        const part = piece.subarray(at, at + left)
        parts.push(part)
        at += part.length
        left -= part.length
      }
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    },
  }
}

/** A text of the shared strings: formatting runs and phonetic guides behind it are left by. */
export function readSharedText(cursor: BiffCursor): string {
  const length = cursor.readShort()
  const flags = cursor.readByte()
  const runs = flags & richFlag ? cursor.readShort() : 0
  const phoneticBytes = flags & phoneticFlag ? cursor.readLong() : 0
  const text = cursor.readCharacters(length, flags)
  cursor.readBytes(runs * 4 + phoneticBytes)
  return text
}

/** WHATWG labels of Windows code pages. */
const codePages: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10_000, 'macintosh'],
  [32_768, 'macintosh'],
  [32_769, 'windows-1252'],
  [54_936, 'gb18030'],
  [65_001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, index): [number, string] => [1250 + index, `windows-${1250 + index}`]),
])

export interface BiffTextFormat {
  /** Excel 97 and later keep Unicode; before, texts are bytes in the workbook's code page. */
  isUnicode: boolean
  codePage: number | null
}

function decodeCodePage(bytes: Buffer, codePage: number | null): string {
  const isPlain = bytes.every((byte) => byte < 0x80)
  if (isPlain) return bytes.toString('latin1')
  const label = codePages.get(codePage ?? 0)
  const refuse = (): never => {
    throw new FileRefusal({ kind: 'unknown-code-page', codePage: codePage ?? 0 })
  }
  if (label === undefined) return refuse()
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return refuse()
  }
}

/** A text that stands in one record, after its length in one byte or two. */
export function readBiffText(cursor: BiffCursor, lengthBytes: 1 | 2, format: BiffTextFormat): string {
  const length = lengthBytes === 1 ? cursor.readByte() : cursor.readShort()
  if (!format.isUnicode) return decodeCodePage(cursor.readBytes(length), format.codePage)
  return cursor.readCharacters(length, cursor.readByte())
}
