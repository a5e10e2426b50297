import { constants, crc32, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { readTable } from '../../../main/files/read-table.ts'
import type { FileFacts, ReadOptions, TableFile } from '../../../main/files/table-sink.ts'
import type { FileProblem } from '../../../shared/domain/file-problem.ts'
import type { RawRow, RawSheetInfo } from '../../../shared/domain/sheet/raw-cell.ts'

interface ReadSheet {
  info: RawSheetInfo
  rows: RawRow[]
}

export interface ReadOutcome {
  sheets: ReadSheet[]
  facts: FileFacts | null
  problem: FileProblem | null
}

/** Reads a whole file into memory. */
export async function readAll(file: TableFile, options?: ReadOptions): Promise<ReadOutcome> {
  const rowsBySheet: RawRow[][] = []
  const sheets: ReadSheet[] = []
  const result = await readTable(
    file,
    {
      rows(sheetIndex, rows) {
        ;(rowsBySheet[sheetIndex] ??= []).push(...rows)
      },
      sheet(info) {
        sheets.push({ info, rows: rowsBySheet[sheets.length] ?? [] })
      },
    },
    options,
  )
  return result.ok
    ? { sheets, facts: result.value, problem: null }
    : { sheets, facts: null, problem: result.problem }
}

export const readBytes = (bytes: Uint8Array, options?: ReadOptions): Promise<ReadOutcome> =>
  readAll({ bytes }, options)

export const readText = (text: string, options?: ReadOptions): Promise<ReadOutcome> =>
  readAll({ bytes: Buffer.from(text) }, options)

export const getCells = ({ sheets }: ReadOutcome, index = 0): RawRow['cells'][] =>
  (sheets[index]?.rows ?? []).map(({ cells }) => cells)

const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Hand-written parts of a workbook; what a test does not name is the smallest that is valid. */
export interface WorkbookXml {
  /** Everything inside `<worksheet>`, or the whole part if it starts with `<?xml`. */
  sheet?: string
  /** The `<si>` elements. */
  sharedStrings?: string
  /** Number format codes; cell style `s="n"` uses the nth. */
  formats?: string[]
  workbookPr?: string
  extra?: Record<string, string>
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

export function makeWorkbookParts(xml: WorkbookXml): Record<string, string> {
  const sheet = xml.sheet ?? '<sheetData/>'
  const formats = (xml.formats ?? []).map((code, index) => ({ id: 164 + index, code }))
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${officeDocument}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${officeDocument}">${xml.workbookPr ?? ''}<sheets><sheet name="Boxes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships><Relationship Id="rId1" Type="${officeDocument}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${officeDocument}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rId3" Type="${officeDocument}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      `<styleSheet><numFmts>${formats.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts>` +
      `<cellXfs>${formats.map(({ id }) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${xml.sharedStrings ?? ''}</sst>`,
    'xl/worksheets/sheet1.xml': sheet.startsWith('<?xml') ? sheet : `<worksheet>${sheet}</worksheet>`,
    ...xml.extra,
  }
}

export const zipParts = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )

export const makeXlsx = (xml: WorkbookXml): Uint8Array => zipParts(makeWorkbookParts(xml))

/** One row of cells: the inner XML of `<c>` elements written out by the test. */
export const makeSheet = (...cells: string[]): string =>
  `<sheetData><row r="1">${cells.join('')}</row></sheetData>`

export interface RawEntry {
  name: string
  content?: string | Uint8Array
  /** Deflated bytes given as they are, for headers that lie about them. */
  packed?: Uint8Array
  declaredBytes?: number
  flags?: number
  /** Bytes behind the packed ones. */
  descriptor?: Uint8Array
}

/** A zip written by hand, so that a test can say in its headers what it likes. */
export function makeRawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content = '', packed: given, declaredBytes, flags = 0, descriptor } of entries) {
    const unpacked = Buffer.from(content)
    const packed = given ?? deflateRawSync(unpacked)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(unpacked), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(declaredBytes ?? unpacked.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      shared,
      Buffer.from(name),
      packed,
      descriptor ?? Buffer.alloc(0),
    ])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const deflateOpen = (text: string) =>
  deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH })

/** Deflated bytes of a block repeated many times over, without ever holding them unpacked. */
export function deflateRepeated(head: string, block: string, times: number, tail: string): Buffer {
  return Buffer.concat([
    deflateOpen(head),
    ...Array<Buffer>(times).fill(deflateOpen(block)),
    deflateRawSync(Buffer.from(tail)),
  ])
}
