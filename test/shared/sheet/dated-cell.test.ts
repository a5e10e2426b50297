import { describe, expect, test } from 'vitest'
import { getDatedTarget, readDatedCell, type DatedTarget } from '../../../shared/domain/sheet/dated-cell.ts'
import type { RawCellValue } from '../../../shared/domain/sheet/raw-cell.ts'
import { dateCell, makeSheet, numberCell, readFile } from './sheet-case.ts'

const read = (target: DatedTarget, cell: RawCellValue, isDate1904 = false) =>
  readDatedCell(target, cell, isDate1904)

describe('a heading says which day it means', () => {
  test.each([
    ['ETA', 'etaOn'],
    ['预计到港时间', 'etaOn'],
    ['Created', 'createdOn'],
    ['货件创建日期', 'createdOn'],
    ['送达时间', 'deliveredOn'],
    ['最早派送时间', 'windowFrom'],
    ['delivery window end', 'windowTo'],
    ['CRDD', 'window'],
    ['ETA (LA)', 'etaOn'],
  ])('%s', (heading, target) => expect(getDatedTarget('date', heading)).toBe(target))

  test.each(['发货日期', 'ETD', '开船时间', '入仓时间（海外仓）', '时间'])('%s leaves it open', (heading) =>
    expect(getDatedTarget('date', heading)).toBeNull(),
  )
})

describe('a cell of dates', () => {
  test('as Excel shows it', () => {
    expect(read('etaOn', dateCell('46227', '2026-07-24'))).toEqual({
      values: { etaOn: '2026-07-24' },
      issue: null,
    })
    expect(read('appointmentAt', dateCell('46227.354166', '2026-07-24T08:30:00')).values).toEqual({
      appointmentAt: '2026-07-24T08:30',
    })
  })

  test('as the bare number that Excel counts, by the calendar of its workbook', () => {
    // 2026-07-24 is day 46227 since 1899-12-30 and 1,462 fewer since 1904.
    expect(read('etaOn', numberCell('46227')).values).toEqual({ etaOn: '2026-07-24' })
    expect(read('etaOn', numberCell('44765'), true).values).toEqual({ etaOn: '2026-07-24' })
    expect(read('appointmentAt', numberCell('46227.354166666664')).values).toEqual({
      appointmentAt: '2026-07-24T08:30',
    })
    expect(read('etaOn', numberCell('20260724')).values).toEqual({ etaOn: '2026-07-24' })
  })

  test('one day asked for is the whole window', () =>
    expect(read('window', '11/15/2026').values).toEqual({ windowFrom: '2026-11-15', windowTo: '2026-11-15' }))

  const keptAs = (kind: string, level = 'warn') => ({ values: {}, issue: { kind, level }, isExtra: true })

  test('an appointment without a time is a problem, and kept as text', () => {
    expect(read('appointmentAt', '2026-07-24')).toEqual(keptAs('day-without-time'))
    expect(read('appointmentAt', dateCell('46227', '2026-07-24'))).toEqual(keptAs('day-without-time'))
    expect(read('appointmentAt', numberCell('46227'))).toEqual(keptAs('day-without-time'))
    expect(read('windowFrom', '2026-07-24').issue).toBeNull()
  })

  test.each(['11-27', '27/11', '11月27日 14:30'])(
    'a day without a year is a problem, not the nearest such day: %s',
    (text) => {
      expect(read('etaOn', text)).toEqual(keptAs('date-without-year'))
      expect(read('appointmentAt', text)).toEqual(keptAs('date-without-year'))
    },
  )

  test('also where Excel took it for a number', () =>
    expect(read('etaOn', numberCell('11.27'))).toEqual(keptAs('date-without-year')))

  test.each(['2026-07-24 ~ 2026-07-26', '7/24 或 7/25', 'week 30'])(
    'what cannot be read as a date is a problem: %s',
    (text) => expect(read('etaOn', text)).toEqual(keptAs('unreadable-date')),
  )

  test('as is a number that counts no day, and an error of Excel', () => {
    expect(read('etaOn', numberCell('7'))).toEqual(keptAs('unreadable-date'))
    expect(read('etaOn', { type: 'boolean', raw: '1', shown: 'TRUE' })).toEqual(keptAs('unreadable-date'))
    expect(read('etaOn', { type: 'error', raw: '#REF!' })).toEqual(keptAs('error-value'))
    expect(read('etaOn', '#N/A')).toEqual(keptAs('error-value'))
  })

  test('what two days could be is a problem, and kept as text', () => {
    expect(read('etaOn', '07/08/2026')).toEqual({
      values: {},
      issue: { kind: 'ambiguous-date', level: 'warn' },
      isExtra: true,
    })
    expect(read('etaOn', '2026-02-30').issue).toEqual({ kind: 'impossible-date', level: 'warn' })
  })

  test('words without a digit are kept with a notice, a placeholder says nothing', () => {
    expect(read('etaOn', '船期未定')).toEqual(keptAs('unreadable-date', 'notice'))
    expect(read('etaOn', '待定')).toEqual({ values: {}, issue: null })
  })

  test('a site is one country, or stays text', () => {
    expect(read('marketplace', '德国站').values).toEqual({ marketplace: 'DE' })
    expect(read('marketplace', 'Amazon.co.uk').values).toEqual({ marketplace: 'UK' })
    expect(read('marketplace', '北美')).toEqual({ values: {}, issue: null, isExtra: true })
  })

  test('pallets are whole', () => {
    expect(read('palletCount', '12板').values).toEqual({ palletCount: 12 })
    expect(read('palletCount', '12.5')).toMatchObject({ values: {}, isExtra: true })
  })
})

describe('a client’s list with days', () => {
  const headings = [
    'FBA号',
    '创建时间',
    'ETA',
    '预约时间',
    '最早派送时间',
    '最晚派送时间',
    '板数',
    '发货日期',
    '仓库代码',
    '派送方式',
    '箱数',
  ]
  const sheet = makeSheet([
    headings,
    [
      'FBA19TB4K7Q2',
      '2026-07-01 10:00',
      '2026/7/20',
      '07/24/2026 07:00 PDT',
      '2026-07-22',
      '2026-07-29',
      4,
      '2026-06-30',
      'ONT8',
      'LTL',
      9,
    ],
    ['FBA19TB4K7Q3', '2026-07-01', '07/08/2026', 'ASAP', '', '', '', '2026-06-30', 'ONT8', 'LTL', 9],
  ])

  test('gives every day its field; what is not clear stands in the extras, its problem at its cell', () => {
    const { shipments, problems } = readFile(sheet)
    expect(shipments).toMatchObject([
      {
        createdOn: '2026-07-01',
        etaOn: '2026-07-20',
        appointmentAt: '2026-07-24T07:00',
        windowFrom: '2026-07-22',
        windowTo: '2026-07-29',
        palletCount: 4,
        extras: { 发货日期: '2026-06-30' },
      },
      { createdOn: '2026-07-01', extras: { ETA: '07/08/2026', 预约时间: 'ASAP', 发货日期: '2026-06-30' } },
    ])
    expect(shipments[0]!.extras).not.toHaveProperty('ETA')
    expect(shipments[1]).not.toHaveProperty('etaOn')
    expect(problems).toMatchObject([
      { kind: 'ambiguous-date', level: 'warn', cell: 'C3', value: '07/08/2026', heading: 'ETA' },
      { kind: 'unreadable-date', level: 'notice', cell: 'D3', value: 'ASAP', heading: '预约时间' },
    ])
  })

  test('says of a day without a year or a time where it stands, and keeps its text', () => {
    const { shipments, problems } = readFile(
      makeSheet([
        ['FBA号', 'ETA', '预约时间', '仓库代码', '派送方式'],
        ['FBA19TB4K7Q2', '11-27', '2026-11-28', 'ONT8', 'LTL'],
      ]),
    )
    expect(shipments).toMatchObject([{ extras: { ETA: '11-27', 预约时间: '2026-11-28' } }])
    expect(problems).toMatchObject([
      {
        kind: 'date-without-year',
        level: 'warn',
        sheet: 'Sheet1',
        cell: 'B2',
        value: '11-27',
        heading: 'ETA',
      },
      { kind: 'day-without-time', level: 'warn', cell: 'C2', value: '2026-11-28', heading: '预约时间' },
    ])
  })

  test('says it once of a line above the table, however many blocks it speaks of', () => {
    const { shipments, problems } = readFile(
      makeSheet([
        ['预约时间：', '11-27 14:30'],
        ['FBA号：', 'FBA19TB4K7Q2'],
        ['箱号', '重量'],
        ['FBA19TB4K7Q2U000001', 12],
        ['FBA号：', 'FBA19TB4K7Q3'],
        ['FBA19TB4K7Q3U000001', 12],
      ]),
    )
    expect(shipments.map(({ fbaId, extras }) => [fbaId, extras])).toEqual([
      ['FBA19TB4K7Q2', { '预约时间：': '11-27 14:30' }],
      ['FBA19TB4K7Q3', { '预约时间：': '11-27 14:30' }],
    ])
    expect(problems).toMatchObject([
      { kind: 'date-without-year', level: 'warn', cell: 'B1', value: '11-27 14:30', heading: '预约时间：' },
    ])
  })

  test('rows of one shipment that name two days are a problem at the second one’s own cell', () => {
    const { problems } = readFile(
      makeSheet([
        ['FBA号', '发货日期', 'ETA', '仓库代码', '派送方式'],
        ['FBA19TB4K7Q2', '2026-06-30', '2026-07-20', 'ONT8', 'LTL'],
        ['FBA19TB4K7Q2', '2026-06-30', '2026-07-21', 'ONT8', 'LTL'],
      ]),
    )
    expect(problems).toMatchObject([{ kind: 'conflicting-values', cell: 'C3', value: '2026-07-21' }])
  })

  test('the old ID beside the new one is read as what it replaces', () => {
    const { shipments } = readFile(
      makeSheet([
        ['FBA号', '旧货件号', '仓库代码', '派送方式', '箱数'],
        ['FBA19TB9ZZZ1', 'FBA19TB4K7Q2', 'ONT8', 'LTL', 2],
        ['FBA19TB9ZZZ2', '', 'ONT8', 'LTL', 2],
      ]),
    )
    expect(shipments.map(({ fbaId, replacedFbaId }) => [fbaId, replacedFbaId])).toEqual([
      ['FBA19TB9ZZZ1', 'FBA19TB4K7Q2'],
      ['FBA19TB9ZZZ2', undefined],
    ])
  })
})
