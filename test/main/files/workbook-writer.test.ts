import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../../main/files/workbook-writer.ts'
import { getCells, readBytes } from './table-fixtures.ts'

const getPart = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)

describe('any matrix of texts', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.stringMatching(/^[_x0-9A-F\r\n\t\0 &<>"=]{0,12}$/),
    fc.constantFrom('\uD800', '\uFFFE', '_x000D_', '_x0041\r', '0012345678901234567890', '=1+1', ' '),
  )
  test('comes back cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 6 }), async (rows) => {
        const outcome = await readBytes(writeWorkbook([{ name: 'Any', rows }]))
        const expected = rows
          .map((cells, index) => {
            const last = cells.findLastIndex((cell) => cell !== '')
            const kept = cells.slice(0, last + 1).map((cell) => (cell === '' ? null : cell))
            return { row: index + 1, cells: kept }
          })
          .filter(({ cells }) => cells.length > 0)
        expect(outcome.sheets[0]!.rows).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })
})

test('numbers are number cells, texts of digits stay texts', async () => {
  const outcome = await readBytes(writeWorkbook([{ name: 'N', rows: [[12, 0.5, -3, '0012', null, '7']] }]))
  expect(getCells(outcome)).toEqual([
    [
      { type: 'number', raw: '12' },
      { type: 'number', raw: '0.5' },
      { type: 'number', raw: '-3' },
      '0012',
      null,
      '7',
    ],
  ])
})

test('sheets, merges, widths, heights and frozen headings are written', async () => {
  const bytes = writeWorkbook([
    {
      name: 'A & B',
      rows: [['Head'], ['x']],
      headerRows: 1,
      columnWidths: [25.875],
      textColumns: [2],
      rowHeights: new Map([[1, 40]]),
      merges: [{ top: 1, left: 0, bottom: 3, right: 1 }],
    },
    { name: 'Empty', rows: [] },
  ])
  const outcome = await readBytes(bytes)
  expect(outcome.facts!.sheets.map(({ name }) => name)).toEqual(['A & B', 'Empty'])
  expect(outcome.sheets[0]!.info.merges).toEqual([{ top: 1, left: 0, bottom: 3, right: 1 }])
  const xml = getPart(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  expect(xml).toContain('<col min="1" max="1" width="25.875" customWidth="1"/>')
  expect(xml).toContain('<col min="3" max="3" width="9.140625" style="1"/>')
  expect(xml).toContain('<row r="1" ht="40" customHeight="1"><c r="A1" s="2" t="s">')
})

test('nothing is ever a formula, and a text that looks like one says that it is text', () => {
  const bytes = writeWorkbook([{ name: 'F', rows: [['=1+1', '-2', '@x', '＝1', '\tx', '1Z9']] }])
  const xml = getPart(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).not.toMatch(/<f[\s/>]/)
  expect([...xml.matchAll(/<c r="[A-Z]1" s="(\d)"/g)].map(([, style]) => style).join('')).toBe('333331')
  const styles = getPart(bytes, 'xl/styles.xml').match(/<xf numFmtId="49"[^>]*>/g)!
  expect(styles.map((style) => style.includes('quotePrefix="1"'))).toEqual([false, false, true])
})

const write = (name: string, cell: string | number) => () => writeWorkbook([{ name, rows: [[cell]] }])

test('what a workbook cannot hold is refused', () => {
  expect(write('a/b', 1)).toThrow(RangeError)
  expect(write('x'.repeat(32), 1)).toThrow(RangeError)
  expect(write('a', Number.NaN)).toThrow(RangeError)
  expect(write('a', 'x'.repeat(32_768))).toThrow(RangeError)
})

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the same sheets give the same bytes in every time zone and at any time', () => {
  const module = new URL('../../../main/files/workbook-writer.ts', import.meta.url).href
  const script = `
    import { writeWorkbook } from ${JSON.stringify(module)}
    process.stdout.write(Buffer.from(writeWorkbook([{ name: 'S', rows: [['0012', 1.5, '客户']] }])).toString('base64'))`
  const writeIn = (zone: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { TZ: zone },
      encoding: 'utf8',
    })
  const here = writeWorkbook([{ name: 'S', rows: [['0012', 1.5, '客户']] }])
  for (const zone of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Africa/Monrovia', 'Pacific/Apia']) {
    expect(hash(Buffer.from(writeIn(zone), 'base64'))).toBe(hash(here))
  }
})
