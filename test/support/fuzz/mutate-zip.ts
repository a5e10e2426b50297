import { makeRawZip, type RawEntry } from '../../main/files/table-fixtures.ts'
import { readZip } from '../read-zip.ts'
import type { Mutator } from './mutate-bytes.ts'

const signatures = ['504b0304', '504b0102', '504b0506'].map((hex) => Buffer.from(hex, 'hex'))
const longestHeader = 46
const oddNumbers = [0, 1, 8, 9, 0x7fff, 0xffff]

function listHeaders(bytes: Buffer): number[] {
  const headers: number[] = []
  for (const signature of signatures)
    for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 4)) headers.push(at)
  return headers
}

/** Fields of local headers, directory records and the end record set to something else. */
export const mutateZipHeaders: Mutator = (given, random) => {
  const bytes = Buffer.from(given)
  const headers = listHeaders(bytes)
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const field = random.pick(headers) + 4 + random.below(longestHeader - 4)
    if (field + 2 <= bytes.length)
      bytes.writeUInt16LE(random.below(2) === 0 ? random.pick(oddNumbers) : random.below(0x10000), field)
  }
  return bytes
}

const oddNames = [
  '',
  '/',
  '../a.xml',
  '/etc/a.xml',
  'C:/a.xml',
  'a\\b.xml',
  '__proto__',
  'xl/../xl/workbook.xml',
]

/** Entries left out, doubled, renamed, put in another order, given each other's content or a size they do not have. */
export const mutateZipEntries: Mutator = (given, random) => {
  let entries: RawEntry[] = Array.from(readZip(given), ([name, { content }]) => ({ name, content }))
  for (let times = 1 + random.below(2); times > 0; times -= 1) {
    const at = random.below(entries.length)
    const entry = entries[at]
    if (entry === undefined) break
    const other = random.pick(entries)
    switch (random.below(7)) {
      case 0:
        entries.splice(at, 1)
        break
      case 1:
        entries.splice(at, 0, { ...other, name: random.below(2) ? other.name : other.name.toUpperCase() })
        break
      case 2:
        entries[at] = { ...entry, name: random.pick([...oddNames, other.name, `x${entry.name}`]) }
        break
      case 3:
        entries = random.shuffle(entries)
        break
      case 4:
        entries[at] = { name: entry.name, content: other.content ?? '' }
        break
      case 5: {
        const size = entry.content?.length ?? 0
        const declaredBytes = random.pick([0, 1, size - 1, size + 1, size * 2, 0x7fffffff, 0xffffffff])
        entries[at] = { ...entry, declaredBytes: Math.max(0, declaredBytes) }
        break
      }
      case 6:
        entries[at] = { ...entry, flags: random.below(0x10000) }
    }
  }
  return makeRawZip(entries)
}
