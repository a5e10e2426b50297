import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, isErrorText, isPlaceholder } from '../../../shared/domain/sheet/cell-text.ts'

describe('cleaning', () => {
  test.each([
    ['full width', 'ＦＢＡ１９', 'FBA19'],
    ['outer blanks', '  FBA19\t', 'FBA19'],
    ['no-break and ideographic blanks', '\u00a0FBA19\u3000', 'FBA19'],
    ['zero-width characters and soft hyphens', 'FB\u200bA\u00ad19\ufeff', 'FBA19'],
    ['a leading apostrophe', "'0123", '0123'],
    ['text written as a formula', '="0123"', '0123'],
    ['both', '="\'0123"', '0123'],
  ])('%s: taken away, and said', (_what, stored, text) => {
    expect(cleanText(stored)).toEqual({ text, isChanged: true })
  })

  test('what is clean already is the same text', () => {
    expect(cleanText('1Z A1B-2C3')).toEqual({ text: '1Z A1B-2C3', isChanged: false })
    expect(cleanText('卡派')).toEqual({ text: '卡派', isChanged: false })
  })

  test('bidi controls stay, so that an identifier with them can be refused', () => {
    expect(cleanText('\u202eFBA19').text).toBe('\u202eFBA19')
  })

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('Ａ', 'b', ' ', '\u200b', '\u3000', '7', '－', '货') }),
        (stored) => {
          const once = cleanText(stored).text
          expect(cleanText(once)).toEqual({ text: once, isChanged: false })
        },
      ),
    )
  })
})

describe('no value', () => {
  test.each(['', '/', '-', '--', '—', '——', '无', 'N/A', 'n/a', '待定', 'TBD', 'To be assigned', 'none'])(
    '%j stands for none',
    (text) => expect(isPlaceholder(text)).toBe(true),
  )

  test.each(['0', 'FBA', 'NA1', '无锡', '#N/A'])('%j is a value', (text) =>
    expect(isPlaceholder(text)).toBe(false),
  )

  test.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '####'])('%j is an error Excel shows', (text) =>
    expect(isErrorText(text)).toBe(true),
  )

  test('a number sign before a number is no error', () => {
    expect(isErrorText('#12')).toBe(false)
  })
})
