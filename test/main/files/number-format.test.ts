import { describe, expect, test } from 'vitest'
import { parseNumberFormat, showGeneral } from '../../../main/files/number-format.ts'

const show = (code: string, raw: string) => parseNumberFormat(code, false)?.show(raw)

describe('a number format shows', () => {
  test.each([
    ['00000000', '123', '00000123'],
    ['00000000', '123456789', '123456789'],
    ['000000000000', '4.00014700213E11', '400014700213'],
    ['0', '1234567890123456789', '1234567890123456789'],
    ['0', '12.5', '13'],
    ['0', '-0.4', '0'],
    ['0.00', '1234.005', '1234.01'],
    ['#,##0', '1234567', '1,234,567'],
    ['#,##0.00;(#,##0.00)', '-1234.5', '(1,234.50)'],
    ['#,##0', '0', '0'],
    ['#', '0', ''],
    ['0%', '0.125', '13%'],
    ['0.0,', '12345', '12.3'],
    ['000-00-0000', '12345678', '012-34-5678'],
    ['0000 0000 0000', '123456789012', '1234 5678 9012'],
    ['"PRO "0', '8100200008', 'PRO 8100200008'],
    ['0\\x', '5', '5x'],
    ['[Red]0.0_);(0.0)', '2', '2.0'],
    ['[$€-407]0.00', '2', '€2.00'],
    ['0.0#', '2.5', '2.5'],
    ['0;-0;"none"', '0', 'none'],
    [';;;', '5', ''],
    ['0 "kg"', '12.4', '12 kg'],
  ])('%s of %s as %s', (code, raw, shown) => {
    expect(show(code, raw)).toBe(shown)
  })

  test.each(['0.00E+00', '# ?/?', '[>=100]0;0.0'])('nothing where it does not know: %s', (code) => {
    expect(show(code, '12')).toBeNull()
  })

  test('nothing for what is no number', () => {
    expect(show('0', 'abc')).toBeNull()
  })
})

describe('a date format', () => {
  test.each([
    ['yyyy-mm-dd', '45000', '2023-03-15'],
    ['[$-804]yyyy"年"m"月"d"日";@', '45000.99', '2023-03-15'],
    ['m/d/yy h:mm', '45000.6041666667', '2023-03-15T14:30:00'],
    ['h:mm AM/PM', '0.75', '18:00:00'],
    ['mmm-yy', '45000', '2023-03-15'],
  ])('%s shows %s as %s', (code, raw, shown) => {
    const format = parseNumberFormat(code, false)
    expect(format).toMatchObject({ isDate: true })
    expect(format!.show(raw)).toBe(shown)
  })

  test('of elapsed time is a number, shown past 24 hours', () => {
    const format = parseNumberFormat('[h]:mm', false)
    expect(format).toMatchObject({ isDate: false })
    expect(format!.show('1.5')).toBe('36:00:00')
  })
})

test.each(['General', '@', '', 'GENERAL', 'General;@'])('%j is General', (code) => {
  expect(parseNumberFormat(code, false)).toBeNull()
})

describe('General shows', () => {
  test.each([
    ['12', '12'],
    ['0012', '0012'],
    ['1234567890123456789', '1234567890123456789'],
    ['1.5E3', '1500'],
    ['0.30000000000000004', '0.3'],
    ['1.2345678901234567E18', null],
    ['abc', null],
  ])('%s as %s', (raw, shown) => {
    expect(showGeneral(raw)).toBe(shown)
  })
})
