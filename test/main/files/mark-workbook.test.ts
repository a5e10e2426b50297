import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markWorkbook } from '../../../main/files/mark-workbook.ts'
import { writeWorkbook, type WorkbookCell } from '../../../main/files/workbook-writer.ts'
import { formatCellAddress, getCellRaw } from '../../../shared/domain/sheet/raw-cell.ts'
import { readZip } from '../../support/read-zip.ts'
import { makeWorkbookParts, readBytes, zipParts } from './table-fixtures.ts'

const sheetPart = 'xl/worksheets/sheet1.xml'

const makeFile = (sheet: string, extra: Record<string, string> = {}): Uint8Array =>
  zipParts({ ...makeWorkbookParts({ sheet }), ...extra })

const getSheet = (bytes: Uint8Array): string =>
  readZip(Buffer.from(bytes)).get(sheetPart)!.content.toString('utf8')

async function mark(
  bytes: Uint8Array,
  texts: Record<number, string>,
  sheet = 'Boxes',
): Promise<Uint8Array | null> {
  return markWorkbook(bytes, [
    { sheet, textByRow: new Map(Object.entries(texts).map(([row, text]) => [Number(row), text])) },
  ])
}

/** Cells that hold a value, by address. */
async function listCells(bytes: Uint8Array, sheet = 0): Promise<Map<string, string>> {
  const { sheets, problem } = await readBytes(bytes)
  if (problem) throw new Error(problem.kind)
  const cells = new Map<string, string>()
  for (const { row, cells: rowCells } of sheets[sheet]!.rows)
    for (const [column, cell] of rowCells.entries())
      if (cell !== null)
        cells.set(formatCellAddress(column, row), JSON.stringify([typeof cell, getCellRaw(cell)]))
  return cells
}

const withoutColumn = (cells: Map<string, string>, marked: readonly string[]) =>
  new Map([...cells].filter(([address]) => !marked.includes(address)))

test('the question stands in the first free column behind the used ones, in its own row', async () => {
  const sheet =
    '<dimension ref="A1:B3"/><sheetData><row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><t>h</t></is></c><c r="B1"><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><v>7</v></c></row></sheetData><autoFilter ref="A1:B3"/>'
  const marked = (await mark(makeFile(sheet), { 1: '请补充', 3: 'A3: <7> & more' }))!
  expect(getSheet(marked)).toBe(
    '<worksheet><dimension ref="A1:C3"/><cols><col min="3" max="3" width="60" customWidth="1"/></cols><sheetData>' +
      '<row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>h</t></is></c><c r="B1"><v>2</v></c>' +
      '<c r="C1" t="inlineStr"><is><t>请补充</t></is></c></row>' +
      '<row r="3"><c r="A3"><v>7</v></c><c r="C3" t="inlineStr"><is><t>A3: &lt;7&gt; &amp; more</t></is></c></row></sheetData>' +
      '<autoFilter ref="A1:B3"/></worksheet>',
  )
})

test('an empty styled cell in the free column takes the question and keeps its style', async () => {
  const sheet =
    '<cols><col min="1" max="9" width="5"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="4"/><c r="C1" s="5"/></row></sheetData>'
  const marked = getSheet((await mark(makeFile(sheet), { 1: 'x' }))!)
  expect(marked).toContain('<c r="B1" s="4" t="inlineStr"><is><t>x</t></is></c><c r="C1" s="5"/>')
  expect(marked).toContain('<cols><col min="1" max="9" width="5"/></cols>')
})

test('merged cells count as used, and a hidden column is not written to', async () => {
  const sheet =
    '<cols><col min="5" max="6" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' +
    '<mergeCells count="1"><mergeCell ref="A1:D2"/></mergeCells>'
  expect(getSheet((await mark(makeFile(sheet), { 1: 'x' }))!)).toContain('<c r="G1" t="inlineStr">')
})

test('where every column to the right is hidden the file is left alone', async () => {
  const sheet =
    '<cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
  expect(await mark(makeFile(sheet), { 1: 'x' })).toBeNull()
})

test('rows and cells without addresses, and namespaces with a prefix, are written to in their own way', async () => {
  const plain = '<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row></sheetData>'
  expect([...(await listCells((await mark(makeFile(plain), { 2: 'x' }))!)).keys()]).toEqual([
    'A1',
    'A2',
    'B2',
    'C2',
  ])
  const prefixed =
    '<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect(getSheet((await mark(makeFile(prefixed), { 1: 'x' }))!)).toContain(
    '<x:c r="B1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row>',
  )
})

test('a row that is not there, a sheet that is not there and a file that is no workbook are not guessed at', async () => {
  const bytes = makeFile('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
  expect(await mark(bytes, { 9: 'x' })).toBeNull()
  expect(await mark(bytes, { 1: 'x' }, 'Other')).toBeNull()
  expect(await mark(Buffer.from('PK, but no zip'), { 1: 'x' })).toBeNull()
})

test('a macro stays byte for byte in its place', async () => {
  const extra = { 'xl/vbaProject.bin': '\0binary\x01'.repeat(50) }
  const before = makeFile('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', extra)
  const after = readZip(Buffer.from((await mark(before, { 1: 'x' }))!))
  const others = [...readZip(Buffer.from(before))].filter(([name]) => name !== sheetPart)
  expect(others.map(([name, { packed }]) => [name, packed])).toEqual(
    others.map(([name]) => [name, after.get(name)!.packed]),
  )
})

const cellValue: fc.Arbitrary<WorkbookCell> = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: 0, max: 1e9 }),
  fc.constantFrom('FBA19TB4K7Q2', '000123456789', '宁波星野 & <co>', '=1+1'),
)

test('every other cell reads as before and every other part keeps its bytes, whatever the sheet holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cellValue, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 30 })), {
        minLength: 1,
        maxLength: 6,
      }),
      async (rows, asked) => {
        const filled = rows.flatMap((cells, index) =>
          cells.some((cell) => cell !== null) ? [index + 1] : [],
        )
        fc.pre(filled.length > 0)
        const bytes = writeWorkbook([
          { name: '清单', rows },
          { name: 'Other', rows: [['kept', 1]] },
        ])
        const textByRow = new Map(asked.map(([at, text]) => [filled[at % filled.length]!, text]))
        const marked = (await markWorkbook(bytes, [{ sheet: '清单', textByRow }]))!
        const [before, after] = [await listCells(bytes), await listCells(marked)]
        const added = [...after.keys()].filter((address) => !before.has(address))
        expect(withoutColumn(after, added)).toEqual(before)
        expect(new Set(added.map((address) => address.replace(/\d+/, ''))).size).toBe(1)
        expect(
          new Map(added.map((address) => [Number(/\d+/.exec(address)![0]), after.get(address)])),
        ).toEqual(new Map([...textByRow].map(([row, text]) => [row, JSON.stringify(['string', text])])))
        expect(await listCells(marked, 1)).toEqual(await listCells(bytes, 1))
        const [was, is] = [readZip(Buffer.from(bytes)), readZip(Buffer.from(marked))]
        expect([...is.keys()]).toEqual([...was.keys()])
        for (const [name, part] of was)
          if (name !== sheetPart) expect(is.get(name)!.packed.equals(part.packed)).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})
