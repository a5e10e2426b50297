import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry, type ZipFile } from 'yauzl'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { createUtf8Reader } from './utf8-reader.ts'
import { createXmlWalker, type XmlHandlers } from './xml-walker.ts'

/** A string of 128 KB or more would lie among V8's large objects, each with pages of its own. */
const walkPieceBytes = 64 * 1024
/** Unpacked beside the walk, in another thread: fewer pieces disturb it less. */
const scanPieceBytes = 512 * 1024

/** The parts of a workbook file. Part names are compared without case, as the packaging standard says. */
export interface XlsxPackage {
  hasPart: (name: string) => boolean
  /** Whether a part's text has the word in it; also true where that cannot be told, as in a damaged part. */
  mayMention: (name: string, word: string) => Promise<boolean>
  /** Walks one part; `onPiece` runs between pieces and may hold the reading back. */
  walkPart: (name: string, handlers: XmlHandlers, onPiece?: () => void | Promise<void>) => Promise<void>
}

function checkEntry(entry: Entry, name: string, limits: FileLimits): void {
  if (validateFileName(name) !== null) throw new FileRefusal({ kind: 'unsafe-entry', entry: name })
  if (entry.isEncrypted()) throw new FileRefusal({ kind: 'encrypted' })
  const isLarge = entry.uncompressedSize > limits.ratioFreeBytes
  if (isLarge && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    throw new FileRefusal({ kind: 'bomb', entry: name, limit: limits.ratio })
  }
}

async function readDirectory(zip: ZipFile, limits: FileLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries) {
    throw new FileRefusal({ kind: 'too-many-entries', limit: limits.zipEntries })
  }
  const entries = new Map<string, Entry>()
  let declaredBytes = 0
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    checkEntry(entry, name, limits)
    declaredBytes += entry.uncompressedSize
    if (declaredBytes > limits.unpackedBytes) {
      throw new FileRefusal({ kind: 'bomb', entry: name, limit: limits.unpackedBytes })
    }
    const key = name.toLowerCase()
    if (entries.has(key)) throw new FileRefusal({ kind: 'duplicate-entry', entry: name })
    entries.set(key, entry)
  }
  return entries
}

function refuseZip(error: unknown, entry?: string): never {
  if (error instanceof FileRefusal) throw error
  throw new FileRefusal({ kind: 'damaged-zip', ...(entry === undefined ? {} : { entry }) })
}

/**
 * A part's content in pieces. Small parts are inflated at once: a workbook has many and a stream costs more.
 * yauzl's own streams would give 16 KB pieces.
 */
async function* unpackPart(
  zip: ZipFile,
  bytes: Buffer,
  entry: Entry,
  pieceBytes = walkPieceBytes,
): AsyncGenerator<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  if (entry.compressionMethod === 0) {
    for (let at = 0; at < packed.length; at += pieceBytes) yield packed.subarray(at, at + pieceBytes)
  } else if (entry.compressionMethod !== 8) {
    throw new Error('unknown compression method')
  } else if (entry.uncompressedSize <= pieceBytes) {
    yield inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
  } else {
    const inflate = createInflateRaw({ chunkSize: pieceBytes })
    inflate.end(packed)
    yield* inflate
  }
}

async function hasWord(pieces: AsyncIterable<Buffer>, word: string, limit: number): Promise<boolean> {
  let end = Buffer.alloc(0)
  let left = limit
  for await (const piece of pieces) {
    left -= piece.length
    const joint = Buffer.concat([end, piece.subarray(0, word.length)])
    if (left < 0 || joint.includes(word) || piece.includes(word)) return true
    end = Buffer.from(piece.subarray(-word.length))
  }
  return false
}

/**
 * Declared sizes are checked against the limits before anything is inflated; a part that inflates past its
 * own declared size is refused there, so a lying header gains nothing.
 */
export async function openXlsxPackage(bytes: Buffer, limits: FileLimits): Promise<XlsxPackage> {
  const zip = await fromBufferPromise(bytes, { decodeStrings: false }).catch(refuseZip)
  const entries = await readDirectory(zip, limits).catch(refuseZip)
  let unpackedBytes = 0

  return {
    hasPart: (name) => entries.has(name.toLowerCase()),
    async mayMention(name, word) {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return true
      try {
        return await hasWord(unpackPart(zip, bytes, entry, scanPieceBytes), word, entry.uncompressedSize)
      } catch {
        return true
      }
    },
    async walkPart(name, handlers, onPiece) {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) throw new FileRefusal({ kind: 'damaged-zip', entry: name })
      const walker = createXmlWalker(name, handlers, limits)
      const utf8 = createUtf8Reader()
      const pieces = unpackPart(zip, bytes, entry)
      let checksum = 0
      let partBytes = 0
      try {
        for (;;) {
          const { done, value } = await pieces.next().catch((error: unknown) => refuseZip(error, name))
          if (done) break
          partBytes += value.length
          unpackedBytes += value.length
          if (partBytes > entry.uncompressedSize) refuseZip(null, name)
          if (unpackedBytes > limits.unpackedBytes) {
            throw new FileRefusal({ kind: 'bomb', entry: name, limit: limits.unpackedBytes })
          }
          checksum = crc32(value, checksum)
          const text = utf8.read(value)
          if (text === null) throw new FileRefusal({ kind: 'damaged-xml', entry: name })
          walker.write(text)
          await onPiece?.()
        }
      } finally {
        await pieces.return(undefined)
      }
      if (checksum !== entry.crc32 || partBytes !== entry.uncompressedSize) refuseZip(null, name)
      if (!utf8.isComplete()) throw new FileRefusal({ kind: 'damaged-xml', entry: name })
      walker.end()
    },
  }
}
