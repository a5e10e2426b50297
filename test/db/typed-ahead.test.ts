import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { confirmLock } from '../../db/confirm-lock.ts'
import { getLedgerFile } from '../../db/ledger-place.ts'
import { applyChange } from '../../db/change-log.ts'
import { noteExported } from '../../db/note-exported.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import type { Store } from '../../db/store.ts'
import { redoNewest, undoNewest } from '../../db/undo.ts'
import { formatProNumber } from '../../shared/domain/pro-number.ts'
import { ok } from '../../shared/result.ts'
import { makeBlock } from '../support/factories.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { addSample, change, drawFrom, makeRequest, openTestStore } from '../support/test-store.ts'

let folder: string
let machine: string
let shipmentIds: number[]
beforeEach(() => {
  const place = makeTempFolder()
  folder = path.join(place, 'data')
  machine = path.join(place, 'machine')
  const store = open()
  ;({ shipmentIds } = addSample(store, 3, 0))
  store.close()
})

const database = () => path.join(folder, 'test.db')
const ledgerFile = () => getLedgerFile(database())
const open = () => openTestStore(folder, 'test.db', machine)
const spell = (seq: number) => formatProNumber(makeBlock(), seq)
const near = spell(810_020_002)
const far = spell(810_020_900)
const getNext = (store: Store) => getNumberBlocks(store)[0]!.next

function typeAndExport(pro: string, id = shipmentIds[0]!) {
  const store = open()
  change(store, { inserts: [], cells: [{ entity: 'shipment', id, field: 'pro', before: null, after: pro }] })
  expect(noteExported(store, [pro], makeRequest('export')).ok).toBe(true)
  // It leaves the shipment again: only the export says that it is on paper.
  change(store, { inserts: [], cells: [{ entity: 'shipment', id, field: 'pro', before: pro, after: null }] })
  store.close()
}

test('a number typed far ahead and exported does not take its block there when it is opened again', () => {
  typeAndExport(far)
  const store = open()
  expect(getNext(store)).toBe(810_020_000)
  store.close()
})

test('it is passed over when its block comes to it', () => {
  typeAndExport(near)
  const store = open()
  expect(drawFrom(store, 4).numbers).toEqual([
    '8100200008',
    '8100200016',
    spell(810_020_003),
    spell(810_020_004),
  ])
  store.close()
})

test('it is still passed over by an older database, and by one whose ledger was lost', () => {
  const backup = path.join(folder, 'before.db')
  copyFileSync(database(), backup)
  typeAndExport(near)
  rmSync(`${database()}-wal`, { force: true })
  copyFileSync(backup, database())
  const older = open()
  expect(drawFrom(older, 3).numbers).not.toContain(near)
  older.close()
  rmSync(ledgerFile())
  const without = open()
  confirmLock(without, makeRequest(), 'confirmed')
  without.close()
  expect(readFileSync(ledgerFile(), 'utf8')).toContain('"kind":"export"')
  copyFileSync(backup, database())
  const both = open()
  expect(drawFrom(both, 3).numbers).not.toContain(near)
  both.close()
})

test('where lines of the ledger may be missing, an export counts as drawn', () => {
  typeAndExport(far)
  const [line = ''] = readFileSync(ledgerFile(), 'utf8').split('\n')
  writeFileSync(ledgerFile(), `${line.replace('"atMs":', '"atMs":1')}\n`)
  const store = open()
  expect(getNext(store)).toBe(810_020_901)
  confirmLock(store, makeRequest(), 'confirmed')
  store.close()
  const again = open()
  expect(again.ledger.getHighest(makeBlock({ last: 810_020_999 }))).toBe(810_020_900)
  again.close()
})

test('a block that an earlier version took behind such a number is not taken for one with lost lines', () => {
  typeAndExport(far)
  const before = open()
  before.sqlite.exec('UPDATE number_blocks SET next = 810020901')
  before.close()
  const store = open()
  expect([getNext(store), store.ledger.getDraws(makeBlock({ last: 810_020_999 }))]).toEqual([810_020_901, []])
  expect(drawFrom(store, 1).numbers).toEqual([spell(810_020_901)])
  store.close()
})

test('one that was typed with a wrong check digit says nothing of the right one', () => {
  typeAndExport(`${near.slice(0, -1)}${(Number(near.at(-1)) + 1) % 10}`)
  const store = open()
  expect(store.ledger.getHighestExported(makeBlock())).toBeNull()
  expect(drawFrom(store, 3).numbers).toContain(near)
  store.close()
})

test('an older database that shows one on a shipment loses it where it was drawn for another since', () => {
  const [id] = shipmentIds as [number]
  const first = spell(810_020_000)
  const cell = { entity: 'shipment', id, field: 'pro' } as const
  const store = open()
  change(store, { inserts: [], cells: [{ ...cell, before: null, after: first }] })
  store.close()
  const backup = path.join(folder, 'before.db')
  copyFileSync(database(), backup)
  const later = open()
  change(later, { inserts: [], cells: [{ ...cell, before: first, after: null }] })
  const { draws, numbers } = drawFrom(later, 1)
  expect(numbers).toEqual([first])
  applyChange(later, makeRequest('assign'), () =>
    ok({
      patch: { inserts: [], cells: [{ ...cell, id: shipmentIds[1]!, before: null, after: first }] },
      draws,
      result: null,
    }),
  )
  later.close()
  rmSync(`${database()}-wal`, { force: true })
  copyFileSync(backup, database())
  const older = open()
  const listPros = () => older.prepare('SELECT pro FROM shipments WHERE pro IS NOT NULL').all()
  expect(listPros()).toEqual([])
  undoNewest(older, makeRequest())
  expect(redoNewest(older, makeRequest())).toMatchObject({ ok: true, value: { command: 'test', kept: 1 } })
  expect(listPros()).toEqual([])
  older.close()
})

test('an older database where typing one was undone never does it again once it was drawn since', () => {
  const [id, other] = shipmentIds as [number, number]
  const first = spell(810_020_000)
  const typed = { entity: 'shipment', id, field: 'pro', before: null, after: first } as const
  const store = open()
  change(store, { inserts: [], cells: [typed] })
  undoNewest(store, makeRequest())
  store.close()
  const backup = path.join(folder, 'before.db')
  copyFileSync(database(), backup)
  const later = open()
  const { draws } = drawFrom(later, 1)
  applyChange(later, makeRequest('assign'), () =>
    ok({ patch: { inserts: [], cells: [{ ...typed, id: other }] }, draws, result: null }),
  )
  later.close()
  rmSync(`${database()}-wal`, { force: true })
  copyFileSync(backup, database())
  const older = open()
  expect(redoNewest(older, makeRequest())).toMatchObject({ value: { cells: 0, kept: 1 } })
  expect(older.prepare('SELECT pro FROM shipments WHERE pro IS NOT NULL').all()).toEqual([])
  older.close()
})
