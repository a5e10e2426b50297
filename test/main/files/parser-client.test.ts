import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forkParser } from '../../../main/files/fork-parser.ts'
import { parseInChild, type ParseInChildOptions } from '../../../main/files/parser-client.ts'
import type { ParserChild } from '../../../main/files/parser-protocol.ts'
import type { TableFile } from '../../../main/files/table-sink.ts'
import type { RawRow, RawSheetInfo } from '../../../shared/domain/sheet/raw-cell.ts'
import { makeSheet, makeXlsx, readAll } from './table-fixtures.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parser-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Starts parsers and keeps them, to see that each one ends. */
function watchStarts(entry?: URL) {
  const children: ParserChild[] = []
  const ended: Promise<void>[] = []
  const start = () => {
    const child = forkParser(entry)
    children.push(child)
    ended.push(new Promise((resolve) => child.on('exit', () => resolve())))
    return child
  }
  return { start, ended }
}

async function parse(file: TableFile, options?: ParseInChildOptions) {
  const rows: RawRow[] = []
  const sheets: RawSheetInfo[] = []
  const { start, ended } = watchStarts()
  const sink = {
    rows(_: number, batch: RawRow[]) {
      rows.push(...batch)
    },
    sheet(info: RawSheetInfo) {
      sheets.push(info)
    },
  }
  const result = await parseInChild(start, file, sink, options)
  await Promise.all(ended)
  return { result, rows, sheets }
}

describe('a parser process', () => {
  test('reads a path as reading it here would', async () => {
    const path = join(folder, 'a.csv')
    await writeFile(
      path,
      Array.from({ length: 30_000 }, (_, index) => `FBA${index},"1,2",,客户`).join('\r\n'),
    )
    const here = await readAll({ path })
    const { result, rows, sheets } = await parse({ path })
    expect(result).toEqual({ ok: true, value: here.facts })
    expect(rows).toEqual(here.sheets[0]!.rows)
    expect(sheets).toEqual([here.sheets[0]!.info])
  })

  test('reads bytes, typed cells and all', async () => {
    const bytes = makeXlsx({
      sheet: makeSheet('<c s="0"><v>1</v></c><c t="b"><v>1</v></c>'),
      formats: ['000'],
    })
    const { result, rows } = await parse({ bytes })
    expect(result.ok).toBe(true)
    expect(rows[0]!.cells).toEqual([
      { type: 'number', raw: '1', shown: '001' },
      { type: 'boolean', raw: '1', shown: 'TRUE' },
    ])
  })

  test('hands on the Problem of the file, and the user’s choices to the reader', async () => {
    expect((await parse({ path: join(folder, 'none') })).result).toEqual({
      ok: false,
      problem: { kind: 'missing' },
    })
    const { rows } = await parse({ bytes: Buffer.from('a,b;c\n') }, { delimiter: ';' })
    expect(rows[0]!.cells).toEqual(['a,b', 'c'])
  })

  test('waits for a slow sink, whose time is not counted', async () => {
    const bytes = Buffer.from('1,2\n'.repeat(2_000))
    const sink = {
      rows: () => new Promise<void>((resolve) => setTimeout(resolve, 3_000)),
      sheet() {},
    }
    const { start, ended } = watchStarts()
    expect(await parseInChild(start, { bytes }, sink, { timeoutMs: 2_500 })).toMatchObject({ ok: true })
    await Promise.all(ended)
  })

  test('never has more than a few batches under way', async () => {
    const bytes = Buffer.from('1,2\n'.repeat(60_000))
    const { start, ended } = watchStarts()
    let received = 0
    let taken = 0
    const counting = () => {
      const child = start()
      child.on('message', ({ kind }) => {
        if (kind === 'rows') received += 1
      })
      return child
    }
    const sink = {
      async rows() {
        await new Promise((resolve) => setTimeout(resolve, 10))
        expect(received - taken).toBeLessThanOrEqual(4)
        taken += 1
      },
      sheet() {},
    }
    expect(await parseInChild(counting, { bytes }, sink)).toMatchObject({ ok: true })
    expect(taken).toBe(30)
    await Promise.all(ended)
  })

  test('is ended when the sink throws, and the error thrown on', async () => {
    const { start, ended } = watchStarts()
    const sink = {
      rows() {
        throw new Error('sink')
      },
      sheet() {},
    }
    await expect(parseInChild(start, { bytes: Buffer.from('a,b\n') }, sink)).rejects.toThrow('sink')
    await Promise.all(ended)
  })
})

describe('a parser process that does not come to an end', () => {
  const broken = new URL('./broken-parser.ts', import.meta.url)
  const sink = { rows() {}, sheet() {} }
  const run = async (how: string, options: ParseInChildOptions) => {
    const { start, ended } = watchStarts(broken)
    const result = await parseInChild(start, { path: how }, sink, options)
    await Promise.all(ended)
    return result
  }

  test('is killed when its time is up', async () => {
    expect(await run('hang', { timeoutMs: 500 })).toEqual({
      ok: false,
      problem: { kind: 'parser-timeout', limitMs: 500 },
    })
  })

  test('is killed when the import is cancelled', async () => {
    expect(await run('hang', { signal: AbortSignal.timeout(300) })).toEqual({
      ok: false,
      problem: { kind: 'cancelled' },
    })
    expect(await run('hang', { signal: AbortSignal.abort() })).toMatchObject({
      problem: { kind: 'cancelled' },
    })
  })

  test.runIf(process.platform === 'linux')(
    'is killed when it holds too much memory outside its heap',
    async () => {
      const maxRssBytes = 300 * 1024 * 1024
      expect(await run('eat', { maxRssBytes })).toEqual({
        ok: false,
        problem: { kind: 'parser-memory', limit: maxRssBytes },
      })
    },
  )

  test.each(['exit', 'heap'])('or dies by itself (%s) is a crash, not the end of us', async (how) => {
    expect(await run(how, { maxRssBytes: Infinity })).toEqual({
      ok: false,
      problem: { kind: 'parser-crashed' },
    })
  })
})
