import { readFileSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { getCells, readBytes, readText } from './table-fixtures.ts'

const folder = path.resolve(import.meta.dirname, '../../fixtures/xls')
const readFixture = (name: string) => readBytes(readFileSync(path.join(folder, name)))

const namespace = 'urn:schemas-microsoft-com:office:spreadsheet'
const makeWorkbook = (table: string, more = '') =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${namespace}" xmlns:ss="${namespace}">` +
  `<Styles><Style ss:ID="s1"><NumberFormat ss:Format="00000000"/></Style></Styles>` +
  `<Worksheet ss:Name="Boxes"><Table>${table}</Table>${more}</Worksheet></Workbook>`
const data = (type: string, text: string) => `<Data ss:Type="${type}">${text}</Data>`
const cell = (type: string, text: string, attributes = '') => `<Cell${attributes}>${data(type, text)}</Cell>`
const readTableXml = async (table: string) => getCells(await readText(makeWorkbook(table)))

describe('a workbook in the XML of Excel 2003', () => {
  test('as LibreOffice writes it is read whole', async () => {
    const outcome = await readFixture('office.xml')
    expect(outcome.facts).toMatchObject({ type: 'xml', encoding: 'utf-8' })
    expect(getCells(outcome)).toEqual([
      ['货件号', '仓库', '合计'],
      [
        { type: 'text', raw: 'FBA15TB8M3X9', isFormula: true },
        'ONT8',
        { type: 'number', raw: '0.25', isFormula: true },
      ],
      ['FBA15TB8M3Y0', 'LAX9', { type: 'text', raw: '#DIV/0!', isFormula: true }],
      ['FBA15TB8M3Z1', null, { type: 'boolean', raw: '1', shown: 'TRUE', isFormula: true }],
    ])
    expect(outcome.sheets[0]!.info).toEqual({
      name: '发货',
      isHidden: false,
      merges: [{ top: 4, bottom: 4, left: 0, right: 1 }],
      hiddenRows: [3],
      hiddenColumns: [],
    })
  })

  test('keeps every digit, text as text, and shows what a format adds', async () => {
    const row =
      cell('String', '000123456789') +
      cell('Number', '1234567890123456789') +
      cell('Number', '123', ' ss:StyleID="s1"') +
      cell('DateTime', '2026-11-03T00:00:00.000') +
      cell('DateTime', '2026-11-03T14:30:00.000') +
      cell('Error', '#N/A')
    expect(await readTableXml(`<Row>${row}</Row>`)).toEqual([
      [
        '000123456789',
        { type: 'number', raw: '1234567890123456789' },
        { type: 'number', raw: '123', shown: '00000123' },
        { type: 'date', raw: '2026-11-03T00:00:00.000', shown: '2026-11-03' },
        { type: 'date', raw: '2026-11-03T14:30:00.000', shown: '2026-11-03T14:30:00' },
        { type: 'error', raw: '#N/A' },
      ],
    ])
  })

  test('puts cells where their indexes, merges and spans say', async () => {
    const outcome = await readText(
      makeWorkbook(
        '<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>' +
          `<Row ss:Index="3">${cell('String', 'a', ' ss:MergeAcross="1" ss:MergeDown="1"')}${cell('String', 'b')}</Row>` +
          `<Row ss:Span="2"/><Row>${cell('String', 'c', ' ss:Index="4"')}</Row>`,
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>' +
          '<AutoFilter x:Range="R1C1:R9C4" xmlns="urn:schemas-microsoft-com:office:excel"><AutoFilterColumn/></AutoFilter>',
      ),
    )
    expect(outcome.sheets[0]!.rows).toEqual([
      { row: 3, cells: ['a', null, 'b'] },
      { row: 7, cells: [null, null, null, 'c'] },
    ])
    expect(outcome.sheets[0]!.info).toEqual({
      name: 'Boxes',
      isHidden: true,
      merges: [{ top: 3, bottom: 4, left: 0, right: 1 }],
      hiddenRows: [],
      hiddenColumns: [1, 2],
      filter: 'hiding',
    })
  })

  test('joins formatted text and leaves comments out', async () => {
    const inner = `<ss:Data ss:Type="String"><B>FBA15</B><Font>TB8M3X9</Font></ss:Data>\n<Comment><ss:Data>ask Li</ss:Data></Comment>`
    expect(await readTableXml(`<Row><Cell>${inner}</Cell></Row>`)).toEqual([['FBA15TB8M3X9']])
  })

  test.each([
    ['a row that goes back', `<Row ss:Index="3"/><Row ss:Index="2"/>`],
    ['a cell that goes back', `<Row>${cell('String', 'a')}${cell('String', 'b', ' ss:Index="1"')}</Row>`],
    ['a type that does not exist', `<Row>${cell('Guess', 'a')}</Row>`],
    ['a tag that never ends', '<Row>'],
  ])('with %s is refused as damaged', async (_, table) => {
    expect((await readText(makeWorkbook(table))).problem).toMatchObject({ kind: 'damaged-xml' })
  })

  test('keeps to the limits, and to no outside declaration', async () => {
    const far = makeWorkbook(`<Row>${cell('String', 'a', ' ss:Index="600"')}</Row>`)
    expect((await readText(far)).problem).toEqual({ kind: 'too-many-columns', row: 1, limit: 512 })
    const below = makeWorkbook(`<Row ss:Index="2000000">${cell('String', 'a')}</Row>`)
    expect((await readText(below)).problem).toEqual({ kind: 'too-many-rows', limit: 1_048_576 })
    const doctype = makeWorkbook('').replace('<Workbook', '<!DOCTYPE a [<!ENTITY b "c">]><Workbook')
    expect((await readText(doctype)).problem).toMatchObject({ kind: 'doctype' })
  })

  test('is read in the encoding it declares', async () => {
    const xml = makeWorkbook(`<Row>${cell('String', '貨件')}</Row>`).replace('?>', ' encoding="big5"?>')
    const outcome = await readBytes(iconv.encode(xml, 'big5'))
    expect(outcome.facts!.encoding).toBe('big5')
    expect(getCells(outcome)).toEqual([['貨件']])
  })
})

describe('a page with tables', () => {
  const readRows = async (html: string) => getCells(await readText(`<html><body>${html}</body></html>`))

  test('as LibreOffice writes it is read as text', async () => {
    const outcome = await readFixture('office.html')
    expect(outcome.facts).toMatchObject({ type: 'html', encoding: 'utf-8' })
    expect(getCells(outcome)).toEqual([['货件号', '仓库'], ['FBA15TB8M3X9', 'ONT8'], ['FBA15TB8M3Z1']])
    expect(outcome.sheets[0]!.info.merges).toEqual([{ top: 3, bottom: 3, left: 0, right: 1 }])
  })

  test('keeps long numbers as the text they are', async () => {
    expect(await readRows('<table><tr><td>000123456789012345678</td><td>1.0</td></tr></table>')).toEqual([
      ['000123456789012345678', '1.0'],
    ])
  })

  test('takes the number that Excel keeps behind a shortened one', async () => {
    expect(
      await readRows('<table><tr><td x:num="400014700213">4.00015E+11</td><td x:num>7</td></tr></table>'),
    ).toEqual([[{ type: 'number', raw: '400014700213', shown: '4.00015E+11' }, '7']])
  })

  test('puts cells beside those that reach down or across', async () => {
    const html = '<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td>g</table>'
    expect(await readRows(html)).toEqual([['a', 'b', null, 'c'], [null, 'd', 'e', 'f'], ['g']])
  })

  test('tells line breaks from spaces, and blanks from values', async () => {
    expect(
      await readRows(
        '<table><tr><td> a\n  b <br/> c </td><td>&nbsp;</td><td>x&amp;y<script>1</script></td></tr></table>',
      ),
    ).toEqual([['a b\nc', null, 'x&y']])
  })

  test('reads hidden rows and says so', async () => {
    const outcome = await readText(
      '<table><tr><td>a</td></tr><tr style="display: none"><td>b</td></tr></table>',
    )
    expect(getCells(outcome)).toEqual([['a'], ['b']])
    expect(outcome.sheets[0]!.info.hiddenRows).toEqual([2])
  })

  test('reads a table in the frame of another, and several one below the other', async () => {
    const inner = '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>'
    expect(
      await readRows(`<table><tr><td>${inner}</td></tr></table><table><tr><td>c</td></tr></table>`),
    ).toEqual([['a'], ['b'], ['c']])
  })

  test('keeps to the limits whatever it says of its spans', async () => {
    const wide = `<table><tr><td colspan="99999">a</td><td>b</td></tr></table>`
    expect((await readText(wide)).problem).toEqual({ kind: 'too-many-columns', row: 1, limit: 512 })
    const deep = '<table><tr><td>'.repeat(100)
    expect((await readText(deep)).problem).toMatchObject({ kind: 'too-deep' })
  })

  test('that was cut off within a table is refused, not read in part', async () => {
    const html = '<table><tr><td>a</td></tr><tr><td>b'
    expect((await readText(html)).problem).toEqual({ kind: 'damaged-xml', entry: '<table>' })
    expect((await readText(`${html}</body></html>`)).problem).toEqual({
      kind: 'damaged-xml',
      entry: '<table>',
    })
  })

  test('without a table is no table', async () => {
    expect((await readText('<!DOCTYPE html><p>Sign in')).problem).toEqual({
      kind: 'not-a-table',
      found: 'html',
    })
  })

  test('is read in the encoding it declares, if all of it is', async () => {
    const html = '<meta charset="gb2312"><table><tr><td>货件号</td></tr></table>'
    expect((await readBytes(iconv.encode(html, 'gbk'))).facts!.encoding).toBe('gb18030')
    expect((await readText(html)).facts!.encoding).toBe('utf-8')
  })
})

test('a delimited text whose first cell looks like a tag is still a text', async () => {
  expect(getCells(await readText('<none>,1\n<2kg,2\n'))).toEqual([
    ['<none>', '1'],
    ['<2kg', '2'],
  ])
})
