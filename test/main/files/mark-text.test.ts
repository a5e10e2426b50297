import fc from 'fast-check'
import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { detectDelimiter } from '../../../main/files/csv-delimiter.ts'
import { markText } from '../../../main/files/mark-text.ts'
import { getCells, readBytes } from './table-fixtures.ts'

const question = 'C2：4.00015E+11 已失真，请重新填写'
const text = '货件号,仓库,单号\r\nFBA19T000001,ONT8,4.00015E+11\r\nFBA19T000002,LAX9,1Z\r\n'
const marks = new Map([
  [1, '请补充'],
  [2, question],
])
const expected = `货件号,仓库,单号,请补充\r\nFBA19T000001,ONT8,4.00015E+11,${question}\r\nFBA19T000002,LAX9,1Z\r\n`

const bom = (hex: string, body: Buffer) => Buffer.concat([Buffer.from(hex, 'hex'), body])

test.each([
  ['utf-8', (each: string) => encode(each, 'utf-8')],
  ['utf-8', (each: string) => bom('efbbbf', encode(each, 'utf-8'))],
  ['gb18030', (each: string) => encode(each, 'gb18030')],
  ['utf-16le', (each: string) => bom('fffe', encode(each, 'utf-16le'))],
  ['utf-16be', (each: string) => bom('feff', encode(each, 'utf-16be'))],
  ['utf-16le', (each: string) => encode(each, 'utf-16le')],
] as const)('a file in %s comes back in it, mark of the byte order and all', (encoding, write) => {
  expect(Buffer.from(markText(write(text), encoding, marks)!)).toEqual(write(expected))
})

const marked = (content: string, rows: Record<number, string>) => {
  const bytes = markText(
    Buffer.from(content),
    'utf-8',
    new Map(Object.entries(rows).map(([row, each]) => [Number(row), each])),
  )
  return bytes && Buffer.from(bytes).toString('utf8')
}

test('the delimiter and the line ends of the file are kept, mixed ones too', () => {
  expect(marked('a\tb\n1\t2\r\n3\t4', { 2: 'x', 3: 'y' })).toBe('a\tb\n1\t2\tx\r\n3\t4\ty')
  expect(marked('a;b\r1;2\r', { 2: 'x;y' })).toBe('a;b\r1;2;"x;y"\r')
})

test('a short row is filled up, so that all questions stand in one column', () => {
  expect(marked('a,b,c\n1\n1,2,3\n', { 2: 'x', 3: 'y' })).toBe('a,b,c\n1,,,x\n1,2,3,y\n')
})

test('line ends inside quotes end no row, and blank lines count', () => {
  expect(marked('a,b\n\n"1\n1",2\n3,4\n', { 4: 'x', 3: 'y' })).toBe('a,b\n\n"1\n1",2,y\n3,4,x\n')
})

test('a question that the encoding cannot spell leaves the file alone', () => {
  expect(
    markText(encode('貨件號,倉庫\r\nFBA19T000001,ONT8\r\n', 'big5'), 'big5', new Map([[2, '请补充€']])),
  ).toBeNull()
})

test('every other field reads as before', async () => {
  const field = fc.constantFrom('', 'a', '中文', 'x,y', 'say "hi"', 'two\nlines', '000123', ' ', ';|')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 9 }),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('x', 'say "x", please', '请补充')), {
        minLength: 1,
        maxLength: 4,
      }),
      async (rows, asked) => {
        const quote = (each: string) => (/[",\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)
        const content = Buffer.from(`${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`)
        // Without a word in each row the reader drops it and the rows below would be compared with others.
        fc.pre(
          rows.every((row) => row.some((each) => each.trim() !== '')) &&
            detectDelimiter(content.toString('utf8')) !== null,
        )
        const before = getCells(await readBytes(content))
        const textByRow = new Map(asked.map(([at, each]) => [(at % rows.length) + 1, each]))
        const bytes = markText(content, 'utf-8', textByRow)
        fc.pre(bytes !== null)
        const width = Math.max(...before.map((cells) => cells.length))
        const after = getCells(await readBytes(bytes))
        const wanted = before.map((cells, index) => {
          const each = textByRow.get(index + 1)
          return each === undefined
            ? cells
            : [...cells, ...Array<null>(width - cells.length).fill(null), each]
        })
        expect(after).toEqual(wanted)
      },
    ),
    { numRuns: 200 },
  )
})
