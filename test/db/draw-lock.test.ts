import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { applyChange } from '../../db/change-log.ts'
import { confirmLock } from '../../db/confirm-lock.ts'
import { getDrawLock } from '../../db/draw-lock.ts'
import { getLedgerFile } from '../../db/ledger-place.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { getSetting } from '../../db/settings.ts'
import type { Store } from '../../db/store.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import { ok } from '../../shared/result.ts'
import { makeBlock } from '../support/factories.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { addSample, drawFrom, makeRequest, openTestStore } from '../support/test-store.ts'

let folder: string
let machine: string
beforeEach(() => {
  const place = makeTempFolder()
  folder = path.join(place, 'data')
  machine = path.join(place, 'machine')
})

const open = (at = folder) => openTestStore(at, 'test.db', machine)
const ledgerFile = () => getLedgerFile(path.join(folder, 'test.db'))

function assign(store: Store, shipmentIds: readonly number[]) {
  return applyChange<string[], never>(store, makeRequest('assign'), () => {
    const { draws, numbers } = drawFrom(store, shipmentIds.length)
    const cells = shipmentIds.map((id, i): CellChange => ({
      entity: 'shipment',
      id,
      field: 'pro',
      before: null,
      after: numbers[i]!,
    }))
    return ok({ patch: { inserts: [], cells }, draws, result: numbers })
  })
}

/** A desk with six shipments, the first three with numbers. */
function seed(): number[] {
  const store = open()
  const { shipmentIds } = addSample(store, 6, 1)
  assign(store, shipmentIds.slice(0, 3))
  store.close()
  return shipmentIds
}

const locked = (lock: string) => ({ ok: false, problem: { kind: 'drawing-locked', lock } })
const fourth = { ok: true, value: { result: ['8100200032'] } }

test('a fresh desk is not locked, nor is it after a restart', () => {
  const ids = seed()
  const store = open()
  expect(getDrawLock(store)).toBeNull()
  expect(assign(store, [ids[3]!])).toMatchObject(fourth)
  store.close()
})

describe('a ledger', () => {
  test('that went missing is written again, and no number is drawn until that is confirmed, restart or not', () => {
    const ids = seed()
    rmSync(ledgerFile())
    open().close()
    const store = open()
    expect(assign(store, [ids[3]!])).toMatchObject(locked('ledger-missing'))
    expect(readFileSync(ledgerFile(), 'utf8')).toContain('"from":810020000,"to":810020002')
    expect(confirmLock(store, makeRequest(), 'moved')).toMatchObject({ problem: { kind: 'lock-answer' } })
    expect(confirmLock(store, makeRequest(), 'confirmed')).toEqual({ ok: true, value: null })
    expect(assign(store, [ids[3]!])).toMatchObject(fourth)
    store.close()
  })

  test('that was cut at the end of a line is noticed, filled up again, and locks', () => {
    const ids = seed()
    const whole = readFileSync(ledgerFile(), 'utf8')
    const store = open()
    assign(store, [ids[3]!])
    store.close()
    writeFileSync(ledgerFile(), whole)
    const cut = open()
    expect(assign(cut, [ids[4]!])).toMatchObject(locked('ledger-behind'))
    expect(readFileSync(ledgerFile(), 'utf8')).toContain('"from":810020003,"to":810020003')
    expect(confirmLock(cut, makeRequest(), 'confirmed').ok).toBe(true)
    expect(assign(cut, [ids[4]!])).toMatchObject({ ok: true, value: { result: ['8100200040'] } })
    cut.close()
  })

  test('that was changed is said and locks; the answer is kept and the change seen no more', () => {
    const ids = seed()
    writeFileSync(ledgerFile(), readFileSync(ledgerFile(), 'utf8').replace('810020002', '810020001'))
    let store = open()
    expect(assign(store, [ids[3]!])).toMatchObject(locked('ledger-damaged'))
    expect(confirmLock(store, makeRequest(), 'confirmed').ok).toBe(true)
    expect(assign(store, [ids[3]!])).toMatchObject(fourth)
    store.close()
    store = open()
    expect(getDrawLock(store)).toBeNull()
    store.close()
  })

  test('without a chain, from before there was one, is taken over without a question', () => {
    const ids = seed()
    const old = readFileSync(ledgerFile(), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const { opId, space, from, to, atMs } = JSON.parse(line) as Record<string, unknown>
        return `${JSON.stringify({ opId, space, from, to, atMs })}\n`
      })
    writeFileSync(ledgerFile(), old.join(''))
    const before = open()
    before.sqlite.exec("DELETE FROM settings WHERE name IN ('ledger-head', 'draw-lock')")
    before.close()
    const store = open()
    expect(getDrawLock(store)).toBeNull()
    expect(assign(store, [ids[3]!])).toMatchObject(fourth)
    store.close()
  })
})

describe('a copied data folder', () => {
  const copyFolder = () => {
    const copy = `${folder}-copy`
    cpSync(folder, copy, { recursive: true })
    return copy
  }

  test('draws no number, and the desk it was copied from goes on', () => {
    const ids = seed()
    const copy = copyFolder()
    const store = open(copy)
    expect(assign(store, [ids[3]!])).toMatchObject(locked('other-install'))
    expect(confirmLock(store, makeRequest(), 'confirmed')).toMatchObject({ problem: { kind: 'lock-answer' } })
    store.close()
    const first = open()
    expect(assign(first, [ids[3]!])).toMatchObject(fourth)
    first.close()
  })

  test('that was moved goes on with its blocks under a new id', () => {
    const ids = seed()
    const copy = `${folder}-moved`
    renameSync(folder, copy)
    let store = open(copy)
    const old = getSetting(store, 'install-id')
    expect(confirmLock(store, makeRequest(), 'moved').ok).toBe(true)
    expect(store.install.id).not.toBe(old)
    store.close()
    store = open(copy)
    expect(assign(store, [ids[3]!])).toMatchObject(fourth)
    store.close()
  })

  test('that is a second desk keeps what it has and draws nothing from the blocks of the first, restored or not', () => {
    const ids = seed()
    const copy = copyFolder()
    let store = open(copy)
    copyFileSync(path.join(copy, 'test.db'), path.join(copy, 'before.db'))
    expect(confirmLock(store, makeRequest(), 'split').ok).toBe(true)
    expect(() => assign(store, [ids[3]!])).toThrow('runs out')
    store.close()
    copyFileSync(path.join(copy, 'before.db'), path.join(copy, 'test.db'))
    rmSync(path.join(copy, 'test.db-wal'), { force: true })
    store = open(copy)
    expect(getDrawLock(store)).toBe('other-install')
    expect(confirmLock(store, makeRequest(), 'moved').ok).toBe(true)
    expect(getNumberBlocks(store)).toMatchObject([{ isRetired: true }])
    expect(() => assign(store, [ids[3]!])).toThrow('runs out')
    store.close()
  })
})

test("a copied folder whose database was deleted is still the other desk's, and gets none of its numbers", () => {
  seed()
  const copy = `${folder}-copy`
  cpSync(folder, copy, { recursive: true })
  rmSync(path.join(copy, 'test.db'))
  const store = open(copy)
  expect(getDrawLock(store)).toBe('other-install')
  expect(confirmLock(store, makeRequest(), 'split').ok).toBe(true)
  expect(store.ledger.isRetired(makeBlock())).toBe(true)
  store.close()
})

test('a database that was deleted gets its old id back and draws behind the ledger', () => {
  seed()
  const file = path.join(folder, 'test.db')
  for (const each of [file, `${file}-wal`]) if (existsSync(each)) rmSync(each)
  const store = open()
  expect(getDrawLock(store)).toBeNull()
  const { shipmentIds } = addSample(store, 1, 1)
  store.close()
  const again = open()
  expect(assign(again, shipmentIds)).toMatchObject(fourth)
  again.close()
})
