import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'

/* A second reader of zips and sheets, written apart from the code under test. */

interface ZipPart {
  /** As it lies packed in the archive. */
  packed: Buffer
  content: Buffer
}

export function readZip(bytes: Buffer): Map<string, ZipPart> {
  const parts = new Map<string, ZipPart>()
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packedSize] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize!)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + packedSize)
    parts.set(name, { packed, content: method === 0 ? packed : inflateRawSync(packed) })
    at += 46 + nameSize! + extraSize! + commentSize!
  }
  return parts
}

const unescape = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_all, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
  )
const readTexts = (xml: string): string =>
  [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((match) => unescape(match[1]!)).join('')

/** Stored texts of every sheet's cells by address, sheets by name. */
export function readWorkbook(bytes: Buffer): Map<string, Map<string, string>> {
  const parts = readZip(bytes)
  const read = (name: string) => parts.get(name)?.content.toString('utf8') ?? ''
  const strings = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((match) =>
    readTexts(match[1]!),
  )
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) =>
    unescape(match[1]!),
  )
  return new Map(
    names.map((name, index) => {
      const cells = new Map<string, string>()
      const xml = read(`xl/worksheets/sheet${index + 1}.xml`)
      for (const [, attributes, inner] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const address = /r="([A-Z]+\d+)"/.exec(attributes!)![1]!
        const value = /<v>([^<]*)<\/v>/.exec(inner ?? '')?.[1]
        if (/t="s"/.test(attributes!)) cells.set(address, strings[Number(value)]!)
        else if (/t="inlineStr"/.test(attributes!)) cells.set(address, readTexts(inner!))
        else if (value !== undefined) cells.set(address, value)
      }
      return [name, cells]
    }),
  )
}

/** Rows of a sheet as texts, from row 1 on; empty cells are ''. */
export function listRows(sheet: ReadonlyMap<string, string>): string[][] {
  const rows: string[][] = []
  for (const [address, text] of sheet) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!
    const column = Array.from(letters!).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const cells = (rows[Number(row) - 1] ??= [])
    cells[column] = text
  }
  return Array.from(rows, (cells) => Array.from(cells ?? [], (text) => text ?? ''))
}

/** Every file below a folder, by its path in it. */
export function readTree(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return new Map(
    names.toSorted((a, b) => (a < b ? -1 : 1)).map((name) => [name, readFileSync(path.join(folder, name))]),
  )
}
