import { readFileSync } from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { getCellRaw, type RawCellValue } from '../../../shared/domain/sheet/raw-cell.ts'
import { getCells, readBytes, type ReadOutcome } from './table-fixtures.ts'

const folder = path.resolve(import.meta.dirname, '../../fixtures/xls')
const load = (name: string): Buffer => readFileSync(path.join(folder, name))
const readFixture = (name: string): Promise<ReadOutcome> => readBytes(load(name))

/** What another reader (xlrd) finds in a fixture. */
interface Expected {
  date1904: boolean
  sheets: { name: string; isHidden: boolean; cells: [number, number, string, string | number][] }[]
}
const loadExpected = (name: string): Expected =>
  JSON.parse(load(name.replace('.xls', '.json')).toString('utf8')) as Expected

const getType = (cell: RawCellValue): string => (typeof cell === 'string' ? 'text' : (cell?.type ?? 'none'))

describe.each(['boxes.xls', 'dates-1904.xls', 'long-strings.xls', 'office.xls'])('%s', (name) => {
  test('reads cell for cell as another reader does', async () => {
    const { sheets, problem } = await readFixture(name)
    expect(problem).toBeNull()
    const found = sheets.map(({ info, rows }) => ({
      name: info.name,
      isHidden: info.isHidden,
      cells: rows.flatMap(({ row, cells }) =>
        cells.flatMap((cell, column) => {
          const raw = getCellRaw(cell)
          if (raw === '') return []
          const type = getType(cell)
          const isNumber = type === 'number' || type === 'date' || type === 'boolean'
          return [[row, column, type, isNumber ? Number(raw) : raw]]
        }),
      ),
    }))
    expect(found).toEqual(loadExpected(name).sheets)
  })
})

describe('the cells of a legacy workbook', () => {
  test('keep text ids as text and numbers with every digit of their double', async () => {
    const outcome = await readFixture('boxes.xls')
    expect(getCells(outcome)[2]!.slice(0, 4)).toEqual([
      'FBA15TB8M3X9',
      'FBA15TB8M3X9U000001',
      '000123456789',
      { type: 'number', raw: '3' },
    ])
    expect(getCells(outcome, 1)[0]).toEqual([
      { type: 'number', raw: '400014700213' },
      { type: 'number', raw: '400014700213', shown: '00400014700213' },
      { type: 'number', raw: '123456789012345' },
      { type: 'number', raw: '1234567890123456' },
      { type: 'number', raw: '1234567890123456800' },
      { type: 'number', raw: '0.07' },
      { type: 'number', raw: '-12.34' },
      { type: 'number', raw: '1234567.891', shown: '1,234,567.89' },
      { type: 'number', raw: '536870912' },
      { type: 'number', raw: '1e+21' },
    ])
  })

  test('show dates in either date system', async () => {
    const [, , , , , date] = getCells(await readFixture('boxes.xls'))[2]!
    expect(date).toEqual({ type: 'date', raw: '46329', shown: '2026-11-03' })
    const outcome = await readFixture('dates-1904.xls')
    expect(outcome.sheets[0]!.info.isDate1904).toBe(true)
    expect(getCells(outcome)[0]).toEqual([
      { type: 'date', raw: '44927', shown: '2027-01-02' },
      { type: 'date', raw: '44927.5', shown: '2027-01-02T12:00:00' },
      { type: 'number', raw: '44927' },
    ])
  })

  test('are booleans, errors and the stored results of formulas', async () => {
    expect(getCells(await readFixture('boxes.xls'), 1)[1]).toEqual([
      { type: 'boolean', raw: '1', shown: 'TRUE' },
      { type: 'boolean', raw: '0', shown: 'FALSE' },
      { type: 'text', raw: '', isFormula: true },
      { type: 'error', raw: '#N/A' },
      { type: 'error', raw: '#REF!' },
    ])
    expect(getCells(await readFixture('office.xls')).slice(1)).toEqual([
      [
        { type: 'text', raw: 'FBA15TB8M3X9', isFormula: true },
        'ONT8',
        { type: 'number', raw: '0.25', isFormula: true },
      ],
      ['FBA15TB8M3Y0', 'LAX9', { type: 'error', raw: '#DIV/0!', isFormula: true }],
      ['FBA15TB8M3Z1', null, { type: 'number', raw: '1', shown: 'TRUE', isFormula: true }],
    ])
  })

  test('of before 1997 are read in the code page of their workbook', async () => {
    // The other writer keeps no Chinese in this format: its bytes are put in the place of others.
    const sheet = utils.aoa_to_sheet([['HHHHHHHH'], ['FBA15TB8M3X9']])
    const written: Buffer = write(
      { SheetNames: ['boxes'], Sheets: { boxes: sheet } },
      { bookType: 'biff5', type: 'buffer' },
    )
    const swap = (bytes: Buffer, from: Buffer, to: Buffer) => {
      const at = bytes.indexOf(from)
      return Buffer.concat([bytes.subarray(0, at), to, bytes.subarray(at + from.length)])
    }
    const chinese = swap(written, Buffer.from('HHHHHHHH'), iconv.encode('货件编号', 'gbk'))
    const codePage = written.indexOf(Buffer.from('42000200', 'hex')) + 4
    expect(codePage).toBeGreaterThan(4)
    chinese.writeUInt16LE(936, codePage)
    expect(getCells(await readBytes(chinese))).toEqual([['货件编号'], ['FBA15TB8M3X9']])
    chinese.writeUInt16LE(437, codePage)
    expect((await readBytes(chinese)).problem).toEqual({ kind: 'unknown-code-page', codePage: 437 })
  })
})

test('a bare sheet without a container, as PHP pages write it, is read', async () => {
  const record = (type: number, ...shorts: (number | Buffer)[]) => {
    const data = Buffer.concat(
      shorts.map((part) => (typeof part === 'number' ? Buffer.from([part & 255, part >> 8]) : part)),
    )
    return Buffer.concat([Buffer.from([type & 255, type >> 8, data.length & 255, data.length >> 8]), data])
  }
  const three = Buffer.alloc(8)
  three.writeDoubleLE(3)
  const makeSheet = (text: Buffer) =>
    Buffer.concat([
      record(0x809, 0, 0x10, 0, 0),
      record(0x204, 0, 0, 0, text.length, text),
      record(0x203, 0, 1, 0, three),
      record(0x0a),
    ])
  const cells = [['FBA15TB8M3X9', { type: 'number', raw: '3' }]]
  expect(getCells(await readBytes(makeSheet(Buffer.from('FBA15TB8M3X9'))))).toEqual(cells)
  // Which code page the bytes are in is said nowhere.
  const chinese = makeSheet(iconv.encode('货件', 'gbk'))
  expect((await readBytes(chinese)).problem).toEqual({ kind: 'unknown-code-page', codePage: 0 })
})

test('a workbook older than Excel 5 is refused as that', async () => {
  const sheet = utils.aoa_to_sheet([['FBA15TB8M3X9']])
  const book = { SheetNames: ['a'], Sheets: { a: sheet } }
  const bytes: Buffer = write(book, { bookType: 'biff2', type: 'buffer' })
  expect((await readBytes(bytes)).problem).toEqual({ kind: 'legacy-xls' })
})

describe('a legacy workbook', () => {
  test('says what is merged, hidden and filtered', async () => {
    const boxes = (await readFixture('boxes.xls')).sheets
    expect(boxes.map(({ info }) => info.isHidden)).toEqual([false, false, true, false])
    expect(boxes[0]!.info).toEqual({
      name: '装箱清单',
      isHidden: false,
      merges: [{ top: 1, bottom: 1, left: 0, right: 5 }],
      hiddenRows: [4],
      hiddenColumns: [6],
    })
    const [office] = (await readFixture('office.xls')).sheets
    expect(office!.info).toMatchObject({ hiddenRows: [3], hiddenColumns: [2], filter: 'hiding' })
  })

  test.each([
    ['rows', { rows: 2 }, { kind: 'too-many-rows', limit: 2 }],
    ['columns', { columns: 3 }, { kind: 'too-many-columns', row: 2, limit: 3 }],
    ['cells', { cells: 40 }, { kind: 'too-many-cells', limit: 40 }],
    ['sheets', { sheets: 3 }, { kind: 'too-many-sheets', limit: 3 }],
    ['merges', { merges: 0 }, { kind: 'too-many-merges', limit: 0 }],
    ['characters in a cell', { cellChars: 100 }, { kind: 'cell-too-long', row: 5, limit: 100 }],
  ])('with more %s than the limit is refused', async (_, limits, problem) => {
    expect((await readBytes(load('boxes.xls'), { limits })).problem).toEqual(problem)
  })

  test('that was cut off anywhere is refused, not read in part', async () => {
    const whole = load('boxes.xls')
    for (let length = 600; length < whole.length - 512; length += 512) {
      const { problem } = await readBytes(whole.subarray(0, length))
      expect(problem, `${length} bytes`).not.toBeNull()
    }
  })

  test('damaged in any place is refused with a reason or read, never thrown at', async () => {
    const whole = load('office.xls')
    const kinds = new Set<string>()
    let seed = 20_261_126
    const draw = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    for (let round = 0; round < 1_500; round += 1) {
      const mutant = Buffer.from(whole)
      for (let hit = 0; hit < 3; hit += 1) mutant[draw(mutant.length)] = draw(256)
      const { problem } = await readBytes(mutant)
      kinds.add(problem?.kind ?? 'read')
    }
    expect(kinds).toContain('damaged-xls')
    expect(kinds).toContain('read')
  })

  test('whose streams are those of another program is refused as that', async () => {
    const rename = (name: string) => {
      const bytes = load('boxes.xls')
      const entry = bytes.indexOf(Buffer.from('Workbook', 'utf16le'))
      bytes.fill(0, entry, entry + 64)
      bytes.write(name, entry, 'utf16le')
      bytes.writeUInt16LE(name.length * 2 + 2, entry + 64)
      return bytes
    }
    expect((await readBytes(rename('WordDocument'))).problem).toEqual({ kind: 'not-a-table', found: 'word' })
    expect((await readBytes(rename('PowerPoint Document'))).problem).toEqual({
      kind: 'not-a-table',
      found: 'slides',
    })
    expect((await readBytes(rename('Something'))).problem).toEqual({ kind: 'not-a-workbook' })
    expect((await readBytes(rename('EncryptedPackage'))).problem).toEqual({ kind: 'encrypted' })
  })
})
