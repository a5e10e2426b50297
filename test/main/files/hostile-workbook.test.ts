import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileLimits } from '../../../main/files/file-limits.ts'
import {
  deflateRepeated,
  getCells,
  makeRawZip,
  makeSheet,
  makeWorkbookParts,
  makeXlsx,
  readBytes,
  type RawEntry,
} from './table-fixtures.ts'

const mebibyte = 1024 * 1024

const listParts = (without?: string): RawEntry[] =>
  Object.entries(makeWorkbookParts({}))
    .filter(([name]) => name !== without)
    .map(([name, content]) => ({ name, content }))

/** A workbook whose one part is given raw. */
const makeWith = (entry: RawEntry): Buffer => makeRawZip([...listParts(entry.name), entry])

/** The two seconds that a bomb may take are measured by `npm run proof`; here a busy machine is no failure. */
async function readInTime(bytes: Uint8Array) {
  const before = performance.now()
  const outcome = await readBytes(bytes)
  expect(performance.now() - before).toBeLessThan(20_000)
  return outcome
}

describe('a bomb is refused in time', () => {
  const block = '<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>'.repeat(16_384)
  const strings = (megabytes: number) => {
    const times = Math.ceil((megabytes * mebibyte) / block.length)
    return {
      packed: deflateRepeated('<sst>', block, times, '</sst>'),
      declaredBytes: 11 + block.length * times,
    }
  }

  test('when it says that it unpacks to more than the limit', async () => {
    const entry = { name: 'xl/sharedStrings.xml', packed: Buffer.alloc(3 * mebibyte) }
    const { problem } = await readInTime(makeWith({ ...entry, declaredBytes: 401 * mebibyte }))
    expect(problem).toEqual({ kind: 'bomb', entry: 'xl/sharedStrings.xml', limit: fileLimits.unpackedBytes })
  })

  test('when one part unpacks to far more than it is packed', async () => {
    const { problem } = await readInTime(makeWith({ name: 'xl/sharedStrings.xml', ...strings(300) }))
    expect(problem).toEqual({ kind: 'bomb', entry: 'xl/sharedStrings.xml', limit: fileLimits.ratio })
  })

  test('when its header lies about that', async () => {
    const { packed } = strings(400)
    const { problem } = await readInTime(
      makeWith({ name: 'xl/sharedStrings.xml', packed, declaredBytes: mebibyte }),
    )
    expect(problem).toEqual({ kind: 'damaged-zip', entry: 'xl/sharedStrings.xml' })
  })

  test('when one value never ends', async () => {
    const packed = deflateRepeated('<worksheet><sheetData><row><c><v>', '1'.repeat(mebibyte), 9, '')
    const { problem } = await readInTime(
      makeWith({ name: 'xl/worksheets/sheet1.xml', packed, declaredBytes: 9 * mebibyte + 33 }),
    )
    expect(problem).toMatchObject({ kind: 'damaged-xml' })
  })

  test('when it declares entities that would expand without end', async () => {
    const sheet =
      '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' +
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    const { problem } = await readInTime(makeXlsx({ sheet }))
    expect(problem).toEqual({ kind: 'doctype', entry: 'xl/worksheets/sheet1.xml' })
  })
})

describe('what a sheet claims about itself costs nothing', () => {
  const row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
  test.each([
    ['a dimension of the whole sheet', `<dimension ref="A1:XFD1048576"/>${row}`],
    ['one merge over the whole sheet', `${row}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`],
    [
      'a validation over the whole sheet',
      `${row}<dataValidations><dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>`,
    ],
    [
      'a style on the last cell',
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row></sheetData>',
    ],
  ])('%s', async (_, sheet) => {
    expect(getCells(await readInTime(makeXlsx({ sheet })))).toEqual([[{ type: 'number', raw: '1' }]])
  })
})

describe('limits', () => {
  test.each([
    ['columns', makeSheet('<c r="SS1"><v>1</v></c>'), { kind: 'too-many-columns', row: 1, limit: 512 }],
    [
      'rows',
      '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>',
      { kind: 'too-many-rows', limit: 1_048_576 },
    ],
    [
      'characters in a cell',
      makeSheet(`<c t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c>`),
      { kind: 'cell-too-long', row: 1, limit: 32_767 },
    ],
    [
      'depth',
      `${'<a>'.repeat(64)}${'</a>'.repeat(64)}`,
      { kind: 'too-deep', entry: 'xl/worksheets/sheet1.xml', limit: 64 },
    ],
    [
      'merges',
      `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(100_001)}</mergeCells>`,
      { kind: 'too-many-merges', limit: 100_000 },
    ],
  ])('hold for %s', async (_, sheet, problem) => {
    expect((await readBytes(makeXlsx({ sheet }))).problem).toEqual(problem)
  })

  test('hold for the cells that gaps allocate', async () => {
    const rows = Array.from({ length: 45_000 }, (_, index) => `<row><c r="SR${index + 1}"><v>1</v></c></row>`)
    const { problem } = await readBytes(makeXlsx({ sheet: `<sheetData>${rows.join('')}</sheetData>` }))
    expect(problem).toEqual({ kind: 'too-many-cells', limit: fileLimits.cells })
  })

  test('allow what is just within them', async () => {
    const text = 'x'.repeat(32_767)
    const sheet = makeSheet('<c r="A1"><v>1</v></c>', `<c r="SR1" t="inlineStr"><is><t>${text}</t></is></c>`)
    expect(getCells(await readBytes(makeXlsx({ sheet })))[0]!.at(511)).toBe(text)
  })
})

describe('the zip', () => {
  test.each<[string, RawEntry, object]>([
    ['a name twice', { name: 'xl/workbook.xml' }, { kind: 'duplicate-entry', entry: 'xl/workbook.xml' }],
    [
      'a name twice but for its case',
      { name: 'XL/Workbook.xml' },
      { kind: 'duplicate-entry', entry: 'XL/Workbook.xml' },
    ],
    ['a name that climbs out', { name: '../a.xml' }, { kind: 'unsafe-entry', entry: '../a.xml' }],
    ['an absolute name', { name: '/etc/a.xml' }, { kind: 'unsafe-entry', entry: '/etc/a.xml' }],
    ['an encrypted entry', { name: 'a.xml', flags: 1 }, { kind: 'encrypted' }],
  ])('with %s is refused', async (_, entry, problem) => {
    expect((await readBytes(makeRawZip([...listParts(), entry]))).problem).toEqual(problem)
  })

  test('with thousands of entries is refused', async () => {
    const entries = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}.xml` }))
    expect((await readBytes(makeRawZip(entries))).problem).toEqual({ kind: 'too-many-entries', limit: 2_000 })
  })

  test('cut short is refused', async () => {
    const bytes = makeRawZip(listParts())
    expect((await readBytes(bytes.subarray(0, -30))).problem).toEqual({ kind: 'damaged-zip' })
  })

  test('with one digit changed is refused, although it still unpacks', async () => {
    const sheet = `<worksheet>${makeSheet('<c r="A1"><v>8100200008</v></c>')}</worksheet>`
    const packed = deflateRawSync(sheet.replace('8100200008', '8100200009'))
    const { problem } = await readBytes(
      makeWith({ name: 'xl/worksheets/sheet1.xml', content: sheet, packed }),
    )
    expect(problem).toEqual({ kind: 'damaged-zip', entry: 'xl/worksheets/sheet1.xml' })
  })

  test('without a workbook in it is not a workbook', async () => {
    const { problem } = await readBytes(makeRawZip([{ name: 'word/document.xml', content: '<w/>' }]))
    expect(problem).toEqual({ kind: 'not-a-workbook' })
  })

  test('without a part that it names is refused', async () => {
    const { problem } = await readBytes(makeRawZip(listParts('xl/worksheets/sheet1.xml')))
    expect(problem).toEqual({ kind: 'damaged-zip', entry: 'xl/worksheets/sheet1.xml' })
  })
})
