import { describe, expect, test } from 'vitest'
import {
  countFitting,
  hasCertainCourierShape,
  sampleCell,
} from '../../../shared/domain/sheet/field-contents.ts'
import type { ImportField } from '../../../shared/domain/sheet/import-field.ts'
import type { RawCellValue } from '../../../shared/domain/sheet/raw-cell.ts'
import { dateCell, numberCell } from './sheet-case.ts'

const fits = (field: ImportField, cell: RawCellValue): boolean =>
  countFitting([sampleCell(cell)], field)?.passed === 1

const cases: [ImportField, RawCellValue[], RawCellValue[]][] = [
  [
    'fbaId',
    ['FBA19TB4K7Q2', 'fba15tb8m3x7', 'STAR-ABCDE12345XYZ', 'FBA19TB4K7Q'],
    ['FBA19TB4K7Q2U000001', 'ONT8'],
  ],
  ['boxId', ['FBA19TB4K7Q2U000001', 'FBA19TB4K7Q2U001', 'FBA19TB4K7Q2U000001-10'], ['FBA19TB4K7Q2', '1']],
  ['boxSequence', ['1', '12', '1/20', 'P1 - B3', 'FBA19TB4K7Q2 - B11', 'CTN 4'], ['FBA19TB4K7Q2', '杯子']],
  ['referenceId', ['2ABCDEF1', '1E234567'], ['9ABCDEF1', '2ABCDEF', '1ZA1B2C30300014703']],
  [
    'trackingId',
    ['1ZA1B2C30300014703', '4000 1470 0213', '4.00015E+11', numberCell('400014700213')],
    ['2ABCDEF1'],
  ],
  ['trackingId', ['TBA123456789012', '92748000000000000000000000'], ['FBA19TB4K7Q2', 'QZXU2401090', 'UPS']],
  ['pro', ['240014707', '072-1470021', numberCell('240014707')], ['FBA19TB4K7Q2', 'QZXU2401090', '已取']],
  ['isa', ['7040011223', 'ISA-7040011223', numberCell('7040011223')], ['2026-07-24', 'FBA19TB4K7Q2']],
  ['fc', ['ONT8', 'CA-YVR4', 'DB01', 'ont8'], ['90210', 'UPS', '洛杉矶', 'ONTARIO']],
  ['container', ['QZXU2401090', 'QZXU2401090-10P/QZXU2400149-2P', '160-12345678'], ['1', 'FBA19TB4K7Q2']],
  ['boxCount', ['20', '20箱', numberCell('20')], ['20kg', '1.5', 'x']],
  ['weight', ['12.5', '12.5kg', '1,250', numberCell('12.5')], ['十二', '2026-07-24']],
  [
    'date',
    ['2026-07-24', '2026/7/24 8:30', '7月24日', '24.07.2026', dateCell('46227', '2026-07-24')],
    ['12.5', '7040011223'],
  ],
  ['mode', ['卡派', 'LTL', 'UPS'], ['海运', 'ONT8']],
]

describe('contents of a field', () => {
  test.each(cases)('%s', (field, right, wrong) => {
    expect(right.filter((cell) => !fits(field, cell))).toEqual([])
    expect(wrong.filter((cell) => fits(field, cell))).toEqual([])
  })

  test('a number that Excel has damaged still belongs to its column', () => {
    expect(fits('trackingId', numberCell('4.00014700213001E+17'))).toBe(true)
    expect(fits('isa', '7.04E+09')).toBe(true)
  })

  test('empty cells and placeholders do not count', () => {
    expect(countFitting([sampleCell(''), sampleCell(null), sampleCell('待定')], 'fbaId')).toEqual({
      passed: 0,
      of: 0,
    })
  })

  test('a field that takes any text has no test', () => {
    expect(countFitting([sampleCell('x')], 'notes')).toBeNull()
  })
})

test("only shapes with letters in a courier's own places are certain", () => {
  expect(['1ZA1B2C30300014703', 'TBA123456789012', 'GFUS01234567890123'].every(hasCertainCourierShape)).toBe(
    true,
  )
  expect(['400014700213', 'QD20240701001', 'RX240014706CN'].some(hasCertainCourierShape)).toBe(false)
})
