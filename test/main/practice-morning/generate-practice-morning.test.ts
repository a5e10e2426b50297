import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../main/files/read-table.ts'
import {
  generatePracticeMorning,
  type PracticeMorning,
} from '../../../main/practice-morning/generate-practice-morning.ts'
import { detectLayout } from '../../../shared/domain/sheet/detect-layout.ts'
import type { RawRow } from '../../../shared/domain/sheet/raw-cell.ts'
import type { SheetLayout } from '../../../shared/domain/sheet/sheet-layout.ts'
import { checkTrackingNumber } from '../../../shared/domain/number/tracking-number.ts'

const morning = generatePracticeMorning()
const parcels = morning.expected.clients.flatMap((client) => client.parcels)
const pros = morning.expected.clients.flatMap((client) => client.pros)

const hashAll = ({ files, workbooks, lists }: PracticeMorning): string[] =>
  [...files, ...workbooks, ...lists].map(
    ({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')} ${name}`,
  )

async function readLayouts(bytes: Uint8Array): Promise<SheetLayout[]> {
  const layouts: SheetLayout[] = []
  let head: RawRow[] = []
  const read = await readTable(
    { bytes },
    {
      rows: (_, rows) => void head.push(...rows),
      sheet(info) {
        layouts.push(detectLayout(info, head.slice(0, 400)))
        head = []
      },
    },
  )
  expect(read.ok).toBe(true)
  return layouts
}

describe('the sample company', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    expect(hashAll(generatePracticeMorning(1123))).toEqual(hashAll(morning))
    expect(hashAll(generatePracticeMorning(1124))).not.toEqual(hashAll(morning))
  })

  it('has 12 clients, 300 shipments of its own, 210 by truck and 90 by parcel, and one exempt', () => {
    const { clients, leftOut, shipments, boxes, prosDrawn, trackingIds } = morning.expected
    expect([clients.length, shipments, boxes, prosDrawn, trackingIds]).toEqual([12, 301, 6020, 210, 1800])
    expect(leftOut.map(({ status, reasons }) => [status, reasons])).toEqual(
      expect.arrayContaining([
        ['exempt', []],
        ['error', ['box-count-differs']],
      ]),
    )
    expect(parcels.length + pros.length).toBe(299)
  })

  it('has FBA shipment IDs of 12 characters, box IDs that begin with them, and no number twice', () => {
    const fbaIds = [...parcels, ...pros].map((each) => each.fbaId)
    expect(fbaIds.every((fbaId) => /^FBA[0-9A-Z]{9}$/.test(fbaId) && !fbaId.endsWith('WFA'))).toBe(true)
    const boxes = parcels.flatMap(({ fbaId, boxes: own }) => own.map((box) => ({ fbaId, ...box })))
    expect(boxes.every(({ fbaId, boxId }) => boxId.startsWith(`${fbaId}U0000`))).toBe(true)
    for (const values of [fbaIds, boxes.map((box) => box.boxId), boxes.map((box) => box.trackingId)]) {
      expect(new Set(values).size).toBe(values.length)
    }
    expect(boxes.some(({ fbaId, boxId }) => boxId === `${fbaId}U000022`)).toBe(true)
  })

  it('draws its PRO numbers from the block of the examples worked out by hand', () => {
    const drawn = pros.map((each) => each.pro)
    for (const pro of ['8100200008', '8100200016', '8100200024', '8100200529']) expect(drawn).toContain(pro)
    expect(new Set(drawn).size).toBe(209)
  })

  it('has only tracking IDs of UPS and FedEx that pass their check digits', () => {
    const numbers = parcels.flatMap((parcel) => parcel.boxes.map((box) => box.trackingId))
    const checks = numbers.map(checkTrackingNumber)
    expect(checks.filter((check) => check.verdict !== 'valid')).toEqual([])
    const formats = checks.map(({ matches }) => {
      const own = matches.find(
        ({ courier, checkDigit }) => /^(?:ups|fedex)$/.test(courier) && checkDigit === 'valid',
      )
      return own?.format ?? 'none'
    })
    expect([...new Set(formats)].toSorted()).toEqual(['fedex_12', 'fedex_ground_96', 'ups_1z'])
  })

  it('has every client, and no other, in one file', () => {
    expect(morning.files.map((file) => file.client)).toEqual(
      morning.expected.clients.map((each) => each.client),
    )
    expect(morning.files.every((file) => file.name.startsWith(file.client))).toBe(true)
  })

  it('has twelve different layouts in text of four encodings and in workbooks', async () => {
    const layouts = await Promise.all(morning.files.map((file) => readLayouts(file.bytes)))
    expect(new Set(layouts.map((each) => each[0]!.fingerprint)).size).toBe(12)
    const sheetCounts = layouts.map((each) => each.filter((layout) => layout.shape !== 'none').length)
    expect(sheetCounts.filter((count) => count === 2)).toHaveLength(2)
    const texts = morning.files.map((file) => file.bytes).filter((bytes) => bytes[0] !== 0x50)
    expect(texts.filter((bytes) => bytes[0] === 0xef && bytes[1] === 0xbb)).toHaveLength(1)
    expect(texts.filter((bytes) => bytes[0] === 0xff && bytes[1] === 0xfe)).toHaveLength(1)
    expect(texts.filter((bytes) => !isUtf8(bytes) && bytes[0] !== 0xff)).toHaveLength(2)
  })

  it('states the mode of every shipment in words of its own, save the one planted blank', async () => {
    for (const { name, bytes } of morning.files) {
      const layouts = await readLayouts(bytes)
      const hasMode = layouts.some(({ columns, facts }) =>
        [...columns, ...facts].some((each) => each.field === 'mode'),
      )
      expect([name, hasMode]).toEqual([name, true])
    }
  })

  it('answers every mistake by a recorded decision, or leaves its shipment or row out with a reason', () => {
    const { mistakes, decisions, expected } = morning
    const answered = new Set(decisions.map((decision) => decision.answers))
    const leftOut = new Set(expected.leftOut.map((each) => each.fbaId))
    const refused = new Set([
      ...expected.refusedCells.map((each) => each.value),
      ...expected.standIns.map((each) => each.fbaId),
    ])
    for (const { kind, fbaId } of mistakes) {
      expect([kind, answered.has(kind) || leftOut.has(fbaId) || refused.has(fbaId)]).toEqual([kind, true])
    }
  })
})
