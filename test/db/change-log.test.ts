import { appendFileSync, copyFileSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '../../db/change-log.ts'
import { getLedgerFile } from '../../db/ledger-place.ts'
import type { Store } from '../../db/store.ts'
import { getRedoable, getUndoable, redoNewest, undoNewest } from '../../db/undo.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import { fail, ok } from '../../shared/result.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { addSample, change, drawFrom, dumpData, makeRequest, openTestStore } from '../support/test-store.ts'

const cell = (
  entity: 'shipment' | 'box',
  id: number,
  field: string,
  before: CellChange['before'],
  after: CellChange['after'],
): CellChange => ({ entity, id, field, before, after })

const readPro = (store: Store, id: number) =>
  store.sqlite.prepare('SELECT pro FROM shipments WHERE id = ?').pluck().get(id) as string | null

/** Draws one number for each shipment, as the assign command does. */
function assign(store: Store, shipmentIds: readonly number[], opId?: string) {
  const request = makeRequest('assign')
  return applyChange<string[], never>(store, { ...request, opId: opId ?? request.opId }, () => {
    const { draws, numbers } = drawFrom(store, shipmentIds.length)
    const cells = shipmentIds.map((id, i) => cell('shipment', id, 'pro', readPro(store, id), numbers[i]!))
    return ok({ patch: { inserts: [], cells }, draws, result: numbers })
  })
}

test('a problem of the plan leaves nothing behind', () => {
  const store = openTestStore(makeTempFolder())
  addSample(store, 2, 2)
  const before = dumpData(store)
  const applied = applyChange(store, makeRequest(), () => fail({ kind: 'refused' }))
  expect(applied).toEqual({ ok: false, problem: { kind: 'refused' } })
  expect(dumpData(store)).toBe(before)
  expect(getUndoable(store)?.command).toBe('sample')
  store.close()
})

test('a row that moved on since the plan is never overwritten', () => {
  const store = openTestStore(makeTempFolder())
  const { shipmentIds } = addSample(store, 1, 1)
  const stale = cell('shipment', shipmentIds[0]!, 'fc', 'ONT8', 'LAX9')
  const applied = applyChange<null, never>(store, makeRequest(), () =>
    ok({ patch: { inserts: [], cells: [stale] }, result: null }),
  )
  expect(applied).toMatchObject({ ok: false, problem: { kind: 'row-moved-on', field: 'fc' } })
  store.close()
})

test('two unique values can change places in one patch', () => {
  const store = openTestStore(makeTempFolder())
  const { boxIds } = addSample(store, 1, 2)
  const [a, b] = [boxIds[0]!, boxIds[1]!]
  change(store, {
    inserts: [],
    cells: [cell('box', a, 'trackingId', null, 'T1'), cell('box', b, 'trackingId', null, 'T2')],
  })
  change(store, {
    inserts: [],
    cells: [cell('box', a, 'trackingId', 'T1', 'T2'), cell('box', b, 'trackingId', 'T2', 'T1')],
  })
  const read = () => store.sqlite.prepare('SELECT tracking_id FROM boxes ORDER BY id').pluck().all()
  expect(read()).toEqual(['T2', 'T1'])
  undoNewest(store, makeRequest())
  expect(read()).toEqual(['T1', 'T2'])
  store.close()
})

test('the same operation is carried out once and answers the same again', () => {
  const store = openTestStore(makeTempFolder())
  const { shipmentIds } = addSample(store, 3, 1)
  const first = assign(store, shipmentIds, 'operation-once')
  const second = assign(store, shipmentIds, 'operation-once')
  expect(first.ok && second.ok && second.value.result).toEqual(first.ok && first.value.result)
  expect(second).toMatchObject({ ok: true, value: { wasDone: true } })
  expect(store.sqlite.prepare('SELECT count(*) FROM issued_numbers').pluck().get()).toBe(3)
  store.close()
})

test('undo survives a restart, frees no number, and redo puts the same number back', () => {
  const folder = makeTempFolder()
  let store = openTestStore(folder)
  const { shipmentIds } = addSample(store, 3, 1)
  assign(store, shipmentIds)
  expect(readPro(store, shipmentIds[0]!)).toBe('8100200008')
  store.close()

  store = openTestStore(folder)
  expect(undoNewest(store, makeRequest())).toMatchObject({
    ok: true,
    value: { command: 'assign', cells: 3, kept: 0 },
  })
  expect(readPro(store, shipmentIds[0]!)).toBeNull()
  expect(redoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { cells: 3 } })
  expect(readPro(store, shipmentIds[0]!)).toBe('8100200008')
  undoNewest(store, makeRequest())
  assign(store, shipmentIds)
  expect(readPro(store, shipmentIds[0]!)).toBe('8100200032')
  expect(getRedoable(store)).toBeNull()
  store.close()
})

test('undo keeps a cell that was edited later and says how many', () => {
  const store = openTestStore(makeTempFolder())
  const { shipmentIds } = addSample(store, 2, 1)
  const [a, b] = [shipmentIds[0]!, shipmentIds[1]!]
  change(store, {
    inserts: [],
    cells: [cell('shipment', a, 'fc', null, 'ONT8'), cell('shipment', b, 'fc', null, 'ONT8')],
  })
  const edited = applyChange<null, never>(store, { ...makeRequest('export'), isReversible: false }, () =>
    ok({ patch: { inserts: [], cells: [cell('shipment', a, 'fc', 'ONT8', 'LAX9')] }, result: null }),
  )
  expect(edited.ok).toBe(true)
  expect(undoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { cells: 1, kept: 1 } })
  expect(store.sqlite.prepare('SELECT fc FROM shipments ORDER BY id').pluck().all()).toEqual(['LAX9', null])
  store.close()
})

test('undo of an import removes what nobody touched, and redo brings it back under the same ids', () => {
  const store = openTestStore(makeTempFolder())
  const empty = dumpData(store)
  const { shipmentIds } = addSample(store, 4, 3)
  const before = dumpData(store)
  undoNewest(store, makeRequest())
  expect(dumpData(store)).toBe(empty)
  expect(redoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { rows: 4 + 12 + 4 } })
  expect(dumpData(store)).toBe(before)
  assign(store, shipmentIds.slice(0, 1))
  const kept = applyChange<null, never>(store, { ...makeRequest('lock'), isReversible: false }, () =>
    ok({ patch: { inserts: [], cells: [] }, result: null }),
  )
  expect(kept.ok).toBe(true)
  store.close()
})

test('drawn numbers are in the ledger on disk, and an older database never draws them again', () => {
  const folder = makeTempFolder()
  let store = openTestStore(folder)
  const { shipmentIds } = addSample(store, 6, 1)
  store.close()
  const file = path.join(folder, 'test.db')
  copyFileSync(file, path.join(folder, 'backup.db'))

  store = openTestStore(folder)
  assign(store, shipmentIds.slice(0, 3))
  store.close()
  expect(readFileSync(getLedgerFile(file), 'utf8')).toContain('"from":810020000,"to":810020002')

  rmSync(file)
  copyFileSync(path.join(folder, 'backup.db'), file)
  appendFileSync(getLedgerFile(file), '{"opId":"torn')
  store = openTestStore(folder)
  const again = assign(store, shipmentIds.slice(0, 2))
  expect(again.ok && again.value.result).toEqual(['8100200032', '8100200040'])
  store.close()
  expect(readFileSync(getLedgerFile(file), 'utf8')).toMatch(/\{"opId":"torn\n\{/)
})

test('a ledger that went missing is written again from the database', () => {
  const folder = makeTempFolder()
  let store = openTestStore(folder)
  const { shipmentIds } = addSample(store, 3, 1)
  assign(store, shipmentIds)
  store.close()
  const ledger = getLedgerFile(path.join(folder, 'test.db'))
  rmSync(ledger)
  store = openTestStore(folder)
  store.close()
  expect(readFileSync(ledger, 'utf8')).toContain('"from":810020000,"to":810020002')
})

test('what was undone before something new was done is never redone', () => {
  const store = openTestStore(makeTempFolder())
  const { shipmentIds } = addSample(store, 2, 1)
  const [a, b] = [shipmentIds[0]!, shipmentIds[1]!]
  change(store, { inserts: [], cells: [cell('shipment', a, 'fc', null, 'ONT8')] }, 'first')
  undoNewest(store, makeRequest())
  change(store, { inserts: [], cells: [cell('shipment', b, 'fc', null, 'LAX9')] }, 'second')
  undoNewest(store, makeRequest())
  expect(redoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { command: 'second' } })
  expect(redoNewest(store, makeRequest())).toMatchObject({ ok: false, problem: { kind: 'nothing-to-redo' } })
  store.close()
})

test('changes of one batch are undone and redone together, and their numbers are summed up', () => {
  const store = openTestStore(makeTempFolder())
  const { shipmentIds } = addSample(store, 3, 1)
  const before = dumpData(store)
  for (const id of shipmentIds) {
    const request = {
      ...makeRequest('import'),
      batch: 'one-gesture',
      label: { file: `${id}.csv`, shipments: 1 },
    }
    const cells = [cell('shipment', id, 'fc', null, 'ONT8')]
    expect(
      applyChange<null, never>(store, request, () => ok({ patch: { inserts: [], cells }, result: null })).ok,
    ).toBe(true)
  }
  const after = dumpData(store)
  expect(getUndoable(store)).toMatchObject({ command: 'import', label: { batch: 3, shipments: 3 } })
  expect(undoNewest(store, makeRequest())).toMatchObject({
    ok: true,
    value: { cells: 3, label: { batch: 3 } },
  })
  expect(dumpData(store)).toBe(before)
  expect(redoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { cells: 3 } })
  expect(dumpData(store)).toBe(after)
  store.close()
})

type Step = { kind: 'assign' | 'undo' | 'redo' | 'edit' | 'restart'; pick: number; count: number }

test('over random histories no number is issued twice, and undoing everything restores the beginning', () => {
  const step = fc.record({
    kind: fc.constantFrom<Step['kind'][]>('assign', 'undo', 'redo', 'edit', 'restart'),
    pick: fc.nat(7),
    count: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const folder = makeTempFolder()
      let store = openTestStore(folder)
      const { shipmentIds } = addSample(store, 8, 1)
      const beginning = dumpData(store)
      const issued: string[] = []
      const baseline = getUndoable(store)!.id
      for (const { kind, pick, count } of steps) {
        if (kind === 'restart') {
          store.close()
          store = openTestStore(folder)
        } else if (kind === 'assign') {
          const done = assign(store, shipmentIds.slice(pick, pick + count))
          if (done.ok) issued.push(...done.value.result)
        } else if (kind === 'edit') {
          const id = shipmentIds[pick]!
          const fcNow = store.sqlite.prepare('SELECT fc FROM shipments WHERE id = ?').pluck().get(id) as
            string | null
          change(store, {
            inserts: [],
            cells: [cell('shipment', id, 'fc', fcNow, fcNow === 'ONT8' ? 'LAX9' : 'ONT8')],
          })
        } else if (kind === 'undo') {
          if (getUndoable(store)!.id > baseline) undoNewest(store, makeRequest())
        } else redoNewest(store, makeRequest())
        const standing = store.sqlite.prepare('SELECT pro FROM shipments WHERE pro IS NOT NULL').pluck().all()
        expect(new Set(standing).size).toBe(standing.length)
      }
      expect(new Set(issued).size).toBe(issued.length)
      while (getUndoable(store)!.id > baseline)
        expect(undoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { kept: 0 } })
      expect(dumpData(store)).toBe(beginning)
      store.close()
    }),
    { numRuns: 40, seed: 20261123 },
  )
})
