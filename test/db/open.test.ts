import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { loadSqlite } from '../../db/sqlite.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { openTestStore } from '../support/test-store.ts'

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('a reopened database runs at synchronous FULL in exclusive WAL with foreign keys on', () => {
  const folder = makeTempFolder()
  openTestStore(folder).close()
  const store = openTestStore(folder)
  const read = (pragma: string) => store.sqlite.pragma(pragma, { simple: true })
  expect(read('synchronous')).toBe(2)
  expect(read('journal_mode')).toBe('wal')
  expect(read('locking_mode')).toBe('exclusive')
  expect(read('foreign_keys')).toBe(1)
  expect(read('recursive_triggers')).toBe(1)
  expect(read('trusted_schema')).toBe(0)
  store.close()
})

test('a second opener is told that the database is in use', () => {
  const folder = makeTempFolder()
  const store = openTestStore(folder)
  const second = openStore(store.file)
  expect(second).toEqual({ ok: false, problem: { kind: 'database-in-use', file: store.file } })
  store.close()
}, 20_000)

test('a database of a newer version is refused and every byte of it stays', () => {
  const folder = makeTempFolder()
  openTestStore(folder).close()
  const file = path.join(folder, 'test.db')
  const sqlite = new (loadSqlite())(file)
  sqlite.pragma('user_version = 99')
  sqlite.close()
  const before = hash(file)
  const opened = openStore(file)
  expect(opened).toMatchObject({ ok: false, problem: { kind: 'database-newer', version: 99 } })
  expect(hash(file)).toBe(before)
})

test("another program's database is refused and every byte of it stays", () => {
  const file = path.join(makeTempFolder(), 'other.db')
  const sqlite = new (loadSqlite())(file)
  sqlite.exec('CREATE TABLE notes (text TEXT)')
  sqlite.close()
  const before = hash(file)
  expect(openStore(file)).toMatchObject({ ok: false, problem: { kind: 'database-not-ours' } })
  expect(hash(file)).toBe(before)
})

test('a file that is no database is refused', () => {
  const file = path.join(makeTempFolder(), 'test.db')
  writeFileSync(file, 'this is text, longer than a header. '.repeat(100))
  expect(openStore(file)).toMatchObject({ ok: false, problem: { kind: 'database-damaged' } })
})

test('links, folders and synced or network places are refused', () => {
  const folder = makeTempFolder()
  openTestStore(folder).close()
  const file = path.join(folder, 'test.db')
  symlinkSync(file, path.join(folder, 'symbolic.db'))
  linkSync(file, path.join(folder, 'hard.db'))
  mkdirSync(path.join(folder, 'folder.db'))
  const reasonOf = (name: string) => {
    const opened = openStore(name)
    return opened.ok ? 'opened' : 'reason' in opened.problem ? opened.problem.reason : opened.problem.kind
  }
  expect(reasonOf(path.join(folder, 'symbolic.db'))).toBe('link')
  expect(reasonOf(path.join(folder, 'hard.db'))).toBe('link')
  expect(reasonOf(path.join(folder, 'folder.db'))).toBe('not-a-file')
  expect(reasonOf(path.join(folder, 'OneDrive', 'test.db'))).toBe('synced-folder')
  expect(reasonOf('//server/share/test.db')).toBe('network')
})
