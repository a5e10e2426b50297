import { describe, expect, test } from 'vitest'
import { createShipmentGrouper } from '../../../shared/domain/sheet/group-shipments.ts'
import { listProblems, makeSheet, readFile } from './sheet-case.ts'

const box = (at: number, shipment = 'FBA19TB4K7Q2') => `${shipment}U${String(at).padStart(6, '0')}`
const tracking = (at: number) => `1ZA1B2C3030001${String(4000 + at)}`

describe('a row finds its shipment', () => {
  test('by its own ID, else by its box ID', () => {
    const { shipments } = readFile(
      makeSheet([
        ['FBA号', 'FBA箱号', '跟踪号'],
        ['FBA19TB4K7Q2', box(1), tracking(1)],
        [null, box(2), tracking(2)],
        [null, box(1, 'FBA19TB4K7Q3'), tracking(3)],
      ]),
    )
    expect(shipments.map(({ fbaId, boxes }) => [fbaId, boxes.length])).toEqual([
      ['FBA19TB4K7Q2', 2],
      ['FBA19TB4K7Q3', 1],
    ])
  })

  test('else by the line above the table', () => {
    const { shipments } = readFile(
      makeSheet([['货件编号：FBA19TB4K7Q2'], ['箱号', '跟踪号'], ['1', tracking(1)], ['2', tracking(2)]]),
    )
    expect(shipments).toMatchObject([{ fbaId: 'FBA19TB4K7Q2', boxes: [{ trackingId: tracking(1) }, {}] }])
  })

  test('and is held back when there is none', () => {
    const read = readFile(
      makeSheet(
        [
          ['FBA号', '箱数', '仓库代码'],
          ['FBA19TB4K7Q2', 3, 'ONT8'],
          [null, 4, 'LGB8'],
        ],
        { name: '清单' },
      ),
    )
    expect(read.counts).toEqual({ rows: 2, blank: 0, totals: 0, held: 1 })
    expect(read.problems).toEqual([
      { kind: 'no-shipment-for-row', level: 'block', sheet: '清单', cell: 'A3', value: '', heading: 'FBA号' },
    ])
  })

  test('is never found by row number: sheets in another order give the same boxes', () => {
    const shipments = makeSheet([
      ['FBA号', '仓库代码', '箱数'],
      ['FBA19TB4K7Q2', 'ONT8', 1],
      ['FBA19TB4K7Q3', 'LGB8', 1],
    ])
    const boxes = makeSheet([
      ['FBA箱号', '跟踪号'],
      [box(1, 'FBA19TB4K7Q3'), tracking(3)],
      [box(1), tracking(2)],
    ])
    const expected = [
      { fbaId: 'FBA19TB4K7Q2', fc: 'ONT8', boxes: [{ boxId: box(1), trackingId: tracking(2) }] },
      {
        fbaId: 'FBA19TB4K7Q3',
        fc: 'LGB8',
        boxes: [{ boxId: box(1, 'FBA19TB4K7Q3'), trackingId: tracking(3) }],
      },
    ]
    expect(readFile(shipments, boxes).shipments).toMatchObject(expected)
    expect(readFile(boxes, shipments).shipments).toMatchObject(expected.toReversed())
  })
})

describe('shipments over several rows and sheets', () => {
  test('keep the order in which the file names them, and the place of the first row', () => {
    const { shipments } = readFile(
      makeSheet([
        ['FBA号', '箱数'],
        ['FBA19TB4K7Q3', 1],
        ['FBA19TB4K7Q2', 2],
      ]),
      makeSheet([
        ['FBA号', '仓库代码'],
        ['FBA19TB4K7Q4', 'ONT8'],
        ['FBA19TB4K7Q2', 'ONT8'],
      ]),
    )
    expect(shipments.map(({ fbaId, place }) => [fbaId, place])).toEqual([
      ['FBA19TB4K7Q3', { sheet: 0, row: 2 }],
      ['FBA19TB4K7Q2', { sheet: 0, row: 3 }],
      ['FBA19TB4K7Q4', { sheet: 1, row: 2 }],
    ])
    expect(shipments[1]).toMatchObject({ declaredBoxCount: 2, fc: 'ONT8' })
  })

  test('of two values for one field the first stands and the second is said', () => {
    const read = readFile(
      makeSheet([
        ['FBA号', '仓库代码', '派送方式'],
        ['FBA19TB4K7Q2', 'ONT8', '卡派'],
      ]),
      makeSheet([
        ['FBA号', '目的仓', '渠道'],
        ['FBA19TB4K7Q2', 'LGB8', '快递'],
      ]),
    )
    expect(read.shipments).toMatchObject([{ fc: 'ONT8', roadMode: 'truck' }])
    expect(read.problems.map(({ kind, level, cell, value }) => [kind, level, cell, value])).toEqual([
      ['conflicting-values', 'warn', 'B2', 'LGB8'],
      ['conflicting-values', 'warn', 'C2', 'parcel'],
    ])
  })

  test('notes add up', () => {
    const read = readFile(
      makeSheet([
        ['FBA号', '箱数', '备注'],
        ['FBA19TB4K7Q2', 2, '打托'],
        ['FBA19TB4K7Q2', 2, '换标'],
        ['FBA19TB4K7Q2', 2, '打托'],
      ]),
    )
    expect(read.shipments[0]?.note).toBe('打托\n换标')
    expect(read.problems).toEqual([])
  })

  test('a line above the table fills only what no row says', () => {
    const { shipments, problems } = readFile(
      makeSheet([
        ['仓库代码：ONT8', '派送方式：卡派', '箱数：9'],
        ['FBA号', '仓库', '毛重'],
        ['FBA19TB4K7Q2', null, 100],
        ['FBA19TB4K7Q3', 'LGB8', 200],
      ]),
    )
    expect(shipments.map(({ fc, roadMode }) => [fc, roadMode])).toEqual([
      ['ONT8', 'truck'],
      ['LGB8', 'truck'],
    ])
    expect(shipments[0]).not.toHaveProperty('declaredBoxCount')
    expect(problems).toEqual([])
  })

  test('extras named like members of every object are kept', () => {
    const { shipments } = readFile(
      makeSheet([
        ['FBA号', '箱数', 'toString'],
        ['FBA19TB4K7Q2', 1, 'x'],
      ]),
    )
    expect(Object.entries(shipments[0]!.extras)).toEqual([['toString', 'x']])
  })
})

const boxSheet = (...rows: (string | null)[][]) => makeSheet([['FBA箱号', '跟踪号'], ...rows])

describe('boxes', () => {
  test('stand in the order of the file', () => {
    const { shipments } = readFile(boxSheet([box(3), null], [box(1), null], [box(2), null]))
    expect(shipments[0]?.boxes.map((each) => each.boxId)).toEqual([box(3), box(1), box(2)])
  })

  test('a box of another shipment than its row says is held back', () => {
    const read = readFile(
      makeSheet([
        ['FBA号', 'FBA箱号'],
        ['FBA19TB4K7Q2', box(1)],
        ['FBA19TB4K7Q2', box(2)],
        ['FBA19TB4K7Q2', box(1, 'FBA19TB4K7Q3')],
      ]),
    )
    expect(read.shipments).toMatchObject([{ fbaId: 'FBA19TB4K7Q2', boxes: [{}, {}] }])
    expect(listProblems(read)).toEqual(['B4 block box-of-another-shipment'])
    expect(read.counts.held).toBe(1)
  })

  test('an older shipment ID is not taken for the beginning of a longer one', () => {
    const read = readFile(
      makeSheet([
        ['FBA号', 'FBA箱号'],
        ['FBA19TB4K7', 'FBA19TB4K7U1U000001'],
      ]),
    )
    expect(listProblems(read)).toEqual(['B2 block box-of-another-shipment'])
  })

  test('a box twice with two numbers keeps the first, and the second row is held back', () => {
    const read = readFile(boxSheet([box(1), tracking(1)], [box(2), tracking(2)], [box(1), tracking(3)]))
    expect(read.shipments[0]?.boxes.map((each) => each.trackingId)).toEqual([tracking(1), tracking(2)])
    expect(listProblems(read)).toEqual(['A4 block duplicate-box-id'])
    expect(read.counts.held).toBe(1)
  })

  test('a box twice with nothing new is one box, and said', () => {
    const read = readFile(boxSheet([box(1), tracking(1)], [box(2), tracking(2)], [box(1), null]))
    expect(read.shipments[0]?.boxes).toHaveLength(2)
    expect(listProblems(read)).toEqual(['A4 warn duplicate-box-id'])
  })

  test('a box of several goods has a row for each of them', () => {
    const read = readFile(
      makeSheet([
        ['FBA箱号', 'SKU', '重量'],
        [box(1), 'A', 12],
        [box(1), 'B', null],
        [box(2), 'A', 11],
      ]),
    )
    expect(read.shipments[0]?.boxes.map((each) => each.weightKg)).toEqual([12, 11])
    expect(read.problems).toEqual([])
  })

  test('another sheet adds to a box, and a number that differs is said', () => {
    const read = readFile(
      makeSheet([
        ['FBA箱号', '重量'],
        [box(1), 12],
        [box(2), 11],
      ]),
      boxSheet([box(2), tracking(2)], [box(1), tracking(1)]),
      boxSheet([box(1), tracking(9)]),
    )
    expect(read.shipments[0]?.boxes).toMatchObject([
      { boxId: box(1), trackingId: tracking(1), weightKg: 12, place: { sheet: 0, row: 2 } },
      { boxId: box(2), trackingId: tracking(2), weightKg: 11, place: { sheet: 0, row: 3 } },
    ])
    expect(listProblems(read)).toEqual(['B2 warn conflicting-values'])
  })

  test('one number on several boxes is said once', () => {
    const read = readFile(boxSheet([box(1), tracking(1)], [box(2), tracking(1)], [box(3), tracking(1)]))
    expect(listProblems(read)).toEqual(['B3 warn duplicate-tracking-id'])
    expect(read.shipments[0]?.boxes.every((each) => each.trackingId === tracking(1))).toBe(true)
  })

  test('a count that differs from the boxes is said where it stands', () => {
    const read = readFile(
      makeSheet([
        ['FBA号', '箱数', '仓库代码'],
        ['FBA19TB4K7Q2', 3, 'ONT8'],
      ]),
      boxSheet([box(1), null], [box(2), null]),
    )
    expect(read.shipments[0]).toMatchObject({ declaredBoxCount: 3, boxes: [{}, {}] })
    expect(listProblems(read)).toEqual(['B2 warn box-count-differs'])
  })

  test('a count of 1 in the row of each box counts that box', () => {
    const read = readFile(
      makeSheet([
        ['FBA箱号', '箱数'],
        [box(1), 1],
        [box(2), 1],
      ]),
    )
    expect(read.shipments[0]).not.toHaveProperty('declaredBoxCount')
    expect(read.problems).toEqual([])
  })
})

const shipmentSheet = (...rows: (string | number | null)[][]) =>
  makeSheet([['FBA号', '箱数', '跟踪号'], ...rows])

describe('tracking IDs of shipments', () => {
  test('the number of an only box goes on the box that another sheet lists', () => {
    const read = readFile(
      shipmentSheet(['FBA19TB4K7Q2', 1, tracking(1)], ['FBA19TB4K7Q3', 5, tracking(2)]),
      makeSheet([
        ['FBA箱号', '重量'],
        [box(1), 12],
      ]),
    )
    expect(read.shipments[0]?.boxes).toMatchObject([{ boxId: box(1), trackingId: tracking(1), weightKg: 12 }])
    expect(read.problems).toEqual([])
  })

  test('several numbers of one shipment are masters, all kept beside', () => {
    const { shipments } = readFile(
      shipmentSheet(
        ['FBA19TB4K7Q2', 5, tracking(1)],
        ['FBA19TB4K7Q2', 5, tracking(2)],
        ['FBA19TB4K7Q3', 1, tracking(3)],
      ),
    )
    expect(shipments[0]).toMatchObject({ boxes: [], extras: { 跟踪号: `${tracking(1)} / ${tracking(2)}` } })
  })

  test('a number for an only box that has another is said', () => {
    const read = readFile(
      shipmentSheet(['FBA19TB4K7Q2', 1, tracking(1)]),
      makeSheet([
        ['FBA箱号', '跟踪号'],
        [box(1), tracking(2)],
      ]),
    )
    expect(read.shipments[0]?.boxes).toMatchObject([{ trackingId: tracking(2) }])
    expect(listProblems(read)).toEqual(['C2 warn conflicting-values'])
  })
})

const readNumbers = (...numbers: string[]) =>
  readFile(makeSheet([['FBA箱号', '跟踪号'], ...numbers.map((number, at) => [box(at + 1), number])]))

describe('numbers whose tail a spreadsheet has lost', () => {
  test('are taken away when several of one length end in zeros', () => {
    const file = readNumbers('927480000000000100', '927480000000000000', '927480123456789000')
    expect(file.shipments[0]?.boxes.map((each) => each.trackingId)).toEqual([
      '927480000000000100',
      null,
      null,
    ])
    expect(listProblems(file)).toEqual(['B3 block zeroed-tail', 'B4 block zeroed-tail'])
  })

  test('one alone may be genuine, and so may a few among many', () => {
    expect(readNumbers('927480000000000000', '927480123456789123').problems).toEqual([])
    const many = Array.from({ length: 10 }, (_, at) => `92748000000000${at}12`)
    expect(readNumbers('92748000000001000', '92748000000002000', ...many).problems).toEqual([])
  })

  test('of 16 digits only when all of them end in a zero', () => {
    expect(readNumbers('4000147002130010', '4000147002130020', '4000147002130031').problems).toEqual([])
    expect(readNumbers('4000147002130010', '4000147002130020').problems).toHaveLength(2)
  })
})

test('skipped rows are only counted', () => {
  const grouper = createShipmentGrouper()
  grouper.add(0, { skipped: 'blank' })
  grouper.add(0, { skipped: 'heading' })
  expect(grouper.finish()).toEqual({
    shipments: [],
    problems: [],
    counts: { rows: 0, blank: 1, totals: 0, held: 0 },
  })
})
