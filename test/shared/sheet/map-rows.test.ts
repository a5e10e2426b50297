import { describe, expect, test } from 'vitest'
import { createRowMapper } from '../../../shared/domain/sheet/map-rows.ts'
import { detect, makeSheet, numberCell, type SheetCase } from './sheet-case.ts'

const mapAll = (sheet: SheetCase) => {
  const map = createRowMapper(detect(sheet), sheet.info)
  return sheet.rows.map((row) => map(row))
}

const skips = (sheet: SheetCase) => mapAll(sheet).map((row) => ('skipped' in row ? row.skipped : 'data'))

/** One shipment row under the given headings. */
const mapOne = (cells: Record<string, Parameters<typeof makeSheet>[0][number][number]>) => {
  const sheet = makeSheet([
    ['FBA号', '备注', ...Object.keys(cells)],
    ['FBA19TB4K7Q2', '', ...Object.values(cells)],
  ])
  const row = mapAll(sheet)[1]!
  if ('skipped' in row) throw new Error('skipped')
  return row
}

const problemsOf = (cells: Parameters<typeof mapOne>[0]) =>
  mapOne(cells).problems.map((problem) => `${problem.level} ${problem.kind}`)

describe('lines that are no data', () => {
  test('blank rows, also with placeholders', () => {
    expect(skips(makeSheet([['FBA号', '箱数'], ['FBA19TB4K7Q2', 3], [], ['', null], ['/', '-']]))).toEqual([
      'heading',
      'data',
      'blank',
      'blank',
      'blank',
    ])
  })

  test('rows numbered beforehand and never filled in', () => {
    const sheet = makeSheet([
      ['序号', 'FBA号', '箱数'],
      ['1', 'FBA19TB4K7Q2', 3],
      ['2', '', ''],
      [3, null, null],
    ])
    expect(skips(sheet)).toEqual(['heading', 'data', 'blank', 'blank'])
  })

  test.each(['合计', '总计：', '小 计', 'Total', 'TOTALS', 'Grand Total', 'Sub-total', '共 20 箱'])(
    'the totals row %s',
    (word) => {
      const sheet = makeSheet([
        ['FBA号', '箱数', '仓库代码'],
        ['FBA19TB4K7Q2', 3, 'ONT8'],
        [word, 3],
        [null, 3, word],
      ])
      expect(skips(sheet)).toEqual(['heading', 'data', 'totals', 'totals'])
    },
  )

  test('a totals row is said with its cell', () => {
    const sheet = makeSheet(
      [
        ['FBA号', '箱数'],
        ['FBA19TB4K7Q2', 3],
        ['合计', 3],
      ],
      { name: '清单' },
    )
    expect(mapAll(sheet)[2]).toEqual({
      skipped: 'totals',
      problem: {
        kind: 'totals-row',
        level: 'notice',
        sheet: '清单',
        cell: 'A3',
        value: '合计',
        heading: 'FBA号',
      },
    })
  })

  test('tax, bank and remark lines behind the table', () => {
    const sheet = makeSheet([
      ['FBA号', '箱数', '仓库代码'],
      ['FBA19TB4K7Q2', 3, 'ONT8'],
      ['增值税', 12],
      ['开户行：示例银行，账号：6200000000000000', 'x'],
      [null, '以上货物请尽快派送'],
    ])
    expect(skips(sheet).slice(2)).toEqual(['totals', 'totals', 'totals'])
  })

  test('a heading printed again', () => {
    const sheet = makeSheet([
      ['FBA号', '箱数', '备注'],
      ['FBA19TB4K7Q2', 3, ''],
      ['FBA号', '箱数', '备注'],
      ['FBA19TB4K7Q3', 4, ''],
    ])
    expect(skips(sheet)).toEqual(['heading', 'data', 'heading', 'data'])
  })

  test('a row with a shipment ID is data whatever else it says', () => {
    const sheet = makeSheet([
      ['FBA号', '箱数', '备注'],
      ['FBA19TB4K7Q2', 3, '合计 3 托'],
      ['FBA19TB4K7Q', 4, 'Total'],
    ])
    expect(skips(sheet)).toEqual(['heading', 'data', 'data'])
  })
})

describe('damaged keys', () => {
  test.each([
    ['FBA19TB4K7Q', 'one-character-missing'],
    ['0714700213WFA', 'not-amazon'],
    ['IBR2401470021', 'not-amazon'],
    ['PO-118', 'not-an-fba-id'],
    ['4.00E+11', 'scientific-notation'],
    ['FBA19TB4K7Q2/FBA19TB4K7Q3', 'several-values'],
    ['FB\u041019TB4K7Q2', 'look-alike-letters'],
  ])('%j holds its row back: %s', (id, kind) => {
    const sheet = makeSheet([
      ['FBA号', '箱数'],
      ['FBA19TB4K7Q2', 3],
      ['FBA19TB4K7Q3', 3],
      [id, 3],
    ])
    expect(mapAll(sheet)[3]).toMatchObject({
      isHeld: true,
      fbaId: null,
      problems: [{ kind, level: 'block', cell: 'A4' }],
    })
  })

  test('a box ID that is none, or of a shipment with a character missing, holds its row back', () => {
    const boxes = ['FBA19TB4K7Q2U000001', 'FBA19TB4K7Q2U000002', 'FBA19TB4K7Q2U000003', 'FBA19TB4K7Q2U01']
    const sheet = makeSheet([['FBA箱号', '重量'], ...boxes.map((id) => [id, 3]), ['FBA19TB4K7QU000004', 3]])
    expect(mapAll(sheet).slice(4)).toMatchObject([
      { isHeld: true, boxId: null, problems: [{ kind: 'not-a-box-id' }] },
      { isHeld: true, boxId: null, problems: [{ kind: 'one-character-missing' }] },
    ])
  })

  test('any other damaged cell is left blank, and its row comes in', () => {
    const row = mapOne({ 跟踪号: '4.00015E+11', PRO号: '#N/A', 箱数: 'zwölf', 仓库代码: 'ONT8' })
    expect(row).toMatchObject({
      isHeld: false,
      fbaId: 'FBA19TB4K7Q2',
      trackingId: null,
      shipment: { fc: 'ONT8' },
    })
    expect(row.shipment).not.toHaveProperty('pro')
    expect(row.problems.map((problem) => `${problem.cell} ${problem.kind}`)).toEqual([
      'C2 scientific-notation',
      'D2 error-value',
      'E2 bad-number',
    ])
  })
})

describe("a shipment's cells", () => {
  test('modes, FC, carrier, status and numbers are read to their fields', () => {
    const row = mapOne({
      仓库代码: 'ca-yvr4 ',
      派送方式: 'LTL卡派',
      承运人: 'ＵＰＳ',
      货件状态: 'Ready to ship',
      箱数: '20箱',
      '总重(lb)': '100',
      预约号: 'ISA-7040011223',
      客户: '甲公司',
      批次号: numberCell('1001', '001001'),
    })
    expect(row.shipment).toEqual({
      fc: 'YVR4',
      amazonMode: 'LTL',
      roadMode: 'truck',
      carrierName: 'UPS',
      amazonStatus: 'READY_TO_SHIP',
      declaredBoxCount: 20,
      grossWeightKg: 45.359,
      isa: '7040011223',
      clientName: '甲公司',
      clientReference: '001001',
    })
  })

  test('the programme is read from the mode and from the carrier', () => {
    expect(mapOne({ 派送方式: 'LTL partnered' }).shipment.programme).toBe('partnered')
    expect(mapOne({ 承运人: '亚马逊合作承运人' }).shipment.programme).toBe('partnered')
    expect(mapOne({ 派送方式: '卡派' }).shipment).not.toHaveProperty('programme')
  })

  test('words that are no mode, FC or status of ours stay among the extras', () => {
    const row = mapOne({ 派送方式: '自提', 仓库代码: '洛杉矶', 状态: '已入仓' })
    expect(row.shipment).toEqual({})
    expect(row.extras).toEqual({ 派送方式: '自提', 仓库代码: '洛杉矶', 状态: '已入仓' })
    expect(problemsOf({ 派送方式: '自提', 仓库代码: '洛杉矶', 状态: '已入仓' })).toEqual([
      'warn unknown-mode',
      'warn unknown-fc',
    ])
  })

  test('placeholders are blank', () => {
    const row = mapOne({
      仓库代码: '待定',
      派送方式: '/',
      承运人: 'TBD',
      跟踪号: 'To be assigned',
      PRO号: '无',
      总重: '-',
    })
    expect(row).toMatchObject({ shipment: {}, trackingId: null, problems: [] })
  })

  test('notices name what was mended', () => {
    expect(problemsOf({ 跟踪号: '1Z A1B 2C3 03 0001 4703' })).toEqual(['notice cleaned'])
    expect(problemsOf({ PRO号: numberCell('240014707') })).toEqual(['notice leading-zero-lost'])
  })

  test('columns without a field of ours keep their text as stored, by heading', () => {
    expect(
      mapOne({ 内盒标签: ' Ａ１ ', 中文品名: '杯', ETD: { type: 'date', raw: '46227', shown: '2026-07-24' } })
        .extras,
    ).toEqual({
      内盒标签: ' Ａ１ ',
      中文品名: '杯',
      ETD: '2026-07-24',
    })
  })

  test('extras of one heading are told apart, and those without one named by their letters', () => {
    const sheet = makeSheet([
      ['FBA号', '箱数', '内盒', '内盒', '', '__proto__'],
      ['FBA19TB4K7Q2', 1, 'a', 'b', 'c', 'd'],
    ])
    expect(mapAll(sheet)[1]).toMatchObject({
      extras: { 内盒: 'a', '内盒 (2)': 'b', E: 'c', '__proto__ (2)': 'd' },
    })
  })

  test('a number shown in scientific notation is kept by its stored digits', () => {
    expect(mapOne({ 内盒标签: numberCell('400014700213', '4.00E+11') }).extras).toEqual({
      内盒标签: '400014700213',
    })
  })

  test('the weight of a box makes that of the shipment by the count', () => {
    expect(mapOne({ 箱数: 12, 单箱毛重: '10.55' })).toMatchObject({
      boxWeightKg: 10.55,
      shipment: { grossWeightKg: 126.6 },
    })
    expect(mapOne({ 箱数: 12, 单箱毛重: '10.55', 总重: 130 }).shipment.grossWeightKg).toBe(130)
  })
})

const boxLines = (heading: string) =>
  makeSheet([
    ['FBA箱号', '跟踪号', heading],
    ['FBA19TB4K7Q2U000001', '1ZA1B2C30300014703', 20],
  ])

describe('boxes', () => {
  test('weights are those of the box unless the heading says total', () => {
    expect(mapAll(boxLines('重量'))[1]).toMatchObject({ isBox: true, boxWeightKg: 20, shipment: {} })
    expect(mapAll(boxLines('总重量'))[1]).toMatchObject({
      isBox: true,
      boxWeightKg: null,
      shipment: { grossWeightKg: 20 },
    })
  })

  test('a row without box ID and number in a table of box IDs is no box', () => {
    const sheet = makeSheet([
      ['FBA号', 'FBA箱号', '跟踪号'],
      ['FBA19TB4K7Q2', 'FBA19TB4K7Q2U000001', '1ZA1B2C30300014703'],
      ['FBA19TB4K7Q3', 'To be assigned', ''],
    ])
    expect(mapAll(sheet).slice(1)).toMatchObject([{ isBox: true }, { isBox: false, fbaId: 'FBA19TB4K7Q3' }])
  })
})

const mergedLines = (...cells: (string | null)[]) => [
  ['FBA号', '仓库代码', '箱数', '箱号', '跟踪号'],
  ['FBA19TB4K7Q2', 'ONT8', 3, '1', cells[0] ?? null],
  [null, null, null, '2', cells[1] ?? null],
  [null, null, null, '3', cells[2] ?? null],
  [null, null, null, '4', null],
]

const mergeRows = (column: number) => ({ top: 2, bottom: 4, left: column, right: column })

describe('merged cells', () => {
  const trackingIds = ['1ZA1B2C30300014703', '1ZA1B2C30300014712', '1ZA1B2C30300014721']

  test('the names of a group are copied down, its quantities are not', () => {
    const sheet = makeSheet(mergedLines(...trackingIds), { merges: [0, 1, 2].map(mergeRows) })
    expect(mapAll(sheet).slice(1)).toMatchObject([
      { fbaId: 'FBA19TB4K7Q2', shipment: { fc: 'ONT8', declaredBoxCount: 3 } },
      { fbaId: 'FBA19TB4K7Q2', shipment: { fc: 'ONT8' } },
      { fbaId: 'FBA19TB4K7Q2', shipment: { fc: 'ONT8' } },
      { fbaId: null },
    ])
    expect(mapAll(sheet)[2]).not.toHaveProperty('shipment.declaredBoxCount')
  })

  test('without a merge nothing is copied', () => {
    const sheet = makeSheet(mergedLines(...trackingIds))
    expect(mapAll(sheet).slice(2)).toMatchObject([{ fbaId: null }, { fbaId: null }, { fbaId: null }])
  })

  test('one tracking ID merged over several boxes is spread over none of them', () => {
    const sheet = makeSheet(mergedLines(trackingIds[0]!), { merges: [0, 1, 4].map(mergeRows) })
    expect(mapAll(sheet).slice(1, 4)).toMatchObject([
      {
        trackingId: null,
        extras: { 跟踪号: trackingIds[0] },
        problems: [{ kind: 'duplicate-tracking-id', cell: 'E2' }],
      },
      { trackingId: null, problems: [] },
      { trackingId: null, problems: [] },
    ])
  })

  test('a damaged name is said once, and holds the whole group back', () => {
    const [heading, first, ...rest] = mergedLines(...trackingIds)
    const sheet = makeSheet(
      [heading!, ['FBA19TB4K7Q', ...first!.slice(1)], ...rest, ['FBA19TB4K7Q3', 'ONT8', 1, '1', null]],
      {
        merges: [0, 1, 2].map(mergeRows),
      },
    )
    const rows = mapAll(sheet).slice(1, 4)
    expect(rows.map((row) => 'isHeld' in row && row.isHeld)).toEqual([true, true, true])
    expect(rows.flatMap((row) => ('problems' in row ? row.problems : []))).toMatchObject([
      { kind: 'one-character-missing', cell: 'A2' },
    ])
  })
})
