import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '../../../db/change-log.ts'
import { insertOverrides } from '../../../db/override.ts'
import { takeRowIds } from '../../../db/row-ids.ts'
import type { Store } from '../../../db/store.ts'
import { redoNewest, undoNewest } from '../../../db/undo.ts'
import { planStoredReissue } from '../../../main/commands/reissue.ts'
import { ok } from '../../../shared/result.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { addSample, change, makeRequest, openTestStore } from '../../support/test-store.ts'

const boxesEach = 3
/** The first four are on file. */
const ids = Array.from({ length: 8 }, (_, index) => `FBA19${String(index).padStart(7, '0')}`)

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ from: fc.nat(4), to: fc.nat(7) }) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
)

/** Two of the four shipments have numbers, so that these can go to one on file without any. */
function addShipments(store: Store): void {
  const { shipmentIds, boxIds, carrierId } = addSample(store, 4, boxesEach)
  const pros = shipmentIds.slice(0, 2).flatMap((id, index) => [
    { entity: 'shipment' as const, id, field: 'pro', before: null, after: `810020000${index}` },
    { entity: 'shipment' as const, id, field: 'carrierId', before: null, after: carrierId },
  ])
  const trackings = boxIds.slice(0, 2 * boxesEach).map((id, index) => ({
    entity: 'box' as const,
    id,
    field: 'trackingId',
    before: null,
    after: `79460000000${index}`,
  }))
  change(store, { inserts: [], cells: [...pros, ...trackings] })
  const excused = [
    ...pros.filter(({ field }) => field === 'pro').map(({ id, after }) => [id, 'pro-format', after]),
    ...trackings.map(({ after }, at) => [
      shipmentIds[Math.floor(at / boxesEach)]!,
      'tracking-check-digit',
      after,
    ]),
  ].map(([shipmentId, rule, value]) => ({
    shipmentId: Number(shipmentId),
    rule: String(rule),
    value: String(value),
    reason: `why ${value}`,
  }))
  change(store, { inserts: insertOverrides(store, excused, { who: '小林', nowMs: 1 }), cells: [] })
}

/** Numbers whose reason does not stand on the shipment that has them now. */
const listUnexcused = (store: Store): string[] =>
  pluck(
    store,
    `SELECT n.value FROM (SELECT id AS shipment_id, pro AS value FROM shipments WHERE pro IS NOT NULL
       UNION ALL SELECT shipment_id, tracking_id FROM boxes WHERE tracking_id IS NOT NULL) n
     WHERE NOT EXISTS (SELECT 1 FROM overrides o WHERE o.shipment_id = n.shipment_id AND o.value = n.value
       AND o.reason = 'why ' || n.value AND o.who = '小林' AND o.at_ms = 1)`,
  )

const pluck = (store: Store, sql: string): string[] => store.sqlite.prepare(sql).pluck().all() as string[]

/** Labels that stand on a box now or stood on it before, tracking IDs and PRO numbers: none lost, none twice. */
const countEverything = (store: Store) => ({
  labels: pluck(store, "SELECT trim(coalesce(box_id, '') || ' ' || coalesce(former_box_ids, '')) FROM boxes")
    .flatMap((labels) => labels.split(' '))
    .toSorted(),
  trackingIds: pluck(store, 'SELECT tracking_id FROM boxes WHERE tracking_id IS NOT NULL ORDER BY 1'),
  pros: pluck(store, 'SELECT pro FROM shipments WHERE pro IS NOT NULL ORDER BY 1'),
})

const dump = (store: Store): string =>
  ['shipments', 'boxes', 'overrides']
    .map((table) => JSON.stringify(store.sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).all()))
    .join('\n')

const reissue = (store: Store, from: string, to: string): boolean =>
  applyChange(store, makeRequest('reissue'), () => {
    const planned = planStoredReissue(store, from, to, (entity, count) => takeRowIds(store, entity, count))
    return planned.ok ? ok({ patch: planned.value.patch, result: null }) : planned
  }).ok

test('random chains of new IDs with undo and redo keep every label, tracking ID and PRO number once, each with its reason', () => {
  let done = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 16 }), (steps) => {
      const store = openTestStore(makeTempFolder())
      addShipments(store)
      const all = countEverything(store)
      const first = dump(store)
      const states = [first]
      let at = 0
      for (const each of steps) {
        if (typeof each === 'object') {
          const before = dump(store)
          const isDone = reissue(store, ids[each.from]!, ids[each.to]!)
          if (isDone) {
            states.splice(at + 1, Infinity, dump(store))
            at++
            done++
          } else expect(dump(store)).toBe(before)
        } else if (each === 'undo' && at > 0) {
          expect(undoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { kept: 0 } })
          at--
        } else if (each === 'redo' && at < states.length - 1) {
          expect(redoNewest(store, makeRequest())).toMatchObject({ ok: true, value: { kept: 0 } })
          at++
        }
        expect(dump(store)).toBe(states[at])
        expect(countEverything(store)).toEqual(all)
        expect(listUnexcused(store)).toEqual([])
        // What was replaced has nothing left of its own.
        expect(
          pluck(
            store,
            'SELECT s.fba_id FROM shipments s JOIN boxes b ON b.shipment_id = s.id WHERE s.replaced_by > 0',
          ),
        ).toEqual([])
      }
      while (at-- > 0) undoNewest(store, makeRequest())
      expect(dump(store)).toBe(first)
      store.close()
    }),
    { seed: 20_261_127, numRuns: 60 },
  )
  // Enough of them go through for the rest to mean something.
  expect(done).toBeGreaterThan(100)
})
