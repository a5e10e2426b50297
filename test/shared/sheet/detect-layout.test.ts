import { describe, expect, test } from 'vitest'
import { applyColumnChoice } from '../../../shared/domain/sheet/column-choice.ts'
import { rememberLayout } from '../../../shared/domain/sheet/layout-memory.ts'
import type { RawCellValue } from '../../../shared/domain/sheet/raw-cell.ts'
import { detect, getColumn, makeSheet } from './sheet-case.ts'

const ids = ['FBA19TB4K7Q2', 'FBA19TB4K7Q3', 'FBA19TB4K7Q4']
const trackingIds = ['1ZA1B2C30300014703', '1ZA1B2C30300014712', '1ZA1B2C30300014721']
const boxIds = ['FBA19TB4K7Q2U000001', 'FBA19TB4K7Q2U000002', 'FBA19TB4K7Q2U000003']

type Column = [heading: string, ...cells: (RawCellValue | number)[]]

/** A sheet from its columns. */
const table = (...columns: Column[]) =>
  makeSheet(
    Array.from({ length: columns[0]!.length }, (_, row) => columns.map((column) => column[row] ?? null)),
  )

/** What becomes of one column beside a column of shipment IDs. */
const judge = (...column: Column) => {
  const layout = detect(table(['FBA号', ...ids], ['备注', 'a'], column))
  const { field, verdict, reason } = getColumn(layout, column[0])
  return [field, verdict, reason.kind]
}

describe('verdicts', () => {
  test('a column of consequence is known when heading and contents agree', () => {
    expect(judge('跟踪号', ...trackingIds)).toEqual(['trackingId', 'known', 'heading-and-contents'])
    expect(judge('仓库代码', 'ONT8', 'LGB8', 'CA-YVR4')).toEqual(['fc', 'known', 'heading-and-contents'])
  })

  test('the heading of a column of consequence is not enough', () => {
    expect(judge('跟踪号', null, '', '/')).toEqual(['trackingId', 'confirm', 'heading-only'])
    expect(judge('仓库代码', '洛杉矶', '长滩', '圣贝纳迪诺')).toEqual(['fc', 'confirm', 'contents-disagree'])
  })

  test('says how many cells agree', () => {
    const layout = detect(
      table(['FBA号', ...ids], ['箱数', 1, 2, 3], ['跟踪号', trackingIds[0]!, '已发', '已发']),
    )
    expect(getColumn(layout, '跟踪号').reason).toEqual({ kind: 'contents-disagree', passed: 1, of: 3 })
  })

  test('a tracking column full of damaged numbers is still known as one', () => {
    expect(judge('跟踪号', '4.00015E+11', '4.00015E+11', '4.00015E+11')).toEqual([
      'trackingId',
      'known',
      'heading-and-contents',
    ])
  })

  test('other columns are known by their heading', () => {
    expect(judge('承运人', null)).toEqual(['carrier', 'known', 'heading-only'])
    expect(judge('中文品名', '杯')).toEqual(['goods', 'known', 'contents-unchecked'])
  })

  test('only an empty column is said to have no contents to check', () => {
    for (const [heading, cell, field] of [
      ['板数', 2, 'palletCount'],
      ['体积', 1.2, 'volume'],
      ['派送方式', '卡派', 'mode'],
    ] as const) {
      expect(judge(heading, cell)).toEqual([field, 'known', 'contents-unchecked'])
      expect(judge(heading, null)).toEqual([field, 'known', 'heading-only'])
    }
  })

  test('a heading the dictionary does not have is kept as an extra', () => {
    expect(judge('内盒标签', 'x')).toEqual([null, 'extra', 'no-match'])
  })

  test('an unlabelled column of shipment or box IDs is offered for confirmation', () => {
    const layout = detect(table(['', ...ids], ['箱数', 1, 2, 3], ['毛重', 1, 2, 3]))
    expect(layout.columns[0]).toMatchObject({
      field: 'fbaId',
      verdict: 'confirm',
      reason: { kind: 'contents-only' },
    })
    expect(layout.shape).toBe('per-shipment')
  })

  test('shipment IDs under a heading of another meaning are found when no other column has them', () => {
    const layout = detect(table(['客户单号', ...ids], ['箱数', 1, 2, 3]))
    expect(getColumn(layout, '客户单号')).toMatchObject({ field: 'fbaId', verdict: 'confirm' })
  })

  test('bare shipment IDs under a box ID heading are shipment IDs, to be confirmed', () => {
    const layout = detect(table(['FBA箱号', ...ids], ['总箱数', 1, 2, 3]))
    expect(getColumn(layout, 'FBA箱号')).toMatchObject({ field: 'fbaId', verdict: 'confirm' })
    expect(layout.shape).toBe('per-shipment')
  })

  test('a field has one column, and the second that fits as well is asked about', () => {
    const layout = detect(
      table(['FBA号', ...ids], ['快递单号', ...trackingIds], ['转单号', ...trackingIds.toReversed()]),
    )
    expect(getColumn(layout, '快递单号')).toMatchObject({ field: 'trackingId', verdict: 'known' })
    expect(getColumn(layout, '转单号')).toMatchObject({
      field: null,
      verdict: 'confirm',
      reason: { kind: 'two-meanings', other: 'trackingId' },
    })
  })

  test('goods, dates and notes may have several columns', () => {
    const layout = detect(
      table(['FBA号', ...ids], ['中文品名', 'a'], ['英文品名', 'b'], ['ETD', 'c'], ['ETA', 'd']),
    )
    expect(layout.columns.map((column) => column.field)).toEqual(['fbaId', 'goods', 'goods', 'date', 'date'])
  })

  test('a last column without a heading holds notes', () => {
    const layout = detect(table(['FBA号', ...ids], ['箱数', 1, 2, 3], ['', '加急']))
    expect(layout.columns[2]).toMatchObject({ field: 'notes', verdict: 'known' })
  })
})

describe('traps are decided by contents', () => {
  test.each([
    ['追踪编码 of 8 characters', '追踪编码', ['2ABCDEF1', '3ABCDEF1', '4ABCDEF1'], 'referenceId'],
    ['追踪编码 of courier numbers', '追踪编码', trackingIds, 'trackingId'],
    ['货件追踪编号', '货件追踪编号', ['2ABCDEF1', '3ABCDEF1', '4ABCDEF1'], 'referenceId'],
    ['箱号 of box IDs', '箱号', boxIds, 'boxId'],
    ['箱号 of small numbers', '箱号', ['1', '2', '3'], 'boxSequence'],
    ['箱号 of containers', '箱号', ['QZXU2401090', 'QZXU2401090', 'QZXU2400149'], 'container'],
    ['子单号 of box IDs', '子单号', boxIds, 'boxId'],
    ['子单号 of courier numbers', '子单号', trackingIds, 'trackingId'],
    ['唛头 of box IDs', '唛头', boxIds, 'boxId'],
    ["唛头 of the client's own", '唛头', ['QD-01', 'QD-02', 'QD-03'], 'clientReference'],
    ['Shipment ID of box IDs', 'Shipment ID', boxIds, 'boxId'],
    ['客户订单号', '客户订单号', ['A1', 'A2', 'A3'], 'clientReference'],
    ['扩展单号 of box IDs', '扩展单号', boxIds, 'boxId'],
    ['运单号 of courier numbers', '运单号', trackingIds, 'trackingId'],
    ["运单号 of the forwarder's own", '运单号', ['QD01', 'QD02', 'QD03'], 'clientReference'],
    ['PO of 8 characters', 'PO', ['2ABCDEF1', '3ABCDEF1', '4ABCDEF1'], 'referenceId'],
    ['PO of orders', 'PO#', ['PO-118', 'PO-119', 'PO-120'], 'clientReference'],
    ['BOL List of BOL numbers', 'BOL List', ['BOL-1', 'BOL-2', 'BOL-3'], 'bol'],
    ['预约 of dates', '预约', ['2026-07-24', '2026-07-25', '2026-07-26'], 'appointmentTime'],
    ['预约 of digits', '预约', ['7040011223', '7040011224', '7040011225'], 'isa'],
    ['收件人邮编* of FC codes', '收件人邮编*', ['ONT8', 'LGB8', 'SBD1'], 'fc'],
    ['卡板 of numbers', '卡板', [1, 2, 3], 'palletCount'],
    ['卡板 of words', '卡板', ['地板', '托盘', '托盘'], 'loadType'],
  ] as const)('%s', (_what, heading, cells, field) => {
    expect(judge(heading, ...cells).slice(0, 2)).toEqual([field, 'known'])
  })

  test("a carrier's own numbers under Shipment ID are no shipment of Amazon's", () => {
    expect(judge('Shipment ID', 'S-1', 'S-2', 'S-3').slice(0, 2)).toEqual([null, 'extra'])
  })

  test('postcodes under 收件人邮编* are no FC', () => {
    expect(judge('收件人邮编*', '90210', '91761', '92408')).toEqual([null, 'extra', 'contents-disagree'])
  })

  test('all-digit numbers under 运单号 may be either: ask', () => {
    expect(judge('运单号', '400014700213', '400014700224', '400014700235')).toEqual([
      'clientReference',
      'confirm',
      'two-meanings',
    ])
  })

  test('all-digit orders of 8 digits under PO may be either: ask', () => {
    expect(judge('PO', '45001234', '45001235', '45001236')).toEqual([
      'referenceId',
      'confirm',
      'two-meanings',
    ])
  })

  test('an empty 追踪编码 may be either: ask', () => {
    expect(judge('追踪编码', null)).toEqual(['referenceId', 'confirm', 'two-meanings'])
  })

  test('BOL List of shipment IDs is the shipment column', () => {
    const layout = detect(table(['BOL List', ...ids], ['箱数', 1, 2, 3]))
    expect(getColumn(layout, 'BOL List')).toMatchObject({ field: 'fbaId', verdict: 'known' })
  })
})

describe('件数', () => {
  test('of shipments may be boxes or pieces: ask', () => {
    expect(judge('件数', 30, 40, 50)).toEqual(['boxCount', 'confirm', 'two-meanings'])
  })

  test('beside a column of box counts is pieces', () => {
    const layout = detect(table(['FBA号', ...ids], ['箱数', 1, 2, 3], ['件数', 30, 40, 50]))
    expect(getColumn(layout, '件数')).toMatchObject({ field: 'units', verdict: 'known' })
  })

  test('that agrees with the rows of boxes is boxes', () => {
    expect(getColumn(detect(table(['FBA箱号', ...boxIds], ['件数', 1, 1, 1])), '件数')).toMatchObject({
      field: 'boxCount',
      verdict: 'known',
    })
    expect(getColumn(detect(table(['FBA箱号', ...boxIds], ['件数', 3, 3, 3])), '件数').field).toBe('boxCount')
  })

  test('that does not is pieces', () => {
    expect(getColumn(detect(table(['FBA箱号', ...boxIds], ['件数', 24, 24, 12])), '件数').field).toBe('units')
  })
})

const judgeWeight = (...columns: Column[]) => {
  const { field, verdict } = getColumn(detect(table(['FBA号', ...ids], ...columns)), '重量')
  return [field, verdict]
}

describe('重量', () => {
  test('too heavy for a box is the weight of the row', () => {
    expect(judgeWeight(['箱数', 10, 20, 30], ['重量', 120, 250, 360])).toEqual(['weight', 'known'])
  })

  test('too light for so many boxes is the weight of one', () => {
    expect(judgeWeight(['箱数', 40, 60, 80], ['重量', 12, 12.5, 11])).toEqual(['boxWeight', 'known'])
  })

  test('in between is asked', () => {
    expect(judgeWeight(['箱数', 2, 2, 3], ['重量', 12, 24, 30])).toEqual(['weight', 'confirm'])
  })

  test('beside the total is that of a box if the count makes it so, and nothing of ours if not', () => {
    const counts: Column = ['箱数', 10, 20, 30]
    const totals: Column = ['总重KG', 120, 250, 330]
    expect(judgeWeight(counts, totals, ['重量', 12, 12.5, 11])).toEqual(['boxWeight', 'known'])
    expect(judgeWeight(counts, totals, ['重量', 3, 4, 5])).toEqual([null, 'extra'])
  })

  test('of a row that is a box is that of the box', () => {
    const layout = detect(table(['FBA箱号', ...boxIds], ['重量', 12, 12.5, 11]))
    expect(getColumn(layout, '重量')).toMatchObject({ field: 'weight', verdict: 'known' })
  })
})

describe('neighbours', () => {
  test('时间 is an appointment in a table of trips, else any date', () => {
    const times: Column = ['时间', '2026-07-24', '2026-07-25', '2026-07-26']
    expect(getColumn(detect(table(['FBA号', ...ids], ['车次', 'T1'], times)), '时间').field).toBe(
      'appointmentTime',
    )
    expect(getColumn(detect(table(['FBA号', ...ids], ['箱数', 1, 2, 3], times)), '时间').field).toBe('date')
  })

  test('供应商 is a carrier only in a table of trips', () => {
    expect(
      getColumn(detect(table(['FBA号', ...ids], ['车次', 'T1'], ['供应商', '北线车队'])), '供应商').field,
    ).toBe('carrier')
    expect(judge('供应商', '北线车队')).toEqual([null, 'extra', 'no-match'])
  })
})

describe('the shape', () => {
  test('box IDs make a row a box', () => {
    expect(detect(table(['FBA箱号', ...boxIds], ['重量', 1, 2, 3])).shape).toBe('per-box')
  })

  test('so do repeated shipment IDs with a number or a box name in each row', () => {
    const repeated: Column = ['FBA号', ids[0]!, ids[0]!, ids[0]!]
    expect(detect(table(repeated, ['跟踪号', ...trackingIds])).shape).toBe('per-box')
    expect(detect(table(repeated, ['箱号', '1', '2', '3'])).shape).toBe('per-box')
    expect(detect(table(repeated, ['品名', 'a', 'b', 'c'])).shape).toBe('per-shipment')
  })

  test('a row that counts several boxes is none', () => {
    const repeated: Column = ['FBA号', ids[0]!, ids[0]!, ids[0]!]
    expect(detect(table(repeated, ['跟踪号', ...trackingIds], ['箱数', 4, 5, 6])).shape).toBe('per-shipment')
  })

  test.each([
    ['instructions', [['填写说明'], ['1. 请勿修改表头'], ['2. 重量单位为 KG']]],
    [
      'a price list',
      [
        ['渠道', '目的地', '重量', '单价'],
        ['美森', '美西', '21KG+', '8.5'],
      ],
    ],
    ['an empty sheet', []],
    ['one line of prose', [['货件编号 箱数 等信息请见附件']]],
  ])('%s is nothing we import', (_what, lines) => {
    const layout = detect(makeSheet(lines))
    expect(layout.shape).toBe('none')
    expect(layout.missing).toContain('fbaId')
  })
})

describe('missing fields', () => {
  test('are those that neither a column nor a line above gives', () => {
    expect(detect(table(['FBA号', ...ids], ['箱数', 1, 2, 3])).missing).toEqual(['fc', 'mode'])
    const sheet = makeSheet([['仓库代码：ONT8'], ['派送方式：卡派'], ['FBA号', '箱数'], ['FBA19TB4K7Q2', 1]])
    expect(detect(sheet).missing).toEqual([])
  })

  test('in a table of boxes the box ID is one', () => {
    const layout = detect(table(['FBA号', ids[0]!, ids[0]!, ids[0]!], ['跟踪号', ...trackingIds]))
    expect(layout.missing).toEqual(['boxId', 'fc', 'mode'])
  })
})

const printHeadings = (...headings: string[]) =>
  detect(table(...headings.map((heading): Column => [heading, null]))).fingerprint

describe('the fingerprint', () => {
  test('is the same for the same headings whatever the data', () => {
    const one = detect(table(['FBA号 ', ...ids], ['箱数*', 1, 2, 3], ['', '加急']))
    const other = detect(table(['ＦＢＡ号', ids[2]!], ['箱 数', 9], ['', null]))
    expect(one.fingerprint).toBe(other.fingerprint)
  })

  test('differs when a column is added or moved', () => {
    expect(
      new Set([
        printHeadings('FBA号', '箱数'),
        printHeadings('箱数', 'FBA号'),
        printHeadings('FBA号', '', '箱数'),
      ]).size,
    ).toBe(3)
  })
})

const openSheet = () => table(['FBA号', ...ids], ['件数', 30, 40, 50], ['追踪编码', null], ['内盒标签', 'x'])

const openTwice = () => table(['FBA号', ...ids], ['批次', 'a'], ['批次', 'b'])

describe('memory', () => {
  test('a remembered layout makes its columns known', () => {
    const chosen = applyColumnChoice(applyColumnChoice(detect(openSheet()), 1, 'boxCount'), 2, 'trackingId')
    const again = detect(openSheet(), [rememberLayout(chosen)])
    expect(again.columns.map(({ field, verdict, reason }) => [field, verdict, reason.kind])).toEqual([
      ['fbaId', 'known', 'remembered'],
      ['boxCount', 'known', 'remembered'],
      ['trackingId', 'known', 'remembered'],
      [null, 'extra', 'remembered'],
    ])
  })

  test('a column remembered as an extra is not offered again', () => {
    const chosen = applyColumnChoice(detect(openSheet()), 1, null)
    expect(getColumn(detect(openSheet(), [rememberLayout(chosen)]), '件数').field).toBeNull()
  })

  test('contents are still looked at', () => {
    const memory = rememberLayout(detect(table(['FBA号', ...ids], ['跟踪号', ...trackingIds])))
    const layout = detect(table(['FBA号', ...ids], ['跟踪号', ...ids]), [memory])
    expect(getColumn(layout, '跟踪号')).toMatchObject({
      field: 'trackingId',
      verdict: 'confirm',
      reason: { kind: 'contents-disagree', passed: 0, of: 3 },
    })
  })

  test('a layout that has drifted leaves only the differing columns open', () => {
    const chosen = applyColumnChoice(detect(openSheet()), 1, 'boxCount')
    const drifted = table(['FBA号', ...ids], ['总件数', 30, 40, 50], ['件数', 30, 40, 50])
    const layout = detect(drifted, [rememberLayout(chosen)])
    expect(getColumn(layout, '件数')).toMatchObject({
      field: 'boxCount',
      verdict: 'known',
      reason: { kind: 'remembered' },
    })
    expect(getColumn(layout, '总件数').reason.kind).not.toBe('remembered')
  })

  test('the newest of several layouts counts', () => {
    const older = rememberLayout(applyColumnChoice(detect(openSheet()), 1, 'units'))
    const newer = rememberLayout(applyColumnChoice(detect(openSheet()), 1, 'boxCount'))
    expect(getColumn(detect(openSheet(), [newer, older]), '件数').field).toBe('boxCount')
  })

  test('columns of one name are told apart', () => {
    expect(detect(openTwice()).columns.map((column) => column.field)).toEqual([
      'fbaId',
      'clientReference',
      'clientReference',
    ])
    const chosen = applyColumnChoice(detect(openTwice()), 1, null)
    const [, first, second] = detect(openTwice(), [rememberLayout(chosen)]).columns
    expect([first?.field, second?.field]).toEqual([null, 'clientReference'])
  })
})

describe('choosing a column', () => {
  test('takes the field from the column that had it', () => {
    const layout = detect(table(['FBA号', ...ids], ['快递单号', ...trackingIds], ['转单号', ...trackingIds]))
    const chosen = applyColumnChoice(layout, 2, 'trackingId')
    expect(getColumn(chosen, '转单号')).toMatchObject({
      field: 'trackingId',
      verdict: 'known',
      reason: { kind: 'chosen' },
    })
    expect(getColumn(chosen, '快递单号')).toMatchObject({ field: null, verdict: 'extra' })
    expect(getColumn(layout, '快递单号').field).toBe('trackingId')
  })

  test('of the missing key makes a table of what was none', () => {
    const layout = detect(
      table(['单据', 'x1', 'x2', 'x3'], ['箱数', 1, 2, 3], ['仓库代码', 'ONT8', 'ONT8', 'ONT8']),
    )
    expect(layout).toMatchObject({ shape: 'none', missing: ['fbaId', 'mode'] })
    expect(applyColumnChoice(layout, 0, 'fbaId')).toMatchObject({ shape: 'per-shipment', missing: ['mode'] })
    expect(applyColumnChoice(layout, 0, 'boxId')).toMatchObject({ shape: 'per-box', missing: ['mode'] })
  })

  test('takes a table of boxes back to one of shipments when the box IDs are given up', () => {
    const layout = detect(table(['FBA号', ids[0]!, ids[0]!, ids[0]!], ['FBA箱号', ...boxIds]))
    expect(layout.shape).toBe('per-box')
    expect(applyColumnChoice(layout, 1, null).shape).toBe('per-shipment')
  })
})
