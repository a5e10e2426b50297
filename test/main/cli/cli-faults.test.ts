import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../../db/open.ts'
import type { Store } from '../../../db/store.ts'
import { getTestFiles, nextOpId } from '../../support/engine-process.ts'
import { runCli, type CliRun } from '../../support/run-cli.ts'
import { addCarriers, assignAll, writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk } from '../../support/test-desk.ts'

/** Freight shipments that wait for their carriers and numbers; the desk is closed. */
async function fillDatabase(folder: string, count: number): Promise<void> {
  const desk = openTestDesk(folder)
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(folder, 'a.csv', count))
  desk.close()
}

async function readState(folder: string): Promise<{ pros: number; issued: number; left: number }> {
  const desk = openTestDesk(folder)
  const rows = await desk.rows()
  const { blocks } = await desk.call('block.list', {})
  desk.close()
  return {
    pros: rows.filter((row) => row.pro !== null).length,
    issued: blocks[0]!.issued,
    left: blocks[0]!.left,
  }
}

const mounts: string[] = []
afterEach(() => {
  for (const disk of mounts.splice(0)) execFileSync('umount', ['-l', disk])
})

/** A disk of one megabyte, or null where this user may not mount one. */
function mountSmallDisk(folder: string): string | null {
  if (process.getuid?.() !== 0) return null
  const disk = path.join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return null
  }
  mounts.push(disk)
  return disk
}

/** Leaves not one free byte. */
function fillDisk(disk: string): string {
  const filler = path.join(disk, 'filler')
  mkdirSync(filler)
  for (let size = 256 * 1024, part = 0; size >= 1; size /= 4) {
    try {
      for (; ; part++) writeFileSync(path.join(filler, String(part)), Buffer.alloc(size))
    } catch {
      continue
    }
  }
  return filler
}

// The command line waits for such a database for a while: the other tests run meanwhile.
const heldFolder = mkdtempSync(path.join(tmpdir(), 'tailboard-held-'))
let held: Store
let waiting: Promise<CliRun>
beforeAll(() => {
  const opened = openStore(getTestFiles(heldFolder).database)
  if (!opened.ok) throw new Error(opened.problem.kind)
  held = opened.value
  waiting = runCli(heldFolder, ['check', '--json'])
})
afterAll(() => {
  held.close()
  rmSync(heldFolder, { recursive: true })
})

test('files that cannot be read, and nothing else, end with 1 and change nothing', async () => {
  const desk = openTestDesk()
  const before = await desk.dump()
  const { folder } = desk
  mkdirSync(path.join(folder, 'folder'))
  desk.write('empty.csv', new Uint8Array())
  desk.write('text.xlsx', ['dear all, the trucks leave at noon'])
  desk.close()
  const files = ['missing.csv', 'folder', 'empty.csv', 'text.xlsx']
  const run = await runCli(folder, ['import', ...files, '--client', '宁波星野', '--accept', '--json'])
  expect(run.code).toBe(1)
  const { files: answered } = run.json as {
    files: { problem: { kind: string; problem?: { kind: string } } }[]
  }
  expect(answered.map(({ problem }) => problem.problem?.kind ?? problem.kind)).toEqual([
    'missing',
    'is-folder',
    'empty',
    'nothing-to-import',
  ])
  const after = openTestDesk(folder)
  expect(await after.dump()).toBe(before)
})

test('a file that needs somebody to look at it is not imported, and said not to be', async () => {
  const desk = openTestDesk()
  desk.write('a.csv', [
    'FBA货件号,仓库代码,派送方式,件数',
    'FBA19T000001,ONT8,LTL,3',
    'FBA19T000002,ONT8,LTL,4',
  ])
  desk.close()
  const run = await runCli(desk.folder, ['import', 'a.csv', '--client', '宁波星野'])
  expect(run.code).toBe(1)
  expect(run.out).toMatch(/^a\.csv \(宁波星野\): not imported/)
  const accepted = await runCli(desk.folder, ['import', 'a.csv', '--client', '宁波星野', '--accept'])
  expect([accepted.code, accepted.out]).toEqual([0, expect.stringMatching(/: imported 2 new/)])
})

test('a dry run leaves a draft that lies open at a desk, with what was settled for it', async () => {
  const desk = openTestDesk()
  const file = desk.write('a.csv', ['FBA货件号,仓库代码,派送方式,件数', 'FBA19T000001,ONT8,LTL,3'])
  await desk.open(file, '深圳拓海')
  const before = (await desk.call('import.drafts', {})).drafts
  desk.close()
  expect((await runCli(desk.folder, ['import', 'a.csv', '--client', '宁波星野', '--dry-run'])).code).toBe(0)
  const after = openTestDesk(desk.folder)
  expect((await after.call('import.drafts', {})).drafts).toEqual(before)
  after.close()
  // The client that is named counts, whoever has opened the file before.
  await runCli(desk.folder, ['import', 'a.csv', '--client', '宁波星野'])
  const imported = openTestDesk(desk.folder)
  expect((await imported.row('FBA19T000001')).client).toBe('宁波星野')
})

test('a carrier or client that nobody knows is a problem of the data: 1', async () => {
  const folder = makeTempFolder()
  const block = ['block', 'add', '--first', '810020000', '--last', '810020999']
  const commands = [
    ['assign', '--carrier', '顺风'],
    [...block, '--carrier', '顺风'],
  ]
  for (const command of commands) {
    const { code, json } = await runCli(folder, [...command, '--json'])
    expect([command, code, json]).toEqual([
      command,
      1,
      { problem: { kind: 'carrier-unknown', name: '顺风' } },
    ])
  }
})

test('exempt shipments are left out of an export without a complaint', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  const head = 'FBA货件号,仓库代码,派送方式,箱数,承运商'
  const exempt = 'FBA19T000002,ONT8,LTL,1,亚马逊合作承运人'
  await desk.import(desk.write('a.csv', [head, 'FBA19T000001,ONT8,LTL,1,', exempt]))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  desk.close()
  const run = await runCli(desk.folder, ['export', '--out', 'out', '--json'])
  expect([run.code, run.json]).toEqual([0, expect.objectContaining({ shipments: 1 })])
})

test('a file in the way of an export’s folder ends with 3 and leaves nothing; an empty folder is taken', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  desk.write('above', ['x'])
  desk.close()
  const before = readdirSync(desk.folder)
  const run = await runCli(desk.folder, ['export', '--out', 'above', '--json'])
  const problem = { kind: 'not-published', problem: { kind: 'target-exists' } }
  expect([run.code, run.json]).toMatchObject([3, { problem }])
  expect(readdirSync(desk.folder)).toEqual(before)
  mkdirSync(path.join(desk.folder, 'empty'))
  expect((await runCli(desk.folder, ['export', '--out', 'empty'])).code).toBe(0)
})

test('a disk that takes no more ends with 3 and stores nothing; with space the same command works', async () => {
  const folder = makeTempFolder()
  const disk = mountSmallDisk(folder)
  const place = disk ?? folder
  await fillDatabase(place, 100)
  const size = statSync(getTestFiles(place).database).size
  // Where no disk can be mounted, a limit on the size of files stands for the full one.
  const filler = disk === null ? null : fillDisk(disk)
  const run = (...args: string[]) => runCli(place, args, filler === null ? 16 : undefined)
  const assigned = await run('assign', '--json')
  const kind = filler === null ? 'database-unwritable' : 'disk-full'
  expect([assigned.code, assigned.json]).toMatchObject([3, { problem: { kind } }])
  expect(statSync(getTestFiles(place).database).size).toBe(size)
  if (filler !== null) rmSync(filler, { recursive: true })
  expect(await readState(place)).toMatchObject({ pros: 0, issued: 0 })
  expect((await runCli(place, ['assign'])).code).toBe(0)
  expect(await readState(place)).toMatchObject({ pros: 100, issued: 100 })

  if (disk !== null) fillDisk(disk)
  const exported = await run('export', '--out', 'out', '--json')
  // That these numbers leave the desk goes on record before a file is written.
  expect([exported.code, exported.json]).toMatchObject([3, { problem: { kind } }])
  const left = readdirSync(place).filter((name) => name === 'out' || name.startsWith('.export'))
  expect(left).toEqual([])
}, 120_000)

test('files that may not grow any further are a problem of the database, and nothing is stored', async () => {
  const folder = makeTempFolder()
  await fillDatabase(folder, 400)
  const run = await runCli(folder, ['assign', '--json'], 64)
  expect([run.code, run.json]).toMatchObject([3, { problem: { kind: 'database-unwritable' } }])
  expect(await readState(folder)).toMatchObject({ pros: 0, issued: 0 })
})

test('a database that another process holds and that nobody answers for ends with 3', async () => {
  const run = await waiting
  expect(run.code).toBe(3)
  expect(run.json).toEqual({ problem: { kind: 'database-in-use', file: held.file } })
})
