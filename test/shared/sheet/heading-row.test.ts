import { describe, expect, test } from 'vitest'
import { findTableHeading } from '../../../shared/domain/sheet/heading-row.ts'
import { readRowFacts } from '../../../shared/domain/sheet/sheet-facts.ts'
import { makeSheet, numberCell, type SheetCase } from './sheet-case.ts'

const find = ({ info, rows }: SheetCase) => findTableHeading(info, rows)

const blanks = (count: number) => Array.from({ length: count }, () => [''])

describe('the heading row', () => {
  test('is the one with most columns that the dictionary knows', () => {
    const table = find(
      makeSheet([
        ['货件清单'],
        ['客户', '渠道'],
        [],
        ['货件编号', '箱数', '仓库代码'],
        ['FBA19TB4K7Q2', 3, 'ONT8'],
      ]),
    )
    expect(table).toMatchObject({ firstRow: 4, lastRow: 4, headings: ['货件编号', '箱数', '仓库代码'] })
  })

  test('needs two of them', () => {
    expect(find(makeSheet([['货件编号', '我们的列', '别的列']]))).toBeNull()
    expect(find(makeSheet([['说明'], ['请按模板填写']]))).toBeNull()
  })

  test('of two alike is the one with more filled cells, then the upper one', () => {
    expect(find(makeSheet([['货件编号', '箱数'], [], ['货件编号', '箱数', '其他']]))?.lastRow).toBe(3)
    expect(find(makeSheet([['货件编号', '箱数'], [], ['货件编号', '箱数']]))?.lastRow).toBe(1)
  })

  test('is looked for among the first 60 rows', () => {
    expect(find(makeSheet([...blanks(59), ['货件编号', '箱数']]))?.lastRow).toBe(60)
    expect(find(makeSheet([...blanks(60), ['货件编号', '箱数']]))).toBeNull()
  })

  test('is no line of labels and values', () => {
    const table = find(
      makeSheet([
        ['FBA号', 'FBA19TB4K7Q2', '箱数', numberCell('20')],
        ['箱号', '重量'],
        ['1', 12],
      ]),
    )
    expect(table?.lastRow).toBe(2)
  })

  test('keeps the line breaks of a cell as blanks', () => {
    expect(find(makeSheet([['FBA\n号', '箱 数\r\n(CTN)']]))?.headings).toEqual(['FBA 号', '箱 数 (CTN)'])
  })
})

describe('a heading of two lines', () => {
  test('in two languages is joined', () => {
    const table = find(
      makeSheet([
        ['货件编号', '箱数', '备注'],
        ['FBA ID', 'CTNS', 'Remark'],
        ['FBA19TB4K7Q2', 3, ''],
      ]),
    )
    expect(table).toMatchObject({ firstRow: 1, lastRow: 2 })
    expect(table?.headings).toEqual(['货件编号 FBA ID', '箱数 CTNS', '备注 Remark'])
  })

  test('merged down is one heading', () => {
    const merges = [0, 1].map((column) => ({ top: 1, bottom: 2, left: column, right: column }))
    const table = find(
      makeSheet(
        [
          ['货件编号', '箱数', '外箱尺寸', null, null],
          [null, null, '长', '宽', '高'],
          ['FBA19TB4K7Q2', 3, 1, 2, 3],
        ],
        {
          merges: [...merges, { top: 1, bottom: 1, left: 2, right: 4 }],
        },
      ),
    )
    expect(table?.lastRow).toBe(2)
    expect(table?.meanings.map((meaning) => meaning?.field)).toEqual([
      'fbaId',
      'boxCount',
      'length',
      'width',
      'height',
    ])
  })

  test('under the name of a group is read together with it where that says more', () => {
    const table = find(
      makeSheet(
        [
          ['货件编号', '单箱', null, '总', null],
          [null, '毛重', '个数', '箱数', '体积'],
        ],
        {
          merges: [
            { top: 1, bottom: 2, left: 0, right: 0 },
            { top: 1, bottom: 1, left: 1, right: 2 },
            { top: 1, bottom: 1, left: 3, right: 4 },
          ],
        },
      ),
    )
    expect(table?.headings).toEqual(['货件编号', '单箱 毛重', '单箱 个数', '总 箱数', '总 体积'])
    expect(table?.meanings.map((meaning) => meaning?.field)).toEqual([
      'fbaId',
      'boxWeight',
      'units',
      'boxCount',
      'volume',
    ])
  })

  test('is not made of a heading and the first row of data, nor of a title and the heading', () => {
    const data = find(
      makeSheet([
        ['货件编号', '承运人'],
        ['待定', 'UPS'],
      ]),
    )
    expect(data).toMatchObject({ firstRow: 1, lastRow: 1 })
    const merges = [{ top: 1, bottom: 1, left: 0, right: 1 }]
    const title = find(
      makeSheet(
        [
          ['7 月发货', null],
          ['货件编号', '箱数'],
        ],
        { merges },
      ),
    )
    expect(title).toMatchObject({ firstRow: 2, lastRow: 2, headings: ['货件编号', '箱数'] })
  })
})

const readFacts = (...cells: (string | null)[]) =>
  readRowFacts(makeSheet([cells]).rows[0]!).map(({ field, value, cell }) => `${field} ${value} ${cell}`)

describe('a line outside the table', () => {
  test('says a fact by label and value in one cell', () => {
    expect(readFacts('货件编号：FBA19TB4K7Q2')).toEqual(['fbaId FBA19TB4K7Q2 A1'])
    expect(readFacts(null, '柜号 CNTR：QZXU2401090')).toEqual(['container QZXU2401090 B1'])
    expect(readFacts('预约时间: 2026-07-24 08:30')).toEqual(['appointmentTime 2026-07-24 08:30 A1'])
  })

  test('says several facts on several lines of a cell, and in several cells', () => {
    expect(readFacts('货件编号：FBA19TB4K7Q2\n参考号：2ABCDEF1', '仓库代码：ONT8')).toEqual([
      'fbaId FBA19TB4K7Q2 A1',
      'referenceId 2ABCDEF1 A1',
      'fc ONT8 B1',
    ])
  })

  test('says a fact by a label and the next filled cell', () => {
    expect(readFacts('Shipment ID', 'FBA19TB4K7Q2')).toEqual(['fbaId FBA19TB4K7Q2 B1'])
    expect(readFacts('收货地址/亚马逊仓库代码：', null, null, 'ONT8')).toEqual(['fc ONT8 D1'])
  })

  test('chooses between the meanings of a label by the value', () => {
    expect(readFacts('追踪编码：2ABCDEF1')).toEqual(['referenceId 2ABCDEF1 A1'])
    expect(readFacts('追踪编码：1ZA1B2C30300014703')).toEqual(['trackingId 1ZA1B2C30300014703 A1'])
  })

  test('says nothing where the value does not fit, is missing, or is another label', () => {
    expect(readFacts('货件编号：见附件')).toEqual([])
    expect(readFacts('货件编号：')).toEqual([])
    expect(readFacts('货件编号', '箱数', '仓库代码')).toEqual([])
    expect(readFacts('说明：请按模板填写')).toEqual([])
  })
})
