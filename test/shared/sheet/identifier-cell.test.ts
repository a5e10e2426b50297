import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIdentifierCell, type IdentifierField } from '../../../shared/domain/sheet/identifier-cell.ts'
import { parseIntegerDigits } from '../../../shared/domain/sheet/integer-digits.ts'
import type { RawCellValue } from '../../../shared/domain/sheet/raw-cell.ts'
import { dateCell, numberCell } from './sheet-case.ts'

const read = (cell: RawCellValue, field: IdentifierField = 'trackingId') => {
  const reading = readIdentifierCell(cell, field)
  return reading.ok ? [reading.value.value, reading.value.notice] : reading.problem
}

describe('text', () => {
  test('an identifier is taken as it stands', () => {
    expect(read('1ZA1B2C30300014703')).toEqual(['1ZA1B2C30300014703', null])
    expect(read('STAR-ABCDE12345XYZ', 'fbaId')).toEqual(['STAR-ABCDE12345XYZ', null])
    expect(read('012345678901')).toEqual(['012345678901', null])
  })

  test('empty cells and placeholders are no value and no problem', () => {
    for (const cell of [null, '', '  ', '/', '待定', 'To be assigned'])
      expect(read(cell)).toEqual([null, null])
  })

  test.each([
    ['ＦＢＡ１９ＴＢ４Ｋ７Ｑ２', 'fbaId', 'FBA19TB4K7Q2'],
    ['FBA19TB\u200b4K7Q2 ', 'fbaId', 'FBA19TB4K7Q2'],
    ['fba19tb4k7q2', 'fbaId', 'FBA19TB4K7Q2'],
    ["'400014700213", 'trackingId', '400014700213'],
    ['="0012345678"', 'pro', '0012345678'],
    ['1Z A1B 2C3 03 0001 4703', 'trackingId', '1ZA1B2C30300014703'],
    ['400014700213,', 'trackingId', '400014700213'],
    ['ISA-7040011223', 'isa', '7040011223'],
  ] as const)('%j is mended, and said', (stored, field, value) => {
    expect(read(stored, field)).toEqual([value, 'cleaned'])
  })

  test.each([
    ['scientific notation', '4.00015E+11', 'scientific-notation'],
    ['scientific notation without a point', '4E11', 'scientific-notation'],
    ['scientific notation with a comma', '1,23457E+15', 'scientific-notation'],
    ['engineering notation', '123.457E+15', 'scientific-notation'],
    ['full-width scientific notation', '４．０００１５Ｅ＋１１', 'scientific-notation'],
    ['a decimal tail', '400014700213.0', 'trailing-decimal'],
    ['an error value', '#N/A', 'error-value'],
    ['a cell too narrow', '#########', 'error-value'],
    ['a day and month', '1-Mar', 'looks-like-date'],
    ['a month and year', 'Mar-26', 'looks-like-date'],
    ['a date', '2026-07-24', 'looks-like-date'],
    ['a date with slashes', '2026/7/24 8:30', 'looks-like-date'],
    ['a Chinese date', '3月1日', 'looks-like-date'],
    ['a Cyrillic letter', 'FB\u0410123456789', 'look-alike-letters'],
    ['a Greek letter', '1\u0396A1B2C30300014703', 'look-alike-letters'],
    ['digits of another script', '٤٠٠٠١٤٧٠٠٢١٣', 'bad-characters'],
    ['a bidi control', '\u202e400014700213', 'bad-characters'],
    ['a combining mark', '1ZA\u0301\u0301B2C30300014703', 'bad-characters'],
    ['a dotless i', '1ZAıB2C30300014703', 'bad-characters'],
    ['words', '已发 400014700213', 'bad-characters'],
    ['two numbers with a slash', '400014700213/400014700224', 'several-values'],
    ['two numbers with a Chinese comma', '400014700213、400014700224', 'several-values'],
    ['two numbers with a full-width semicolon', '400014700213；400014700224', 'several-values'],
    ['two numbers on two lines', '400014700213\n400014700224', 'several-values'],
    ['two numbers with a blank', '400014700213 400014700224', 'several-values'],
    ['a number and its box', '1ZA1B2C30300014703-FBA19TB4K7Q2U000001', 'several-values'],
    ['a box ID', 'FBA19TB4K7Q2U000001', 'not-a-tracking-id'],
    ['a shipment ID', 'STAR-ABCDE12345XYZ', 'not-a-tracking-id'],
    ['a carrier name', 'UPS', 'not-a-tracking-id'],
    ['more than 64 characters', '1Z' + '0'.repeat(63), 'over-long'],
  ])('%s blocks the cell', (_what, stored, problem) => {
    expect(read(stored)).toBe(problem)
  })

  test('a box range names several boxes', () => {
    expect(read('FBA19TB4K7Q2U000001-10', 'boxId')).toBe('several-values')
    expect(read('FBA19TB4K7Q2U000001-U000002', 'boxId')).toBe('several-values')
    expect(read('FBA19TB4K7Q2U000001~10', 'boxId')).toBe('several-values')
  })

  test('two shipments in one cell are not split', () => {
    expect(read('STAR-ABCDE12345XYZ/STAR-ABCDE12345XYW', 'fbaId')).toBe('several-values')
  })

  test('a Reference ID that looks like a power of ten is none', () => {
    expect(read('1E234567', 'referenceId')).toEqual(['1E234567', null])
  })

  test('a tracking ID whose letters happen to spell FBA is one', () => {
    expect(read('1ZFBA1230300014703')).toEqual(['1ZFBA1230300014703', null])
  })

  test('a BOL number may have other signs', () => {
    expect(read('BOL#24-07', 'bol')).toEqual(['BOL#24-07', null])
    expect(read('PRO#24-07', 'pro')).toBe('bad-characters')
  })
})

describe('numeric cells', () => {
  test.each([
    ['400014700213', '400014700213'],
    ['400014700213.0', '400014700213'],
    ['4.00014700213E11', '400014700213'],
    ['4.00014700213e+11', '400014700213'],
    ['123456789012345', '123456789012345'],
    ['1E3', '1000'],
  ])('%s is the integer %s', (raw, digits) => {
    expect(parseIntegerDigits(raw)).toEqual({ ok: true, value: digits })
  })

  test.each([
    ['4000147002130000', 'too-many-digits'],
    ['1.23456789012345E17', 'too-many-digits'],
    ['1E20', 'too-many-digits'],
    ['400014700213.5', 'trailing-decimal'],
    ['1.5E-3', 'trailing-decimal'],
    ['4.000147002135E11', 'trailing-decimal'],
    ['-400014700213', 'bad-characters'],
    ['', 'bad-characters'],
    ['1.0E', 'bad-characters'],
  ])('%j is refused: %s', (raw, problem) => {
    expect(read(numberCell(raw))).toBe(problem)
  })

  test('any integer of up to 15 digits keeps its digits however its writer spelt it', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,14}$/)
    fc.assert(
      fc.property(digits, (value) => {
        const mantissa = `${value[0]}.${value.slice(1)}`
        for (const raw of [value, `${value}.0`, `${mantissa}E${value.length - 1}`, `${value}0E-1`]) {
          expect(parseIntegerDigits(raw)).toEqual({ ok: true, value })
        }
      }),
    )
  })

  test('a notice asks for a lost zero where one digit more would be a format', () => {
    expect(read(numberCell('40001470021'))).toEqual(['40001470021', 'leading-zero-lost'])
    expect(read(numberCell('400014700213'))).toEqual(['400014700213', 'numeric-id'])
    expect(read(numberCell('240014707'), 'pro')).toEqual(['240014707', 'leading-zero-lost'])
  })

  test('fields that cannot begin with a zero need no notice', () => {
    expect(read(numberCell('7040011223'), 'isa')).toEqual(['7040011223', null])
    expect(read(numberCell('12345678'), 'referenceId')).toEqual(['12345678', null])
  })

  test('a zero that only the number format shows is not added, but said', () => {
    expect(read(numberCell('1470021', '001470021'), 'isa')).toEqual(['1470021', 'leading-zero-lost'])
  })
})

describe('other cells', () => {
  test('dates, truth values and errors are no identifiers', () => {
    expect(read(dateCell('46082', '2026-03-01'))).toBe('looks-like-date')
    expect(read({ type: 'boolean', raw: '1' })).toBe('bad-characters')
    expect(read({ type: 'error', raw: '#N/A' })).toBe('error-value')
  })
})
