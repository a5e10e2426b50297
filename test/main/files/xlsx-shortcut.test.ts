import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileLimits } from '../../../main/files/file-limits.ts'
import { FileRefusal } from '../../../main/files/file-refusal.ts'
import { createSharedStringsCollector } from '../../../main/files/xlsx-shared-strings.ts'
import { createSheetCollector } from '../../../main/files/xlsx-sheet.ts'
import { createXmlWalker, type XmlHandlers } from '../../../main/files/xml-walker.ts'
import type { RawRow } from '../../../shared/domain/sheet/raw-cell.ts'

/** Walks the chunks, with the collector's shortcut or without; the refusal where it comes to one. */
function walk(chunks: readonly string[], handlers: XmlHandlers, isShort: boolean): unknown {
  const { shortcut: _, ...walked } = handlers
  const walker = createXmlWalker('part.xml', isShort ? handlers : walked, fileLimits)
  try {
    for (const chunk of chunks) walker.write(chunk)
    walker.end()
    return null
  } catch (error) {
    if (error instanceof FileRefusal) return error.problem
    throw error
  }
}

function readSheet(chunks: readonly string[], isShort: boolean): unknown {
  const rows: RawRow[] = []
  const collector = createSheetCollector({
    entry: 'sheet1.xml',
    limits: fileLimits,
    allocated: { cells: 0 },
    sharedStrings: ['FBA19TB4K7Q2', '', '货件'],
    formats: [null, { isDate: true, show: (raw) => `day ${raw}` }],
    onRow: (row) => rows.push(row),
  })
  const refusal = walk(chunks, collector, isShort)
  return { rows, refusal }
}

function readStrings(chunks: readonly string[], isShort: boolean): unknown {
  const collector = createSharedStringsCollector(fileLimits)
  const refusal = walk(chunks, collector, isShort)
  return { strings: collector.strings, refusal }
}

/** A document with one character put in, left out or changed, in pieces. */
const makeChunks = (document: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc
    .tuple(
      document,
      fc.option(fc.tuple(fc.nat(), fc.nat(1), fc.constantFrom(...Array.from('<>/"=0179AZcvrst&];_ -.E')))),
      fc.array(fc.nat(), { maxLength: 4 }),
    )
    .map(([whole, change, cuts]) => {
      const at = change === null ? 0 : change[0] % (whole.length + 1)
      const text = change === null ? whole : whole.slice(0, at) + change[2] + whole.slice(at + change[1])
      const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted((a, b) => a - b)
      return places.slice(1).map((end, index) => text.slice(places[index], end))
    })

const columnName = fc.constantFrom('A', 'B', 'C', 'Z', 'AA', 'AB', 'ZZ', 'AAA', 'AAAA', 'a', '')
const cell = (row: number): fc.Arbitrary<string> =>
  fc
    .record({
      column: columnName,
      row: fc.oneof(
        { weight: 9, arbitrary: fc.constant(String(row)) },
        { weight: 1, arbitrary: fc.constantFrom('0', '01', '999999999', '') },
      ),
      style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="01"', ' s="77"', " s='1'"),
      type: fc.constantFrom('', '', ' t="s"', ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t="q"'),
      value: fc.constantFrom(
        '0',
        '1',
        '2',
        '3',
        '00',
        '12.50',
        '-4E+5',
        '4.00014700213E11',
        ' 1',
        '1&amp;2',
        '',
        '99999999',
      ),
      body: fc.constantFrom('v', 'v', 'v', 'v', 'is', 'f', 'c', 'empty'),
    })
    .map(({ column, row: number, style, type, value, body }) => {
      const start = `<c r="${column}${number}"${style}${type}`
      if (body === 'empty') return `${start}/>`
      if (body === 'is') return `${start}><is><t>${value}</t></is></c>`
      if (body === 'f') return `${start}><f>A1</f><v>${value}</v></c>`
      if (body === 'c') return `${start}><c r="B${number}"><v>1</v></c></c>`
      return `${start}><v>${value}</v></c>`
    })

const sheet = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 3 })
  .chain((rows) =>
    fc.tuple(
      ...rows.map(([, isNumbered], index) => {
        const number = rows.slice(0, index + 1).reduce((sum, [one]) => sum + one, 0)
        return fc
          .array(cell(number), { maxLength: 4 })
          .map((cells) => `<row${isNumbered ? ` r="${number}"` : ''}>${cells.join('')}</row>`)
      }),
    ),
  )
  .map((rows) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`)

const text = fc.string({
  unit: fc.constantFrom('a', '7', ' ', '货', '&amp;', '_x000D_', ']', '\n', '&#65;'),
  maxLength: 6,
})
const item = fc.oneof(
  text.map((one) => `<si><t>${one}</t></si>`),
  text.map((one) => `<si><t xml:space="preserve">${one}</t></si>`),
  fc
    .tuple(text, text)
    .map(([one, other]) => `<si><r><t>${one}</t></r><rPh sb="0"><t>${other}</t></rPh></si>`),
  fc.tuple(text, text).map(([one, other]) => `<si><si><t>${one}</t></si><t>${other}</t></si>`),
  fc.constant('<si/>'),
)
const strings = fc.array(item, { maxLength: 6 }).map((items) => `<sst count="9">${items.join('')}</sst>`)

test('the short way through a sheet gives the rows and refusals that walking gives', () => {
  fc.assert(
    fc.property(makeChunks(sheet), (chunks) => {
      expect(readSheet(chunks, true)).toEqual(readSheet(chunks, false))
    }),
    { numRuns: 4_000, seed: 20261127 },
  )
})

test('the short way through shared strings gives the strings and refusals that walking gives', () => {
  fc.assert(
    fc.property(makeChunks(strings), (chunks) => {
      expect(readStrings(chunks, true)).toEqual(readStrings(chunks, false))
    }),
    { numRuns: 4_000, seed: 20261127 },
  )
})
