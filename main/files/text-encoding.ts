import { isUtf8 } from 'node:buffer'
import { isGbkLikeUtf8, readsBetterAsBig5 } from './encoding-evidence.ts'
import { FileRefusal } from './file-refusal.ts'
import { getDeclaredEncoding } from './markup-kind.ts'

export interface DecodedText {
  text: string
  /** WHATWG label. */
  encoding: string
}

const sampleSize = 64 * 1024

/** UTF-16 text holds a NUL in one half of its ASCII characters: always the same half. */
function detectUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, sampleSize)
  let even = 0
  let odd = 0
  for (let at = sample.indexOf(0); at !== -1; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (even + odd < sample.length / 50) return null
  if (odd > 0 && odd >= even * 8) return 'utf-16le'
  if (even > 0 && even >= odd * 8) return 'utf-16be'
  return null
}

/** Control characters that no table holds, beyond a stray one. */
function looksBinary(sample: string): boolean {
  let controls = 0
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index)
    if (code < 9 || (code > 13 && code < 32)) controls += 1
  }
  return controls > sample.length / 50
}

function decodeStrictly(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export const isDecodable = (bytes: Buffer, encoding: string): boolean =>
  decodeStrictly(bytes, encoding) !== null

/** A BOM, then the NULs of UTF-16 (which is also "valid" GB18030), then UTF-8. */
function detectUnicode(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && isUtf8(bytes)) return 'utf-8'
  return detectUtf16(bytes) ?? (isUtf8(bytes) && !isGbkLikeUtf8(bytes) ? 'utf-8' : null)
}

/** What markup says of itself counts where it holds for the whole file. */
function detectDeclared(bytes: Buffer): string | null {
  const declared = getDeclaredEncoding(bytes)
  return declared !== null && isDecodable(bytes, declared) ? declared : null
}

const detectEncoding = (bytes: Buffer): string =>
  detectUnicode(bytes) ?? detectDeclared(bytes) ?? (readsBetterAsBig5(bytes) ? 'big5' : 'gb18030')

/**
 * Decodes the whole file or refuses it: the first Chinese byte may come after 200 KB. `chosen` is the user's
 * answer where detection failed or misread; it is applied as strictly unless `marksUnreadable`, which puts U+FFFD
 * in the place of what is not in that encoding. Throws FileRefusal.
 */
export function decodeText(bytes: Buffer, chosen?: string, marksUnreadable = false): DecodedText {
  const encoding = chosen ?? detectEncoding(bytes)
  const strict = decodeStrictly(bytes, encoding)
  const text = strict ?? (marksUnreadable ? new TextDecoder(encoding).decode(bytes) : null)
  if (looksBinary(text?.slice(0, sampleSize) ?? bytes.toString('latin1', 0, sampleSize))) {
    throw new FileRefusal({ kind: 'not-a-table', found: 'binary' })
  }
  if (text === null) throw new FileRefusal({ kind: 'unknown-encoding' })
  if (!/\S/.test(text)) throw new FileRefusal({ kind: 'empty' })
  return { text, encoding }
}
