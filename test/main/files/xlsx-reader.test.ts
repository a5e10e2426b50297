import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getCells, makeSheet, makeWorkbookParts, makeXlsx, readBytes, zipParts } from './table-fixtures.ts'

const readCells = async (sheet: string, more: object = {}) =>
  getCells(await readBytes(makeXlsx({ sheet, ...more })))[0]

describe('numbers', () => {
  test('keep every digit of their stored text', async () => {
    const sheet = makeSheet(
      '<c r="A1"><v>1234567890123456789</v></c>',
      '<c r="B1"><v>4.00014700213E11</v></c>',
      '<c r="C1"><v>12.50</v></c>',
    )
    expect(await readCells(sheet)).toEqual([
      { type: 'number', raw: '1234567890123456789' },
      { type: 'number', raw: '4.00014700213E11', shown: '400014700213' },
      { type: 'number', raw: '12.50', shown: '12.5' },
    ])
  })

  test('show the zeros that a format adds, without touching the number', async () => {
    const sheet = makeSheet('<c r="A1" s="1"><v>123</v></c>', '<c r="B1" s="0"><v>123</v></c>')
    expect(await readCells(sheet, { formats: ['0', '00000000'] })).toEqual([
      { type: 'number', raw: '123', shown: '00000123' },
      { type: 'number', raw: '123' },
    ])
  })

  test('with a date format are dates, in either date system', async () => {
    const sheet = makeSheet('<c r="A1" s="0"><v>45000.5</v></c>', '<c r="B1" s="1"><v>45000.5</v></c>')
    const formats = ['m/d/yyyy', 'yyyy"年"m"月"d"日" h:mm']
    expect(await readCells(sheet, { formats })).toEqual([
      { type: 'date', raw: '45000.5', shown: '2023-03-15' },
      { type: 'date', raw: '45000.5', shown: '2023-03-15T12:00:00' },
    ])
    expect(await readCells(sheet, { formats, workbookPr: '<workbookPr date1904="1"/>' })).toMatchObject([
      { shown: '2027-03-16' },
      { shown: '2027-03-16T12:00:00' },
    ])
  })
})

describe('texts', () => {
  test('are plain strings wherever the file keeps them', async () => {
    const sheet = makeSheet(
      '<c r="A1" t="s"><v>1</v></c>',
      '<c r="B1" t="inlineStr"><is><t>0012</t></is></c>',
      '<c r="C1" t="str"><v>x</v></c>',
    )
    expect(await readCells(sheet, { sharedStrings: '<si><t>a</t></si><si><t>FBA</t></si>' })).toEqual([
      'FBA',
      '0012',
      'x',
    ])
  })

  test('join the runs of a rich text and leave its phonetic guide out', async () => {
    const sharedStrings =
      '<si><r><rPr><b/></rPr><t>FBA19</t></r><r><t xml:space="preserve"> 7Q2</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si>'
    expect(await readCells(makeSheet('<c r="A1" t="s"><v>0</v></c>'), { sharedStrings })).toEqual([
      'FBA19 7Q2',
    ])
  })

  test('keep blanks, entities, CDATA and spelled-out characters', async () => {
    const sheet = makeSheet(
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 12 </t></is></c>',
      '<c r="B1" t="inlineStr"><is><t>a&amp;b &#26032;</t></is></c>',
      '<c r="C1" t="inlineStr"><is><t><![CDATA[<1>]]></t></is></c>',
      '<c r="D1" t="inlineStr"><is><t>a_x000D_b _x005F_x000D_</t></is></c>',
    )
    expect(await readCells(sheet)).toEqual([' 12 ', 'a&b 新', '<1>', 'a\rb _x000D_'])
  })

  test('that are empty are empty cells', async () => {
    const sheet = makeSheet(
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1" s="4"/>',
      '<c r="C1" t="inlineStr"><is><t/></is></c>',
      '<c r="D1" t="inlineStr"><is><t>x</t></is></c>',
      '<c r="E1" t="s"><v>0</v></c>',
    )
    expect(await readCells(sheet, { sharedStrings: '<si><t/></si>' })).toEqual([null, null, null, 'x'])
  })
})

test('booleans, errors, ISO dates and formulas say what they are', async () => {
  const sheet = makeSheet(
    '<c r="A1" t="b"><v>1</v></c>',
    '<c r="B1" t="e"><v>#N/A</v></c>',
    '<c r="C1" t="d"><v>2026-11-03</v></c>',
    '<c r="D1"><f>1+1</f><v>2</v></c>',
    '<c r="E1" t="str"><f>A1&amp;"x"</f><v>0x</v></c>',
    '<c r="F1"><f t="shared" si="0"/></c>',
  )
  expect(await readCells(sheet)).toEqual([
    { type: 'boolean', raw: '1', shown: 'TRUE' },
    { type: 'error', raw: '#N/A' },
    { type: 'date', raw: '2026-11-03' },
    { type: 'number', raw: '2', isFormula: true },
    { type: 'text', raw: '0x', isFormula: true },
    { type: 'number', raw: '', isFormula: true },
  ])
})

describe('places', () => {
  test('of up to three letters are understood', async () => {
    const limits = { columns: 16_384 }
    const sheet = makeSheet(...['Z1', 'AA1', 'ZZ1', 'AAA1', 'XFD1'].map((at) => `<c r="${at}"><v>1</v></c>`))
    const [cells] = getCells(await readBytes(makeXlsx({ sheet }), { limits }))
    expect(cells!.flatMap((cell, column) => (cell === null ? [] : [column]))).toEqual([
      25, 26, 701, 702, 16_383,
    ])
  })

  test('come from the references, or count on where a writer left them out', async () => {
    const sheet =
      '<sheetData><row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row></sheetData>'
    const outcome = await readBytes(makeXlsx({ sheet }))
    expect(outcome.sheets[0]!.rows).toEqual([
      { row: 3, cells: [null, null, { type: 'number', raw: '1' }, { type: 'number', raw: '2' }] },
      { row: 5, cells: [{ type: 'number', raw: '3' }] },
    ])
  })

  test.each([
    ['a cell twice', makeSheet('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')],
    ['a row twice', '<sheetData><row r="2"/><row r="2"><c r="A2"><v>1</v></c></row></sheetData>'],
    ['a cell of another row', makeSheet('<c r="A2"><v>1</v></c>')],
    ['a cell of a row that only ends so', makeSheet('<c r="A11"><v>1</v></c>')],
    ['an address that is none', makeSheet('<c r="a1"><v>1</v></c>')],
    ['a cell out of order', makeSheet('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>')],
    ['a shared string that is not there', makeSheet('<c r="A1" t="s"><v>7</v></c>')],
    ['an unknown type', makeSheet('<c r="A1" t="z"><v>7</v></c>')],
  ])('refuse %s', async (_, sheet) => {
    const { problem } = await readBytes(makeXlsx({ sheet }))
    expect(problem).toMatchObject({ kind: 'damaged-xml', entry: 'xl/worksheets/sheet1.xml' })
  })

  test('merged ranges, hidden rows and hidden columns are told with the sheet', async () => {
    const sheet =
      '<cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/><col min="500" max="16384" hidden="true"/></cols>' +
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>' +
      '<row r="9" hidden="1"/></sheetData><mergeCells><mergeCell ref="A1:AB3"/></mergeCells>'
    const { sheets } = await readBytes(makeXlsx({ sheet }))
    expect(sheets[0]!.info).toEqual({
      name: 'Boxes',
      isHidden: false,
      merges: [{ top: 1, left: 0, bottom: 3, right: 27 }],
      hiddenRows: [2],
      hiddenColumns: [1, 2, ...Array.from({ length: 13 }, (_, index) => 499 + index)],
    })
  })
})

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/>`

describe('sheets', () => {
  test('are found through the relationships, in the workbook’s order, wherever their parts lie', async () => {
    const parts = makeWorkbookParts({})
    const outcome = await readBytes(
      zipParts({
        ...parts,
        'xl/workbook.xml':
          '<x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="Second &amp; first" rel:id="b"/>' +
          '<x:sheet name="Chart" rel:id="c"/><x:sheet name="Hidden" state="veryHidden" rel:id="a"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels': `<Relationships>${relation('a', 'worksheet', '/other/one.xml')}${relation('b', 'worksheet', 'worksheets/../two.xml')}${relation('c', 'chartsheet', 'c.xml')}</Relationships>`,
        'other/one.xml': `<worksheet>${makeSheet('<c r="A1"><v>1</v></c>')}</worksheet>`,
        'xl/two.xml':
          '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      }),
    )
    expect(outcome.facts!.sheets).toEqual([
      { name: 'Second & first', isHidden: false, rowCount: 1 },
      { name: 'Hidden', isHidden: true, rowCount: 1 },
    ])
    expect(getCells(outcome, 0)).toEqual([[{ type: 'number', raw: '2' }]])
    expect(getCells(outcome, 1)).toEqual([[{ type: 'number', raw: '1' }]])
  })

  test('come in batches that hold the reader back', async () => {
    const { readTable } = await import('../../../main/files/read-table.ts')
    const rows = Array.from({ length: 9_000 }, (_, index) => `<row><c><v>${index}</v></c></row>`)
    const bytes = makeXlsx({ sheet: `<sheetData>${rows.join('')}</sheetData>` })
    let running = 0
    let seen = 0
    const result = await readTable(
      { bytes },
      {
        async rows(_, batch) {
          running += 1
          expect(running).toBe(1)
          await new Promise((resolve) => setTimeout(resolve, 2))
          seen += batch.length
          running -= 1
        },
        sheet() {
          expect(seen).toBe(9_000)
        },
      },
    )
    expect(result.ok).toBe(true)
  })
})

test('a number’s digits survive whatever they are', async () => {
  const digits = fc.stringMatching(/^-?[1-9][0-9]{0,40}$/)
  await fc.assert(
    fc.asyncProperty(fc.array(digits, { minLength: 1, maxLength: 20 }), async (numbers) => {
      const sheet = makeSheet(...numbers.map((digit) => `<c><v>${digit}</v></c>`))
      expect(await readCells(sheet)).toEqual(numbers.map((raw) => ({ type: 'number', raw })))
    }),
    { numRuns: 30 },
  )
})
