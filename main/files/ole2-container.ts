import { FileRefusal } from './file-refusal.ts'

/** The streams directly under the root of an OLE2 file, by name in lower case; embedded documents are not looked into. */
export interface Ole2Container {
  has: (name: string) => boolean
  /** The whole stream. Throws FileRefusal where the file does not hold all of it. */
  read: (name: string) => Buffer
}

interface Entry {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

const headerBytes = 512
const entryBytes = 128
const lastRegularSector = 0xfffffffa
const noEntry = 0xffffffff
const streamType = 2
const rootType = 5

const refuse = (): never => {
  throw new FileRefusal({ kind: 'damaged-xls' })
}

/** Sector numbers of a chain; no chain is longer than its table, so a ring is refused. */
function followChain(table: readonly number[], start: number): number[] {
  const chain: number[] = []
  for (let sector = start; sector < lastRegularSector; sector = table[sector] ?? refuse()) {
    if (chain.push(sector) > table.length) refuse()
  }
  return chain
}

function readNumbers(bytes: Buffer): number[] {
  const numbers: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at))
  return numbers
}

function readEntry(bytes: Buffer, at: number): Entry {
  const nameBytes = Math.min(64, bytes.readUInt16LE(at + 64))
  return {
    name: bytes.toString('utf16le', at, at + Math.max(0, nameBytes - 2)).toLowerCase(),
    type: bytes[at + 66]!,
    left: bytes.readUInt32LE(at + 68),
    right: bytes.readUInt32LE(at + 72),
    child: bytes.readUInt32LE(at + 76),
    start: bytes.readUInt32LE(at + 116),
    size: bytes.readUInt32LE(at + 120),
  }
}

/** What hangs on one entry of the directory's tree; an entry met twice is left alone. */
function collectSiblings(entries: readonly Entry[], top: number): Map<string, Entry> {
  const found = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [top]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (entry === undefined || seen.has(index)) continue
    seen.add(index)
    if (entry.type === streamType && !found.has(entry.name)) found.set(entry.name, entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}

function readContainer(bytes: Buffer): Ole2Container {
  const sectorShift = bytes.readUInt16LE(30)
  const miniShift = bytes.readUInt16LE(32)
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) refuse()
  const sectorBytes = 1 << sectorShift
  const getSector = (sector: number): Buffer => {
    const start = (sector + 1) * sectorBytes
    if (start >= bytes.length) refuse()
    return bytes.subarray(start, start + sectorBytes)
  }

  const tableSectors = readNumbers(bytes.subarray(76, headerBytes))
  let more = bytes.readUInt32LE(68)
  for (let left = Math.ceil(bytes.length / sectorBytes); more < lastRegularSector; left -= 1) {
    if (left === 0) refuse()
    const numbers = readNumbers(getSector(more))
    more = numbers.pop() ?? refuse()
    for (const number of numbers) tableSectors.push(number)
  }
  const isUsed = (sector: number) => sector < lastRegularSector
  const table = tableSectors.filter(isUsed).flatMap((sector) => readNumbers(getSector(sector)))
  const joinChain = (start: number) => Buffer.concat(followChain(table, start).map(getSector))

  const directory = joinChain(bytes.readUInt32LE(48))
  const entries: Entry[] = []
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes)
    entries.push(readEntry(directory, at))
  const root = entries[0]
  if (root?.type !== rootType) return refuse()
  const streams = collectSiblings(entries, root.child === noEntry ? entries.length : root.child)

  const readSmall = (start: number): Buffer => {
    const miniTable = readNumbers(joinChain(bytes.readUInt32LE(60)))
    const miniSectors = joinChain(root.start)
    const cut = (sector: number) => miniSectors.subarray(sector << miniShift, (sector + 1) << miniShift)
    return Buffer.concat(followChain(miniTable, start).map(cut))
  }
  const smallBelow = bytes.readUInt32LE(56)
  return {
    has: (name) => streams.has(name),
    read(name) {
      const { start, size } = streams.get(name) ?? refuse()
      if (size > bytes.length) refuse()
      const content = size < smallBelow ? readSmall(start) : joinChain(start)
      return content.length < size ? refuse() : content.subarray(0, size)
    },
  }
}

/** Throws FileRefusal. */
export function openOle2Container(bytes: Buffer): Ole2Container {
  try {
    return readContainer(bytes)
  } catch (error) {
    if (error instanceof RangeError) refuse()
    throw error
  }
}
