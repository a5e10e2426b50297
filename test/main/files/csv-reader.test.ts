import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { getCells, readBytes, readText } from './table-fixtures.ts'

describe('encodings', () => {
  const text = '客户,箱号\n新贸易公司,FBA19TB4K7Q2U000001\n'
  const rows = [
    ['客户', '箱号'],
    ['新贸易公司', 'FBA19TB4K7Q2U000001'],
  ]
  const bom = (encoding: string) => iconv.encode(text, encoding, { addBOM: true })
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['GB18030', iconv.encode(text, 'gb18030'), 'gb18030'],
    ['UTF-16LE with BOM', bom('utf-16le'), 'utf-16le'],
    ['UTF-16BE with BOM', bom('utf-16be'), 'utf-16be'],
    ['UTF-16LE without BOM', iconv.encode(text, 'utf-16le', { addBOM: false }), 'utf-16le'],
    ['UTF-16BE without BOM', iconv.encode(text, 'utf-16be', { addBOM: false }), 'utf-16be'],
  ])('%s is read', async (_, bytes, encoding) => {
    const outcome = await readBytes(bytes)
    expect(outcome.facts).toMatchObject({ type: 'csv', encoding, delimiter: ',' })
    expect(getCells(outcome)).toEqual(rows)
  })

  test('GB18030 is seen even when the first Chinese byte comes after 300 KB', async () => {
    const long = `${'a,b\n'.repeat(80_000)}客户,1\n`
    const outcome = await readBytes(iconv.encode(long, 'gb18030'))
    expect(outcome.facts!.encoding).toBe('gb18030')
    expect(getCells(outcome).at(-1)).toEqual(['客户', '1'])
  })

  test('a file that is none of them is not guessed', async () => {
    const bytes = Buffer.concat([Buffer.from('name,city\nJos'), Buffer.from([0xe9, 0x0a, 0xff, 0x2c, 0x31])])
    expect((await readBytes(bytes)).problem).toEqual({ kind: 'unknown-encoding' })
    expect(getCells(await readBytes(bytes, { encoding: 'windows-1252' }))).toEqual([
      ['name', 'city'],
      ['José'],
      ['ÿ', '1'],
    ])
  })

  test('the user’s choice is applied as strictly', async () => {
    expect((await readBytes(Buffer.from([0x61, 0xff]), { encoding: 'utf-8' })).problem).toEqual({
      kind: 'unknown-encoding',
    })
  })
})

describe('delimiters', () => {
  test.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon with decimal commas', 'kg;m;x\n1,5;2,5;a\n1,5;2,5;b\n', ';'],
    [
      'tab with commas in addresses',
      'id\tto\tkg\n1\t1 Main St, Ontario, CA\t2\n2\t9 Dock Rd, Reno\t3\n',
      '\t',
    ],
    ['bar', 'a|b\n1|2\n', '|'],
    ['comma although quotes hold others', 'a,b\n"1;2;3;4","x;y"\n"1;2;3;4","x;y"\n', ','],
    ['comma below a title', 'Shipments of week 45; all\n\na,b,c\n1,2,3\n4,5,6\n', ','],
    ['nothing at all', 'FBA1\nFBA2\n', ','],
  ])('%s', async (_, text, delimiter) => {
    expect((await readText(text)).facts!.delimiter).toBe(delimiter)
  })

  test('the user’s choice wins', async () => {
    expect(getCells(await readText('a,b;c\n', { delimiter: ';' }))).toEqual([['a,b', 'c']])
  })
})

describe('records', () => {
  test('keep quoted line ends and quotes as they are', async () => {
    const outcome = await readText('id,note\r\n1,"two\nlines\r\nand ""more"""\r\n2,x\r\n')
    expect(getCells(outcome)).toEqual([
      ['id', 'note'],
      ['1', 'two\nlines\r\nand "more"'],
      ['2', 'x'],
    ])
  })

  test('end at CRLF, LF and CR, even mixed', async () => {
    const outcome = await readText('a,b\r\n1,"2"\n3,4\r"5",6\r\n\r\n7,8')
    expect(outcome.sheets[0]!.rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '2'] },
      { row: 3, cells: ['3', '4'] },
      { row: 4, cells: ['5', '6'] },
      { row: 6, cells: ['7', '8'] },
    ])
  })

  test('keep their own width, so that ragged ones show', async () => {
    expect(getCells(await readText('a,b,c\n1,2\n1,2,3,4\n,,\n'))).toEqual([
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4'],
    ])
  })

  test('take a quote inside a field as a character', async () => {
    expect(getCells(await readText('a,b\n5" box,2\n'))).toEqual([
      ['a', 'b'],
      ['5" box', '2'],
    ])
  })

  test('leave spreadsheet tricks, blanks and odd headings alone', async () => {
    expect(getCells(await readText('__proto__,constructor,x\n"=""0123""",\'0123, 1 \n'))).toEqual([
      ['__proto__', 'constructor', 'x'],
      ['="0123"', "'0123", ' 1 '],
    ])
  })

  test('with an unclosed quote are refused with their number', async () => {
    const outcome = await readText('a,b\n\n1,"x\ny"\n2,"open\n3,4\n')
    expect(outcome.problem).toEqual({ kind: 'unclosed-quote', row: 4 })
  })

  test('with text behind a closing quote are refused with their number', async () => {
    expect((await readText('a,b\n"x"y,2\n3,4\n')).problem).toEqual({ kind: 'misplaced-quote', row: 2 })
  })

  test('with a NUL are refused with their number', async () => {
    const text = `a,b\n${'ordinary text,1\n'.repeat(20)}FBA\u00001,2\n`
    expect((await readText(text)).problem).toEqual({ kind: 'nul-character', row: 22 })
  })

  test('too many, too wide or too long are refused', async () => {
    const limits = { rows: 3, columns: 2, cellChars: 5, cells: 100, csvRecordChars: 1_000 }
    expect((await readText('1\n2\n3\n4\n', { limits })).problem).toEqual({ kind: 'too-many-rows', limit: 3 })
    expect((await readText('1,2,3\n', { limits })).problem).toEqual({
      kind: 'too-many-columns',
      row: 1,
      limit: 2,
    })
    expect((await readText('1,2,,\n1,123456\n', { limits })).problem).toEqual({
      kind: 'cell-too-long',
      row: 2,
      limit: 5,
    })
    expect((await readText(`1${','.repeat(100)}\n`, { limits })).problem).toEqual({
      kind: 'too-many-cells',
      limit: 100,
    })
    expect((await readText(`a,b\n${'x'.repeat(600_000)}\n`, { limits })).problem).toEqual({
      kind: 'record-too-long',
      limit: 1_000,
    })
  })

  test('are counted right across the pieces a long text is cut into', async () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `${index},"a ""b""\r\nc",tail of record`).join(
      '\r\n',
    )
    const { sheets } = await readText(text)
    expect(sheets[0]!.rows).toHaveLength(60_000)
    expect(sheets[0]!.rows.every(({ row, cells }) => cells[0] === String(row - 1))).toBe(true)
    expect((await readText(`${text}\r\n1,"`)).problem).toEqual({ kind: 'unclosed-quote', row: 60_001 })
  })
})

describe('any table', () => {
  const field = fc.oneof(
    fc.string({ unit: 'grapheme-composite', maxLength: 8 }),
    fc.stringMatching(/^[0-9",;|\t\r\n =']{0,8}$/),
    fc.constantFrom('\uFEFF', '\uFEFF1', '""', ' ', '客户'),
  )
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    )
  const readable = table.filter(
    (rows) => /[^\s\0]/.test(rows.flat().join('')) && !rows.flat().join('').includes('\0'),
  )

  test.each([',', ';', '\t', '|'])('written with %j comes back field by field', async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(
        readable,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, quotes, newline) => {
          const text = `x${delimiter}y${newline}${Papa.unparse(rows, { delimiter, quotes, newline, quoteChar: '"' })}`
          const outcome = await readText(text, { delimiter })
          const expected = rows
            .map((cells, index) => ({
              row: index + 2,
              cells: cells.map((cell) => (cell === '' ? null : cell)),
            }))
            .filter(({ cells }) => cells.some((cell) => cell !== null))
          expect(outcome.problem).toBeNull()
          expect(outcome.sheets[0]!.rows.slice(1)).toEqual(expected)
        },
      ),
      { numRuns: 60 },
    )
  })
})
