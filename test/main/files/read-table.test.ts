import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTable } from '../../../main/files/read-table.ts'
import { getCells, makeSheet, makeXlsx, readAll, readBytes, readText } from './table-fixtures.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-table-'))
})
afterAll(() => rm(folder, { recursive: true }))

const save = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('the content decides what a file is', () => {
  test('a workbook named .csv is a workbook', async () => {
    const path = await save('a.csv', makeXlsx({ sheet: makeSheet('<c><v>1</v></c>') }))
    expect((await readAll({ path })).facts).toMatchObject({ type: 'xlsx' })
  })

  test('a delimited text named .xlsx is a text', async () => {
    const outcome = await readAll({ path: await save('a.xlsx', 'a,b\n1,2\n') })
    expect(outcome.facts).toMatchObject({ type: 'csv', delimiter: ',' })
    expect(getCells(outcome)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('a text named .xlsx without any delimiter is refused, named .txt it is a list', async () => {
    const text = 'a letter to the carrier\n'
    expect((await readAll({ path: await save('b.xlsx', text) })).problem).toEqual({ kind: 'not-a-workbook' })
    expect((await readAll({ bytes: Buffer.from(text), name: 'b.XLSX' })).problem).toEqual({
      kind: 'not-a-workbook',
    })
    expect(getCells(await readAll({ path: await save('b.txt', text) }))).toEqual([
      ['a letter to the carrier'],
    ])
  })

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), { kind: 'not-a-table', found: 'pdf' }],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), { kind: 'not-a-table', found: 'image' }],
    ['a gzip', Buffer.from('1f8b0800', 'hex'), { kind: 'not-a-table', found: 'archive' }],
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 3, 5]),
      { kind: 'not-a-table', found: 'binary' },
    ],
    ['a web page', Buffer.from('\n<HTML><p>Please sign in</p>'), { kind: 'not-a-table', found: 'html' }],
    [
      'an XML file that is no workbook',
      Buffer.from('<?xml version="1.0"?><feed/>'),
      { kind: 'not-a-table', found: 'xml' },
    ],
    ['a zip of nothing', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), { kind: 'not-a-workbook' }],
    ['a broken .xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), { kind: 'damaged-xls' }],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      { kind: 'encrypted' },
    ],
    ['nothing', Buffer.alloc(0), { kind: 'empty' }],
    ['blanks', Buffer.from('\uFEFF \r\n\r\n'), { kind: 'empty' }],
  ])('%s is refused as that', async (_, bytes, problem) => {
    expect((await readBytes(bytes)).problem).toEqual(problem)
  })
})

describe('a path', () => {
  test('that is not there, is a folder or runs through a file is a Problem', async () => {
    await mkdir(join(folder, 'sub.csv'))
    const file = await save('c.csv', 'a,b\n')
    expect((await readAll({ path: join(folder, 'none.csv') })).problem).toEqual({ kind: 'missing' })
    expect((await readAll({ path: join(folder, 'sub.csv') })).problem).toEqual({ kind: 'is-folder' })
    expect((await readAll({ path: join(file, 'x.csv') })).problem).toEqual({ kind: 'missing' })
    expect((await readAll({ path: '/dev/zero' })).problem).toEqual({ kind: 'unreadable', code: 'not-a-file' })
  })

  test('to more bytes than the limit is refused before it is read', async () => {
    const path = await save('d.csv', 'x'.repeat(101))
    const problem = { kind: 'too-large', bytes: 101, limit: 100 }
    expect((await readAll({ path }, { limits: { fileBytes: 100 } })).problem).toEqual(problem)
    expect((await readText('x'.repeat(101), { limits: { fileBytes: 100 } })).problem).toEqual(problem)
  })
})

test('the facts name the exact bytes', async () => {
  const bytes = Buffer.from('\uFEFFa;b\r\n1;2\r\n')
  expect((await readBytes(bytes)).facts).toEqual({
    type: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    sheets: [{ name: '', isHidden: false, rowCount: 2 }],
  })
})

test('a signal stops the reading between batches', async () => {
  const controller = new AbortController()
  const bytes = Buffer.from('1,2\n'.repeat(100_000))
  let taken = 0
  const sink = {
    rows(_: number, rows: unknown[]) {
      taken += rows.length
      controller.abort()
    },
    sheet() {},
  }
  expect(await readTable({ bytes }, sink, { signal: controller.signal })).toEqual({
    ok: false,
    problem: { kind: 'cancelled' },
  })
  expect(taken).toBe(2_000)
})

test('what the sink throws is thrown on', async () => {
  const sink = {
    rows() {
      throw new Error('sink')
    },
    sheet() {},
  }
  await expect(readTable({ bytes: Buffer.from('a,b\n') }, sink)).rejects.toThrow('sink')
})
