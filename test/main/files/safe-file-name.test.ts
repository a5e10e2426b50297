import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSafeFileName, makeUniqueNames } from '../../../main/files/safe-file-name.ts'

describe('a safe file name', () => {
  test.each([
    ['FBA19TB4K7Q2.xlsx', 'FBA19TB4K7Q2.xlsx'],
    ['客户 贸易.csv', '客户 贸易.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['../../etc', '.._.._etc'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['LPT²', '_LPT²'],
    ['console', 'console'],
    ['name. . ', 'name'],
    ['  name', 'name'],
    ['...', '_'],
    ['', '_'],
    ['a\u0000b\nc', 'a_b_c'],
    ['invoice\u202Exslx.exe', 'invoice_xslx.exe'],
    ['\uD800x', '_x'],
    ['e\u0301', '\u00e9'],
  ])('of %j is %j', (text, name) => {
    expect(formatSafeFileName(text)).toBe(name)
  })

  test('keeps its extension when it is cut, and never cuts a character', () => {
    const name = formatSafeFileName(`${'贸'.repeat(100)}.xlsx`)
    expect(name).toBe(`${'贸'.repeat(65)}.xlsx`)
    expect(formatSafeFileName('😀'.repeat(80))).toBe('😀'.repeat(50))
  })

  test('is one that every system takes, and stays as it is when asked again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.stringMatching(/^[.CONULcom1 _x/]{0,12}$/),
          fc.string({ unit: fc.constantFrom('x', '贸', ' ', '.'), minLength: 60, maxLength: 240 }),
        ),
        (text) => {
          const name = formatSafeFileName(text)
          expect(formatSafeFileName(name)).toBe(name)
          expect(Buffer.byteLength(name)).toBeGreaterThan(0)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
          expect(name).not.toMatch(/[<>:"/\\|?*]|[. ]$|^ /)
          expect(name.split('.')[0]).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i)
        },
      ),
    )
  })
})

describe('unique names', () => {
  test('number those that meet where case does not count', () => {
    expect(makeUniqueNames(['a.csv', 'A.csv', 'a.csv', 'a (2).csv', 'b'])).toEqual([
      'a.csv',
      'A (2).csv',
      'a (3).csv',
      'a (2) (2).csv',
      'b',
    ])
  })

  const names = fc.array(fc.stringMatching(/^[aAbB(2) .]{1,12}$/).map(formatSafeFileName), { maxLength: 12 })

  test('differ and are safe', () => {
    fc.assert(
      fc.property(names, (given) => {
        const unique = makeUniqueNames(given)
        expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(given.length)
        expect(unique.map(formatSafeFileName)).toEqual(unique)
      }),
    )
  })

  test('are the given ones where none of them meet', () => {
    fc.assert(
      fc.property(names, (given) => {
        fc.pre(new Set(given.map((name) => name.toLowerCase())).size === given.length)
        expect(makeUniqueNames(given)).toEqual(given)
      }),
    )
  })
})
