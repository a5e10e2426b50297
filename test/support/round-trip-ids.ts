import path from 'node:path'
import iconv from 'iconv-lite'
import { writeWorkbook } from '../../main/files/workbook-writer.ts'
import { createRandom, type SeededRandom } from '../../main/practice-morning/seeded-random.ts'
import { makeXlsx } from '../main/files/table-fixtures.ts'
import { nextOpId } from './engine-process.ts'
import { getBoxId, addCarriers } from './sample-files.ts'
import { openTestDesk } from './test-desk.ts'

/** The IDs of one box and its shipment, as a client's file spells them. */
interface IdRow {
  fbaId: string
  boxId: string
  trackingId: string
  pro: string
  referenceId: string
}

const headings = ['FBA货件号', 'FBA箱号', 'Tracking ID', 'PRO号', 'Amazon Reference ID', '派送方式', '承运商']
const toCells = (row: IdRow): string[] => [
  row.fbaId,
  row.boxId,
  row.trackingId,
  row.pro,
  row.referenceId,
  'LTL',
  '自营车队',
]
const digits = '0123456789'
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const boxesEach = 20
/** What Amazon's form takes of a tracking ID; a PRO number may be longer. */
const [longestTrackingId, longestPro] = [30, 34]

const draw = (random: SeededRandom, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('')

/** Of 12 characters or more, no two alike: digits, digits behind zeros, or letters among digits. */
function makeNumber(random: SeededRandom, index: number, longest: number): string {
  const end = String(index).padStart(7, '0')
  const length = 5 + random.below(longest - 7 - 5 + 1)
  const starts = [
    draw(random, '123456789', 1) + draw(random, digits, length - 1),
    draw(random, digits, length - 4).padStart(length, '0'),
    `Z${draw(random, digits + letters, length - 1)}`,
  ]
  return random.pick(starts) + end
}

function makeRows(count: number, first: number): IdRow[] {
  const random = createRandom(first)
  return Array.from({ length: count / boxesEach }, (_, at) => {
    const shipment = first / boxesEach + at
    const fbaId = `FBA0${draw(random, digits + letters, 3)}${shipment.toString(36).toUpperCase().padStart(5, '0')}`
    const pro = makeNumber(random, shipment + 1, longestPro)
    const referenceId = `0${draw(random, digits + letters, 2)}${shipment.toString(36).toUpperCase().padStart(5, '0')}`
    return Array.from({ length: boxesEach }, (__, box) => ({
      fbaId,
      boxId: getBoxId(fbaId, box + 1),
      trackingId: makeNumber(random, first + at * boxesEach + box + 1, longestTrackingId),
      pro,
      referenceId,
    }))
  }).flat()
}

const formatCsv = (rows: readonly string[][]): string => rows.map((row) => row.join(',')).join('\r\n')
const inlineRow = (cells: readonly string[], index: number): string =>
  `<row r="${index + 1}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

const writers: Record<string, (rows: string[][]) => Uint8Array> = {
  'shared.xlsx': (rows) => writeWorkbook([{ name: '箱单', rows }]),
  'inline.xlsx': (rows) => makeXlsx({ sheet: `<sheetData>${rows.map(inlineRow).join('')}</sheetData>` }),
  'utf8.csv': (rows) => Buffer.from(formatCsv(rows)),
  'gb18030.csv': (rows) => iconv.encode(formatCsv(rows), 'gb18030'),
  'utf16.csv': (rows) => iconv.encode(formatCsv(rows), 'utf-16le', { addBOM: true }),
}

export interface RoundTrip {
  /** The client's master sheet as exported. */
  master: string
  /** Rows of its two sheets that must stand there, in their order, without headings. */
  shipments: Record<'fbaId' | 'pro' | 'referenceId', string>[]
  boxes: Record<'fbaId' | 'boxId' | 'trackingId', string>[]
  ids: number
}

/** Imports so many boxes in each of five spellings into a database and exports them all. */
export async function roundTripIds(boxesPerFile: number): Promise<RoundTrip> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  const all: IdRow[] = []
  for (const [index, [name, write]] of Object.entries(writers).entries()) {
    const rows = makeRows(boxesPerFile, index * boxesPerFile)
    all.push(...rows)
    const { failed } = await desk.import(desk.write(name, write([headings, ...rows.map(toCells)])))
    if (failed.length > 0) throw new Error(JSON.stringify(failed))
  }
  const out = path.join(desk.folder, 'out')
  const { token } = await desk.call('folder.offer', { path: out })
  const result = await desk.call('export.run', { opId: nextOpId(), folder: token })
  if (result.leftOut > 0) throw new Error(`${result.leftOut} shipments were left out`)
  const boxes = all.toSorted((a, b) => (a.boxId < b.boxId ? -1 : 1))
  const shipments = boxes.filter(({ boxId }) => boxId.endsWith('U000001'))
  return {
    master: path.join(out, '宁波星野', 'master.xlsx'),
    shipments,
    boxes,
    ids: boxes.length * 2 + shipments.length * 3,
  }
}
