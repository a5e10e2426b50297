import { mkdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyChange } from '../../db/change-log.ts'
import type { Store } from '../../db/store.ts'
import { undoNewest } from '../../db/undo.ts'
import { ok } from '../../shared/result.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import {
  addSample,
  drawFrom,
  dumpData,
  makeRequest,
  openTestStore,
  type SampleIds,
} from '../support/test-store.ts'

const fault = (code: string) => Object.assign(new Error(code), { code })

/** The next COMMIT of this connection reports an error of the disk, after `before` has done what really happens. */
function failNextCommit(store: Store, code: string, before: (exec: (sql: string) => void) => void): void {
  const { sqlite } = store
  const exec = sqlite.exec.bind(sqlite)
  sqlite.exec = (sql) => {
    if (sql !== 'COMMIT') return exec(sql)
    before(exec)
    throw fault(code)
  }
}

function assign(store: Store, { shipmentIds }: SampleIds, opId: string) {
  return applyChange<string[], never>(store, { ...makeRequest('assign'), opId }, () => {
    const { draws, numbers } = drawFrom(store, shipmentIds.length)
    const cells = shipmentIds.map((id, i) => ({
      entity: 'shipment' as const,
      id,
      field: 'pro',
      before: null,
      after: numbers[i]!,
    }))
    return ok({ patch: { inserts: [], cells }, draws, result: numbers })
  })
}

const readPros = (store: Store) => store.sqlite.prepare('SELECT pro FROM shipments ORDER BY id').pluck().all()
const countIssued = (store: Store) =>
  store.sqlite.prepare('SELECT count(*) FROM issued_numbers').pluck().get()
const first = ['8100200008', '8100200016']
const next = ['8100200024', '8100200032']

test('a commit that reported an error but is in the file is answered as done', () => {
  const store = openTestStore(makeTempFolder())
  const sample = addSample(store, 2, 1)
  const broken = store.sqlite
  failNextCommit(store, 'SQLITE_IOERR_FSYNC', (exec) => exec('COMMIT'))
  expect(assign(store, sample, 'operation-doubt')).toMatchObject({
    ok: true,
    value: { result: first, wasDone: false },
  })
  expect(store.sqlite).not.toBe(broken)
  expect(broken.open).toBe(false)
  expect(readPros(store)).toEqual(first)
  expect(assign(store, sample, 'operation-doubt')).toMatchObject({ ok: true, value: { result: first } })
  expect(countIssued(store)).toBe(2)
  store.close()
})

test('a commit that failed and is not in the file is answered as not stored, and its numbers are burnt', () => {
  const store = openTestStore(makeTempFolder())
  const sample = addSample(store, 2, 1)
  const before = dumpData(store)
  failNextCommit(store, 'SQLITE_IOERR_FSYNC', (exec) => exec('ROLLBACK'))
  expect(assign(store, sample, 'operation-lost')).toEqual({
    ok: false,
    problem: { kind: 'database-unwritable', file: store.file, code: 'SQLITE_IOERR_FSYNC' },
  })
  expect(dumpData(store)).toBe(before)
  expect(countIssued(store)).toBe(0)
  expect(assign(store, sample, 'operation-lost')).toMatchObject({ ok: true, value: { result: next } })
  const ledger = readFileSync(store.ledger.file, 'utf8').trim().split('\n')
  expect(ledger.map((line) => (JSON.parse(line) as { from: number }).from)).toEqual([
    810_020_000, 810_020_002,
  ])
  store.close()
})

test('an error of the disk before the commit is answered as not stored, on a connection made anew', () => {
  const store = openTestStore(makeTempFolder())
  addSample(store, 1, 1)
  const broken = store.sqlite
  const answer = applyChange(store, makeRequest(), () => {
    throw fault('SQLITE_IOERR_WRITE')
  })
  expect(answer).toMatchObject({
    ok: false,
    problem: { kind: 'database-unwritable', code: 'SQLITE_IOERR_WRITE' },
  })
  expect(store.sqlite).not.toBe(broken)
  expect(store.sqlite.pragma('synchronous', { simple: true })).toBe(2)
  store.close()
})

test('an undo in doubt is decided in the same way', () => {
  const store = openTestStore(makeTempFolder())
  const sample = addSample(store, 2, 1)
  assign(store, sample, 'operation-assign')
  failNextCommit(store, 'SQLITE_IOERR_FSYNC', (exec) => exec('ROLLBACK'))
  expect(undoNewest(store, makeRequest())).toMatchObject({
    ok: false,
    problem: { kind: 'database-unwritable' },
  })
  expect(readPros(store)).toEqual(first)
  failNextCommit(store, 'SQLITE_IOERR_FSYNC', (exec) => exec('COMMIT'))
  expect(undoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { command: 'assign', cells: 2 } })
  expect(readPros(store)).toEqual([null, null])
  store.close()
})

test('while the database cannot be opened again the commit stays in doubt, and the next change finds out', () => {
  const store = openTestStore(makeTempFolder())
  const sample = addSample(store, 2, 1)
  const away = `${store.file}.away`
  failNextCommit(store, 'SQLITE_IOERR_FSYNC', (exec) => {
    exec('COMMIT')
    renameSync(store.file, away)
    mkdirSync(store.file)
  })
  expect(assign(store, sample, 'operation-away')).toEqual({
    ok: false,
    problem: { kind: 'commit-in-doubt', opId: 'operation-away', code: 'SQLITE_IOERR_FSYNC' },
  })
  expect(assign(store, sample, 'operation-away')).toMatchObject({
    ok: false,
    problem: { kind: 'database-unwritable', code: 'SQLITE_CANTOPEN' },
  })
  rmdirSync(store.file)
  renameSync(away, store.file)
  expect(assign(store, sample, 'operation-away')).toMatchObject({
    ok: true,
    value: { result: first, wasDone: true },
  })
  expect(readPros(store)).toEqual(first)
  store.close()
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'database-unwritable'],
  ['EFBIG', 'database-unwritable'],
])('a ledger that cannot be written (%s) means that nothing is stored: %s', (code, kind) => {
  const store = openTestStore(makeTempFolder())
  const sample = addSample(store, 2, 1)
  const append: typeof store.ledger.append = (lines, install) => whole.append(lines, install)
  const whole = { ...store.ledger }
  store.ledger.append = () => {
    throw fault(code)
  }
  expect(assign(store, sample, 'operation-ledger')).toMatchObject({ ok: false, problem: { kind } })
  expect(readPros(store)).toEqual([null, null])
  store.ledger.append = append
  expect(assign(store, sample, 'operation-ledger')).toMatchObject({ ok: true, value: { result: first } })
  store.close()
})

test('a full disk rolls back and says where', () => {
  const store = openTestStore(makeTempFolder())
  const sample = addSample(store, 2, 1)
  failNextCommit(store, 'SQLITE_FULL', () => {})
  expect(assign(store, sample, 'operation-full')).toMatchObject({ ok: false, problem: { kind: 'disk-full' } })
  expect(store.sqlite.inTransaction).toBe(false)
  expect(readPros(store)).toEqual([null, null])
  store.close()
})

test('a bug of the plan is no problem of the disk: it rolls back and is thrown on', () => {
  const store = openTestStore(makeTempFolder())
  addSample(store, 1, 1)
  const plan = () => {
    throw new TypeError('bug')
  }
  expect(() => applyChange(store, makeRequest(), plan)).toThrow('bug')
  expect(store.sqlite.inTransaction).toBe(false)
  store.close()
})

test('a store that cannot tidy up when it closes is closed all the same, and nothing is lost', () => {
  const folder = makeTempFolder()
  const store = openTestStore(folder)
  addSample(store, 2, 1)
  const data = dumpData(store)
  const { sqlite } = store
  sqlite.pragma = () => {
    throw fault('SQLITE_IOERR_WRITE')
  }
  store.close()
  expect(sqlite.open).toBe(false)
  const reopened = openTestStore(folder)
  expect(dumpData(reopened)).toBe(data)
  reopened.close()
})
