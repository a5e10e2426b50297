import { describe, expect, test } from 'vitest'
import { createShipmentGrouper } from '../../../shared/domain/sheet/group-shipments.ts'
import { emptyMemory } from '../../../shared/domain/sheet/sheet-layout.ts'
import { createSheetReader } from '../../../shared/domain/sheet/sheet-reader.ts'
import { listProblems, listTables, makeSheet, readFile } from './sheet-case.ts'

const boxIdsOf = (read: ReturnType<typeof readFile>): Record<string, (string | null)[]> =>
  Object.fromEntries(read.shipments.map(({ fbaId, boxes }) => [fbaId, boxes.map(({ boxId }) => boxId)]))

describe("Seller Central's shipment export", () => {
  const items = Array.from({ length: 3 }, (_, at) => [
    `SKU-${at}`,
    'Cup, blue',
    'B0TEST0000',
    'X00TEST000',
    'New',
    'None',
    '24',
    '12',
    '12',
  ])
  const sheet = makeSheet([
    ['Workflow name', 'wf0a1b2c3d', '', '', '', '', '', '', ''],
    ['Shipment ID', 'FBA15TB8M3X9', '', '', '', '', '', '', ''],
    ['Ship to', 'IND9', '', '', '', '', '', '', ''],
    ['Boxes', '2', '', '', '', '', '', '', ''],
    [],
    ['Individual units (2 boxes)'],
    'SKU,Title,ASIN,FNSKU,Condition,Prep type,Total units,Box 1 units,Box 2 units'.split(','),
    ...items,
    ['', '', '', '', '', '', 'Box ID', 'FBA15TB8M3X9U000022', 'FBA15TB8M3X9U000023'],
    ['', '', '', '', '', '', 'Box weight (lb):', '22.05', '44.1'],
  ])

  test('gives the authoritative box list, wherever it starts counting, with weights in kilograms', () => {
    const read = readFile(sheet)
    expect(read.shipments).toMatchObject([
      {
        fbaId: 'FBA15TB8M3X9',
        fc: 'IND9',
        boxes: [
          { boxId: 'FBA15TB8M3X9U000022', weightKg: 10.002 },
          { boxId: 'FBA15TB8M3X9U000023', weightKg: 20.003 },
        ],
      },
    ])
    expect(listTables(sheet).map(({ layout }) => [layout.shape, layout.headingRow])).toEqual([
      ['shipment-export', 7],
    ])
  })

  test('is understood as a whole, also when it is long and comes row by row', () => {
    const rows = makeSheet([
      ...sheet.rows.slice(0, 7).map(({ cells }) => cells),
      ...Array.from({ length: 900 }, () => items[0]!),
      ...sheet.rows.slice(-2).map(({ cells }) => cells),
    ])
    const grouper = createShipmentGrouper()
    const options = { firstIndex: 0, memory: emptyMemory, choices: [], grouper, info: rows.info }
    const reader = createSheetReader(options)
    for (const row of rows.rows) reader.add([row])
    expect(reader.finish(rows.info)[0]!.layout.shape).toBe('shipment-export')
    expect(grouper.finish().shipments[0]!.boxes).toHaveLength(2)
  })

  test('a damaged cell is named where it stands in the sheet', () => {
    const damaged = makeSheet([
      ...sheet.rows.slice(0, -2).map(({ cells }) => cells),
      ['', '', '', '', '', '', 'Box ID', 'FBA15TB8M3X9U000022', 'FBA15TB8M3X9U000023'],
      ['', '', '', '', '', '', 'Tracking ID', '1ZA1B2C30300014703', '4.00015E+11'],
    ])
    expect(listProblems(readFile(damaged))).toEqual(['I12 block scientific-notation'])
  })

  test('before Amazon has given box IDs it is a pack group, and nothing is imported from it', () => {
    const group = makeSheet([
      ['Pack group number', '1'],
      'SKU,Title,ASIN,FNSKU,UPC/EAN,Condition,Prep type,Quantity,Box 1 units'.split(','),
      items[0]!,
      ['', '', '', '', '', '', '', '', '', 'Box ID', 'To be assigned'],
      ['', '', '', '', '', '', '', '', '', 'Box name', 'P1 - B1'],
    ])
    expect(readFile(group).shipments).toEqual([])
    expect(listTables(group).map(({ layout }) => [layout.shape, layout.headingRow])).toEqual([
      ['pack-group', 2],
    ])
  })
})

test('boxes side by side are a box a column, block by block, each of the shipment named above it', () => {
  const sheet = makeSheet([
    ['货件编号：FBA19TB4K7Q2'],
    ['箱序', '1', '2', '3'],
    ['FBA箱号', 'FBA19TB4K7Q2U000001', 'FBA19TB4K7Q2U000002', 'FBA19TB4K7Q2U000003'],
    ['单箱毛重kg', 12, 12.5, 13],
    ['跟踪号', '1ZA1B2C30300014703', '1ZA1B2C30300014712', ''],
    [],
    ['货件编号：FBA19TB4K7Q3'],
    ['箱序', '1', '2'],
    ['FBA箱号', 'FBA19TB4K7Q3U000001', 'FBA19TB4K7Q3U000002'],
    ['单箱毛重kg', 9, 9.5],
  ])
  const read = readFile(sheet)
  expect(boxIdsOf(read)).toEqual({
    FBA19TB4K7Q2: ['FBA19TB4K7Q2U000001', 'FBA19TB4K7Q2U000002', 'FBA19TB4K7Q2U000003'],
    FBA19TB4K7Q3: ['FBA19TB4K7Q3U000001', 'FBA19TB4K7Q3U000002'],
  })
  expect(read.shipments[0]!.boxes.map(({ trackingId, weightKg }) => [trackingId, weightKg])).toEqual([
    ['1ZA1B2C30300014703', 12],
    ['1ZA1B2C30300014712', 12.5],
    [null, 13],
  ])
  expect(listTables(sheet).map(({ layout }) => layout.shape)).toEqual([
    'boxes-as-columns',
    'boxes-as-columns',
  ])
})

describe('several tables in a sheet', () => {
  const sheet = makeSheet([
    ['卡派'],
    ['FBA货件号', '仓库代码', '箱数'],
    ['FBA19TB4K7Q2', 'ONT8', 20],
    ['FBA19TB4K7Q3', 'LAX9', 12],
    ['合计', '', 32],
    [],
    ['派送方式：快递'],
    ['FBA箱号', '跟踪号', '毛重kg', '仓库代码'],
    ['FBA15TB8M3X9U000001', '1ZA1B2C30300014703', 12, 'IND9'],
    ['FBA箱号', '跟踪号', '毛重kg', '仓库代码'],
    ['FBA15TB8M3X9U000002', '1ZA1B2C30300014712', 12, 'IND9'],
  ])

  test('are each read by their own headings, and a heading printed again opens none', () => {
    const read = readFile(sheet)
    expect(listTables(sheet).map(({ layout, rows }) => [layout.shape, layout.headingRow, rows])).toEqual([
      ['per-shipment', 2, 7],
      ['per-box', 8, 4],
    ])
    expect(listTables(sheet).map(({ preview }) => preview.at(-1)!.row)).toEqual([7, 11])
    expect(boxIdsOf(read)).toEqual({
      FBA19TB4K7Q2: [],
      FBA19TB4K7Q3: [],
      FBA15TB8M3X9: ['FBA15TB8M3X9U000001', 'FBA15TB8M3X9U000002'],
    })
    expect(read.shipments.map(({ declaredBoxCount }) => declaredBoxCount)).toEqual([20, 12, undefined])
  })

  test('are found also where the first is longer than what is looked at before its rows are taken', () => {
    const rows = makeSheet([
      ['FBA箱号', '跟踪号'],
      ...Array.from({ length: 700 }, (_, at) => [`FBA15TB8M3X9U${String(at + 1).padStart(6, '0')}`, '']),
      ['FBA货件号', '仓库代码', '箱数'],
      ['FBA19TB4K7Q2', 'ONT8', 20],
    ])
    const grouper = createShipmentGrouper()
    const reader = createSheetReader({
      firstIndex: 3,
      memory: emptyMemory,
      choices: [],
      grouper,
      info: rows.info,
    })
    for (const row of rows.rows) reader.add([row])
    const tables = reader.finish(rows.info)
    expect(tables.map(({ index, layout, rows: count }) => [index, layout.shape, count])).toEqual([
      [3, 'per-box', 701],
      [4, 'per-shipment', 2],
    ])
    expect(grouper.finish().shipments.map(({ fbaId, fc }) => [fbaId, fc])).toEqual([
      ['FBA15TB8M3X9', undefined],
      ['FBA19TB4K7Q2', 'ONT8'],
    ])
  })
})

describe('a sheet of one shipment', () => {
  test('adds up what its goods lines count and weigh', () => {
    const sheet = makeSheet([
      ['货件编号', 'FBA19TB4K7Q2'],
      ['仓库代码', 'ONT8'],
      [],
      ['SKU', '中文品名', '箱数', '总重kg'],
      ['A-1', '杯', 5, 60],
      ['A-2', '碗', 7, 70.5],
    ])
    expect(listTables(sheet)[0]!.layout.shape).toBe('one-shipment')
    expect(readFile(sheet).shipments).toMatchObject([
      { fbaId: 'FBA19TB4K7Q2', fc: 'ONT8', declaredBoxCount: 12, grossWeightKg: 130.5, boxes: [] },
    ])
  })

  test('whose own total is another than the sum of its lines says so', () => {
    const sheet = makeSheet([
      ['货件编号', 'FBA19TB4K7Q2'],
      ['总箱数', 20],
      [],
      ['SKU', '中文品名', '箱数'],
      ['A-1', '杯', 5],
      ['A-2', '碗', 7],
    ])
    const read = readFile(sheet)
    expect(read.shipments[0]!.declaredBoxCount).toBe(20)
    expect(listProblems(read)).toEqual(['C5 warn box-count-differs'])
  })

  test('may have no table at all', () => {
    const sheet = makeSheet([['货件编号：FBA19TB4K7Q2'], ['仓库代码：ONT8', '箱数：20'], ['派送方式：卡派']])
    expect(readFile(sheet).shipments).toMatchObject([
      { fbaId: 'FBA19TB4K7Q2', fc: 'ONT8', declaredBoxCount: 20, roadMode: 'truck' },
    ])
  })

  test('an ID alone in a note is no shipment', () =>
    expect(readFile(makeSheet([['例如 货件编号：FBA19TB4K7Q2']])).shipments).toEqual([]))
})

describe('a known file that is no client sheet', () => {
  const worldShip = Array.from({ length: 3 }, (_, at) =>
    Array.from(
      { length: 22 },
      (_cell, column) =>
        (({ 0: 'N', 1: 'UPS Ground', 19: '1ZA1B2C30300014703' }) as Record<number, string>)[column] ??
        `v${at}`,
    ),
  )
  test.each([
    ['worldship', worldShip],
    [
      'appointments',
      [
        'Appointment ID,Appointment Reference Code,Destination FC,Status,Scheduled Time'.split(','),
        ['5012345685', 'ARC1', 'ONT8', 'Confirmed', '2026-07-24 08:30'],
      ],
    ],
    [
      'manifest',
      [
        [
          'Merchant SKU',
          'Quantity',
          'Units per box ',
          'Number of boxes',
          'Box length (in)',
          'Box weight (lb)',
        ],
        ['A-1', 24, 12, 2, 20, 22],
      ],
    ],
    [
      'carrier-list',
      [
        ['Master Tracking Number', 'Tracking Number', 'Weight', 'Service'],
        ['400014700213', '400014700213', 12, 'Ground'],
        ['400014700213', '400014700224', 12, 'Ground'],
      ],
    ],
    [
      'status-read-back',
      [
        'Shipment name,Shipment ID,Created,Last updated,Units expected,Status'.split(','),
        ['FBA (07/24)', 'FBA15TB8M3X9', '07/24', '07/25', '24', 'Shipped'],
      ],
    ],
  ])('%s is called by its name, asks nothing and gives no shipment', (shape, lines) => {
    const sheet = makeSheet(lines)
    const [table] = listTables(sheet)
    expect(table!.layout.shape).toBe(shape)
    expect(table!.layout.columns.filter(({ verdict }) => verdict === 'confirm')).toEqual([])
    expect(readFile(sheet).shipments).toEqual([])
  })
})

test("Seller Central's classic file names its boxes in its headings", () => {
  const sheet = makeSheet([
    ['Shipment ID', 'FBA15TB8M3X9'],
    ['Name', 'July'],
    ['Ship To', 'IND9'],
    [],
    [
      ...'Merchant SKU,Title,ASIN,FNSKU,external-id,Condition,Who will prep?,Prep Type,Who will label?,Shipped'.split(
        ',',
      ),
      'FBA15TB8M3X9U000001 - Unit Quantity',
      'FBA15TB8M3X9U000002 - Unit Quantity',
    ],
    ['A-1', 'Cup', 'B0TEST0000', 'X00TEST000', '--', 'New', '--', '--', '--', '24', '12', '12'],
  ])
  expect(listTables(sheet)[0]!.layout.shape).toBe('classic-shipment')
  expect(readFile(sheet).shipments).toMatchObject([
    {
      fbaId: 'FBA15TB8M3X9',
      fc: 'IND9',
      boxes: [{ boxId: 'FBA15TB8M3X9U000001' }, { boxId: 'FBA15TB8M3X9U000002' }],
    },
  ])
})

test('runs of unnamed boxes are as many boxes as their rows count', () => {
  const sheet = makeSheet([
    ['FBA货件号', '箱序', '箱数', '单箱毛重kg'],
    ['FBA19TB4K7Q2', '1-3', 3, 12],
    ['FBA19TB4K7Q2', '4-5', 2, 10],
    ['FBA19TB4K7Q3', '1-4', 5, 10],
  ])
  const read = readFile(sheet)
  expect(boxIdsOf(read)).toEqual({ FBA19TB4K7Q2: [null, null, null, null, null] })
  expect(listProblems(read)).toEqual(['B4 block range-count-differs'])
})
