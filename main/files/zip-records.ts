import { deflateSync } from 'fflate'
import { crc32, inflateRawSync } from 'node:zlib'
import { fileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'

/** One entry of a zip as it lies in the file, for copying it without unpacking. */
export interface ZipRecord {
  name: string
  /** Local header, data and descriptor, up to the next record. */
  localStart: number
  localEnd: number
  dataStart: number
  method: number
  packedBytes: number
  unpackedBytes: number
  centralStart: number
  centralEnd: number
}

export interface ZipArchive {
  bytes: Buffer
  /** In the order of the central directory. */
  records: ZipRecord[]
  directoryStart: number
  endStart: number
}

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
const endLength = 22
const descriptorFlag = 0x0008
const encryptedFlag = 0x0001
const deflateVersion = 20
const deflateMethod = 8

const refuse = (): never => {
  throw new FileRefusal({ kind: 'damaged-zip' })
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endLength - 0xffff)
  for (let at = bytes.length - endLength; at >= first; at -= 1) {
    const isEnd = bytes.readUInt32LE(at) === endSignature
    if (isEnd && at + endLength + bytes.readUInt16LE(at + 20) === bytes.length) return at
  }
  return refuse()
}

function readRecord(bytes: Buffer, at: number): ZipRecord {
  if (bytes.readUInt32LE(at) !== centralSignature) refuse()
  if (bytes.readUInt16LE(at + 8) & encryptedFlag) throw new FileRefusal({ kind: 'encrypted' })
  const nameLength = bytes.readUInt16LE(at + 28)
  const nameEnd = at + 46 + nameLength
  const localStart = bytes.readUInt32LE(at + 42)
  if (bytes.readUInt32LE(localStart) !== localSignature) refuse()
  const localNameLength = bytes.readUInt16LE(localStart + 26)
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    localStart,
    localEnd: localStart,
    dataStart: localStart + 30 + localNameLength + bytes.readUInt16LE(localStart + 28),
    method: bytes.readUInt16LE(at + 10),
    packedBytes: bytes.readUInt32LE(at + 20),
    unpackedBytes: bytes.readUInt32LE(at + 24),
    centralStart: at,
    centralEnd: nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  }
}

function readArchive(bytes: Buffer): ZipArchive {
  const endStart = findEnd(bytes)
  const directoryStart = bytes.readUInt32LE(endStart + 16)
  const records: ZipRecord[] = []
  let at = directoryStart
  for (let left = bytes.readUInt16LE(endStart + 10); left > 0; left -= 1) {
    const record = readRecord(bytes, at)
    records.push(record)
    at = record.centralEnd
  }
  // A 64-bit archive keeps its numbers elsewhere; nothing a template is made with writes one.
  if (at !== endStart) refuse()
  const inFileOrder = records.toSorted((a, b) => a.localStart - b.localStart)
  for (const [index, record] of inFileOrder.entries()) {
    record.localEnd = inFileOrder[index + 1]?.localStart ?? directoryStart
    if (record.dataStart + record.packedBytes > record.localEnd) refuse()
  }
  return { bytes, records, directoryStart, endStart }
}

/** Where every entry lies; entries must not overlap. Throws FileRefusal. */
export function parseZipArchive(bytes: Buffer): ZipArchive {
  try {
    return readArchive(bytes)
  } catch (error) {
    if (error instanceof RangeError) refuse()
    throw error
  }
}

/** The unpacked bytes of an entry, never more than it declares. Throws FileRefusal. */
export function unpackRecord({ bytes }: ZipArchive, record: ZipRecord): Buffer {
  if (record.unpackedBytes > fileLimits.unpackedBytes) {
    throw new FileRefusal({ kind: 'bomb', entry: record.name, limit: fileLimits.unpackedBytes })
  }
  const packed = bytes.subarray(record.dataStart, record.dataStart + record.packedBytes)
  if (record.method === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, record.unpackedBytes) })
  } catch {
    return refuse()
  }
}

/** The same archive with one entry's content changed: every other byte of every other entry is copied. */
export function replaceRecord(archive: ZipArchive, record: ZipRecord, content: Uint8Array): Uint8Array {
  const { bytes, records, directoryStart, endStart } = archive
  const packed = deflateSync(content, { level: 6 })
  const local = Buffer.from(bytes.subarray(record.localStart, record.dataStart))
  const directory = Buffer.from(bytes.subarray(directoryStart, endStart))
  const end = Buffer.from(bytes.subarray(endStart))

  // Version, flags, method, time, date, checksum and sizes lie in the same order in both headers.
  for (const [header, at] of [
    [local, 4],
    [directory, record.centralStart - directoryStart + 6],
  ] as const) {
    header.writeUInt16LE(Math.max(header.readUInt16LE(at), deflateVersion), at)
    header.writeUInt16LE(header.readUInt16LE(at + 2) & ~descriptorFlag, at + 2)
    header.writeUInt16LE(deflateMethod, at + 4)
    header.writeUInt32LE(crc32(content), at + 10)
    header.writeUInt32LE(packed.length, at + 14)
    header.writeUInt32LE(content.length, at + 18)
  }

  const shift = local.length + packed.length - (record.localEnd - record.localStart)
  for (const { localStart, centralStart } of records) {
    if (localStart > record.localStart) {
      directory.writeUInt32LE(localStart + shift, centralStart - directoryStart + 42)
    }
  }
  end.writeUInt32LE(directoryStart + shift, 16)
  return Buffer.concat([
    bytes.subarray(0, record.localStart),
    local,
    packed,
    bytes.subarray(record.localEnd, directoryStart),
    directory,
    end,
  ])
}
