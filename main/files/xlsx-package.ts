import { isUtf8 } from 'node:buffer'
import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry, type ZipFile } from 'yauzl'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { createXmlWalker, type XmlHandlers } from './xml-walker.ts'

const inflateChunkBytes = 128 * 1024

/** The parts of a workbook file. Part names are compared without case, as the packaging standard says. */
export interface XlsxPackage {
  hasPart: (name: string) => boolean
  /** Walks one part; `onChunk` runs between chunks and may hold the reading back. */
  walkPart: (name: string, handlers: XmlHandlers, onChunk?: () => void | Promise<void>) => Promise<void>
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

/** Cuts bytes into complete UTF-8 text; a sequence split between two chunks waits for the second. */
function createUtf8Reader(entry: string): { read: (chunk: Buffer) => string; end: () => void } {
  let carried: Buffer = Buffer.alloc(0)
  const refuse = (): never => {
    throw new FileRefusal({ kind: 'damaged-xml', entry })
  }
  return {
    read(chunk) {
      const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk])
      let end = bytes.length
      while (end > 0 && bytes.length - end < 3 && (bytes[end - 1]! & 0xc0) === 0x80) end -= 1
      const isLeadLast = end > 0 && bytes[end - 1]! >= 0xc0
      const complete = isLeadLast && !isUtf8(bytes.subarray(end - 1)) ? end - 1 : bytes.length
      carried = bytes.subarray(complete)
      const text = bytes.subarray(0, complete)
      if (carried.length > 3 || !isUtf8(text)) refuse()
      return text.toString('utf8')
    },
    end() {
      if (carried.length > 0) refuse()
    },
  }
}

function refuseZip(error: unknown, entry?: string): never {
  if (error instanceof FileRefusal) throw error
  throw new FileRefusal({ kind: 'damaged-zip', ...(entry === undefined ? {} : { entry }) })
}

/** Stored or deflated bytes, inflated in pieces larger than the 16 KB yauzl would give. */
async function openPart(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.compressionMethod === 0) return zip.openReadStreamPromise(entry)
  if (entry.compressionMethod !== 8) throw new Error('unknown compression method')
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  return pipeline(packed, createInflateRaw({ chunkSize: inflateChunkBytes }), () => {})
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
    async walkPart(name, handlers, onChunk) {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) throw new FileRefusal({ kind: 'damaged-zip', entry: name })
      const walker = createXmlWalker(name, handlers, limits)
      const utf8 = createUtf8Reader(name)
      let checksum = 0
      const stream = await openPart(zip, entry).catch((error: unknown) => refuseZip(error, name))
      const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
      let partBytes = 0
      try {
        for (;;) {
          const { done, value } = await chunks.next().catch((error: unknown) => refuseZip(error, name))
          if (done) break
          partBytes += value.length
          if (partBytes > entry.uncompressedSize) refuseZip(null, name)
          unpackedBytes += value.length
          if (unpackedBytes > limits.unpackedBytes) {
            throw new FileRefusal({ kind: 'bomb', entry: name, limit: limits.unpackedBytes })
          }
          checksum = crc32(value, checksum)
          walker.write(utf8.read(value))
          await onChunk?.()
        }
      } finally {
        stream.destroy()
      }
      if (checksum !== entry.crc32) throw new FileRefusal({ kind: 'damaged-zip', entry: name })
      utf8.end()
      walker.end()
    },
  }
}
