import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatHtmlTable,
  formatTsv,
  parseHtmlTable,
  parseTsv,
} from '../../../renderer/grid/grid-clipboard.ts'

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', '\t', '\n', '\r', '\r\n', 'a', ' ', '0', '箱', '<', '&', '&lt;'), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
)

const block = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  )

describe('tab-separated text', () => {
  test('a block comes back from the clipboard as it went', () => {
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseTsv(formatTsv(cells))).toEqual(cells)
      }),
    )
  })

  test('one cell pastes into other programs without a line break', () => {
    expect(formatTsv([['8100200040']])).toBe('8100200040')
  })

  test('an empty last row is not lost', () => {
    expect(formatTsv([['a'], ['']])).toBe('a\r\n\r\n')
    expect(parseTsv('a\r\n\r\n')).toEqual([['a'], ['']])
  })

  test('a cell with a tab, a line break or quotes inside is read as Excel writes it', () => {
    expect(parseTsv('"two\nlines"\t"a ""b"" c\td"\tplain\r\n')).toEqual([
      ['two\nlines', 'a "b" c\td', 'plain'],
    ])
  })

  test('quotes that nothing made necessary are part of the text', () => {
    expect(parseTsv('"FBA15TB8M3X9"\t5" pipe\t"open')).toEqual([['"FBA15TB8M3X9"', '5" pipe', '"open']])
  })

  test('leading zeros, spaces, apostrophes and long digit strings are kept', () => {
    expect(parseTsv("007\r\n 1Z999 \r\n'0012\r\n00000000000000000123\r\n4.00014700213E11")).toEqual([
      ['007'],
      [' 1Z999 '],
      ["'0012"],
      ['00000000000000000123'],
      ['4.00014700213E11'],
    ])
  })

  test('lines may end as on Windows, Unix or an old Mac', () => {
    expect(parseTsv('a\r\nb\nc\rd')).toEqual([['a'], ['b'], ['c'], ['d']])
  })

  test('lines of different length stay so', () => {
    expect(parseTsv('a\tb\nc\n\td')).toEqual([['a', 'b'], ['c'], ['', 'd']])
  })
})

describe('HTML table', () => {
  // U+0000 cannot stand in HTML.
  const htmlBlock = block.map((cells) => cells.map((row) => row.map((text) => text.replaceAll('\0', ''))))

  test('a block comes back from the clipboard as it went', () => {
    fc.assert(
      fc.property(htmlBlock, (cells) => {
        expect(parseHtmlTable(formatHtmlTable(cells))).toEqual(cells)
      }),
    )
  })

  test('every cell is marked as text for Excel', () => {
    expect(formatHtmlTable([['00123', '1Z']]).match(/mso-number-format:"\\@"/g)).toHaveLength(2)
  })

  test('headings are heading cells', () => {
    expect(formatHtmlTable([['PRO'], ['8100200040']], true)).toMatch(
      /<th [^>]*>PRO<\/th>.*<td [^>]*>8100200040<\/td>/,
    )
  })

  test('a table as Excel writes it is read', () => {
    const html = `<html><body><!--StartFragment--><table border=0 style='width:48pt'>
 <col width=64>
 <tr height=19>
  <td height=19 class=xl63 width=64>FBA15TB8M3X9</td>
  <td align=right x:num="7">7</td>
 </tr>
 <tr><td>two<br>
  lines</td><td>A&amp;B&nbsp;&#31665;</td></tr>
</table><!--EndFragment--></body></html>`
    expect(parseHtmlTable(html)).toEqual([
      ['FBA15TB8M3X9', '7'],
      ['two\nlines', 'A&B 箱'],
    ])
  })

  test('HTML without a table holds no cells', () => {
    expect(parseHtmlTable('<p>8100200040</p>')).toBeUndefined()
    expect(parseHtmlTable('')).toBeUndefined()
  })
})
