import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { buildTrackingWorkbook, readTrackingWorkbook } from '../../../main/files/tracking-workbook.ts'
import { writeWorkbook } from '../../../main/files/workbook-writer.ts'
import { getCells, readBytes } from './table-fixtures.ts'

const shipmentId = 'FBA19TB4K7Q2'
const makeBoxes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    boxId: `${shipmentId}U${String(index + 1).padStart(6, '0')}`,
    trackingId: `1ZA1B2C3030001${String(4703 + index)}`,
  }))

describe('a workbook built from a box list', () => {
  const bytes = buildTrackingWorkbook({ shipmentId, boxes: makeBoxes(2) })

  test('has Amazon’s cells', async () => {
    const outcome = await readBytes(bytes)
    expect(outcome.facts!.sheets).toEqual([{ name: 'TrackingIDs', isHidden: false, rowCount: 8 }])
    const cells = getCells(outcome)
    expect(cells.map((row) => row[0])).toEqual([
      'Instructions',
      null,
      null,
      'Shipment ID',
      '----------------------------------------',
      'Amazon FBA box label number',
      'FBA19TB4K7Q2U000001',
      'FBA19TB4K7Q2U000002',
    ])
    expect(cells[3]![1]).toBe(shipmentId)
    expect(cells.slice(5).map((row) => row[1])).toEqual([
      'Tracking #',
      '1ZA1B2C30300014703',
      '1ZA1B2C30300014704',
    ])
    expect(outcome.sheets[0]!.rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 6, 7, 8, 9])
    expect(outcome.sheets[0]!.info.merges).toEqual([{ top: 1, left: 0, bottom: 3, right: 0 }])
  })

  test('has Amazon’s widths, the empty texts of row 5 and text style on all of column B', () => {
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    expect(xml).toContain('<col min="1" max="1" width="25.875" customWidth="1"/>')
    expect(xml).toContain('<col min="2" max="2" width="100.875" customWidth="1" style="1"/>')
    expect(xml).toMatch(/<row r="5"><c r="A5" s="1" t="s"><v>\d+<\/v><\/c><c r="B5" s="1" t="s">/)
    expect(xml).toContain('<c r="B8" s="1" t="s">')
  })

  test('is read back pair by pair, whatever the ids', async () => {
    const id = fc.stringMatching(/^[0-9A-Z-]{1,34}$/)
    const boxes = fc.uniqueArray(fc.record({ boxId: id, trackingId: id }), {
      selector: ({ boxId }) => boxId,
      minLength: 1,
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(boxes, async (list) => {
        const readBack = await readTrackingWorkbook(buildTrackingWorkbook({ shipmentId, boxes: list }))
        expect(readBack).toEqual({
          ok: true,
          value: {
            shipmentId,
            part: 'xl/worksheets/sheet1.xml',
            boxes: list.map((box, index) => ({ ...box, row: 8 + index })),
          },
        })
      }),
      { numRuns: 40 },
    )
  })
})

type Rows = (string | number | null)[][]
const head: Rows = [
  [],
  [],
  [],
  ['Shipment ID', shipmentId],
  [],
  [],
  ['Amazon FBA box label number', 'Tracking #'],
]
const read = (rows: Rows, name = 'TrackingIDs') =>
  readTrackingWorkbook(
    writeWorkbook([
      { name: 'Sheet1', rows: [] },
      { name, rows },
    ]),
  )

describe('recognising a client’s file', () => {
  test('finds the sheet by its name, boxes without tracking IDs and blank rows between', async () => {
    expect(await read([...head, ['B1', null], [], ['B2', 400014700213]])).toMatchObject({
      ok: true,
      value: {
        shipmentId,
        part: 'xl/worksheets/sheet2.xml',
        boxes: [
          { boxId: 'B1', trackingId: null, row: 8 },
          { boxId: 'B2', trackingId: '400014700213', row: 10 },
        ],
      },
    })
  })

  test.each([
    ['another sheet name', [...head, ['B1']], 'Boxes', undefined],
    ['no shipment id', [...head.with(3, ['Shipment ID']), ['B1']], 'TrackingIDs', 'B4'],
    ['no headings', [...head.with(6, ['x']), ['B1']], 'TrackingIDs', 'B7'],
    ['no boxes', head, 'TrackingIDs', 'A8'],
    ['a number as box id', [...head, [12, 'x']], 'TrackingIDs', 'A8'],
    ['a tracking ID without a box', [...head, ['B1', 'x'], [null, 'y']], 'TrackingIDs', 'A9'],
  ])('refuses %s and names the cell', async (_, rows, name, cell) => {
    const problem = { kind: 'not-that-layout', ...(cell === undefined ? {} : { cell }) }
    expect(await read(rows, name)).toEqual({ ok: false, problem })
  })

  test('refuses a box id that stands twice', async () => {
    expect(await read([...head, ['B1'], ['B2'], ['B1']])).toEqual({
      ok: false,
      problem: { kind: 'duplicate-box', boxId: 'B1', cells: ['A8', 'A10'] },
    })
  })

  test('refuses what is no workbook', async () => {
    expect(await readTrackingWorkbook(Buffer.from('a,b'))).toEqual({
      ok: false,
      problem: { kind: 'unreadable-file', problem: { kind: 'damaged-zip' } },
    })
  })
})
