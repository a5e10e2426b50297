import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createFolderScanner, restMs } from '../../../main/engine/folder-scanner.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

function makeScanner(seen: string[] = []) {
  const folder = path.join(makeTempFolder(), 'in')
  mkdirSync(folder)
  let ms = 1_000_000
  const locked = new Set<string>()
  const mayOpen = async (file: string) => !locked.has(path.basename(file))
  const scanner = createFolderScanner(folder, seen, () => ms, mayOpen)
  return {
    folder,
    /** Another program holds them, as Excel does while it saves. */
    locked,
    write: (name: string, text: string, atS = 1_700_000_000) => {
      writeFileSync(path.join(folder, name), text)
      utimesSync(path.join(folder, name), atS, atS)
    },
    /** What is ready after some time. */
    after: async (passMs: number) => {
      ms += passMs
      const { ready, ...scan } = await scanner.scan()
      return { ...scan, ready: ready.map(({ name }) => name) }
    },
  }
}

test('a file is ready once it has stood still, once', async () => {
  const { write, after } = makeScanner()
  write('a.csv', 'x')
  expect(await after(0)).toEqual({ isReachable: true, ready: [], isWaiting: true })
  expect((await after(restMs - 1)).ready).toEqual([])
  expect(await after(1)).toEqual({ isReachable: true, ready: ['a.csv'], isWaiting: false })
  expect((await after(restMs)).ready).toEqual([])
})

test('a file that grows or is saved again starts to rest anew', async () => {
  const { write, after } = makeScanner()
  write('a.csv', 'x')
  await after(0)
  write('a.csv', 'xy')
  expect((await after(restMs)).ready).toEqual([])
  write('a.csv', 'xz', 1_700_000_009)
  expect((await after(restMs)).ready).toEqual([])
  expect((await after(restMs)).ready).toEqual(['a.csv'])
  write('a.csv', 'ab', 1_700_000_020)
  await after(0)
  expect((await after(restMs)).ready).toEqual(['a.csv'])
})

test('an empty file, a folder and what other programs write beside theirs are left alone', async () => {
  const { folder, write, after } = makeScanner()
  write('empty.csv', '')
  write('~$a.xlsx', 'x')
  write('a.xlsx.crdownload', 'x')
  mkdirSync(path.join(folder, 'folder.csv'))
  await after(0)
  expect(await after(restMs)).toEqual({ isReachable: true, ready: [], isWaiting: false })
})

test('a download that gets its name at the end is ready then', async () => {
  const { folder, write, after } = makeScanner()
  write('a.xlsx.crdownload', 'x')
  await after(restMs)
  renameSync(path.join(folder, 'a.xlsx.crdownload'), path.join(folder, 'a.xlsx'))
  await after(0)
  expect((await after(restMs)).ready).toEqual(['a.xlsx'])
})

test('what an earlier session handed on is not handed on again unless it was saved anew', async () => {
  const first = makeScanner()
  first.write('a.csv', 'x')
  await first.after(0)
  const key = 'a.csv|1|1700000000000'
  const second = makeScanner([key])
  second.write('a.csv', 'x')
  await second.after(0)
  expect((await second.after(restMs)).ready).toEqual([])
  second.write('a.csv', 'xy')
  await second.after(0)
  expect((await second.after(restMs)).ready).toEqual(['a.csv'])
})

test('a folder that is gone is unreachable, and its files are new when it is back', async () => {
  const { folder, write, after } = makeScanner()
  rmSync(folder, { recursive: true })
  expect(await after(0)).toEqual({ isReachable: false, ready: [], isWaiting: false })
  mkdirSync(folder)
  write('a.csv', 'x')
  await after(0)
  expect((await after(restMs)).ready).toEqual(['a.csv'])
})

test('a file nobody may open is waited for, and handed on in the end so that the reader says why', async () => {
  const { locked, write, after } = makeScanner()
  write('a.csv', 'x')
  locked.add('a.csv')
  await after(0)
  expect(await after(restMs)).toMatchObject({ ready: [], isWaiting: true })
  expect((await after(30_000)).ready).toEqual(['a.csv'])
})

test('a file that was held and is let go is ready at the next look', async () => {
  const { locked, write, after } = makeScanner()
  write('a.csv', 'x')
  locked.add('a.csv')
  await after(0)
  await after(restMs)
  locked.delete('a.csv')
  expect((await after(0)).ready).toEqual(['a.csv'])
})
