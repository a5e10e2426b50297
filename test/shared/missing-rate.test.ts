import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBoxSummary } from '../../shared/domain/box-summary.ts'
import { checkClients, type CheckedShipment } from '../../shared/domain/missing-rate.ts'
import { readinessReasons, shipmentStatuses, type ShipmentStatus } from '../../shared/domain/readiness.ts'
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { judgeShipment } from '../../shared/domain/rule-pack/judge-shipment.ts'
import { createRulebook } from '../../shared/domain/rule-pack/rulebook.ts'
import { makeCarrier, makeFacts, makeShipment, makeUpsCarrier } from '../support/factories.ts'

const makeChecked = (values: Partial<CheckedShipment> = {}): CheckedShipment => ({
  clientId: 1,
  client: '宁波星野',
  status: 'ready',
  reasons: [],
  warnings: [],
  infos: [],
  letThrough: [],
  isOpen: true,
  hasGap: false,
  isHistory: false,
  ...values,
})

describe('the rate of missing tracking now', () => {
  test('knows nothing of history', () => {
    const { clients, totals } = checkClients([
      makeChecked({ isHistory: true, status: 'exempt', isOpen: false }),
    ])
    expect([clients, totals.shipments, totals.exempt]).toEqual([[], 0, 0])
  })

  test('is the open shipments with a gap over the open shipments that are not exempt', () => {
    const judge = (
      values: Parameters<typeof makeShipment>[0],
      tracked = 20,
      carrier = makeCarrier(),
    ): CheckedShipment => {
      const boxes = { ...emptyBoxSummary(), boxes: 20, withBoxId: 20, withTracking: tracked }
      const rulebook = createRulebook(amazonPack, '2026-11-27', new Map())
      return makeChecked(judgeShipment(makeFacts(values, { boxes, carrier }), rulebook))
    }
    const ups = makeUpsCarrier()
    const { clients, totals } = checkClients([
      judge({ pro: '8100200008' }, 0),
      judge({ pro: null }, 0),
      judge({ amazonMode: 'SPD' }, 19, ups),
      judge({ amazonMode: 'SPD' }, 20, ups),
      judge({ fbaId: 'STAR-ABCDE12345XYZ' }, 0),
      judge({ programme: 'partnered' }, 0),
      judge({ programme: 'agl' }, 0),
      judge({ pro: null, amazonStatus: 'DELIVERED' }, 0),
      judge({ pro: null, amazonStatus: 'CLOSED' }, 0),
    ])
    // Open: two LTL, two parcel, one AWD. Of them one LTL has no PRO and one parcel misses a box: 2 of 5.
    expect(clients).toMatchObject([
      {
        clientId: 1,
        client: '宁波星野',
        shipments: 9,
        ready: 3,
        incomplete: 3,
        error: 1,
        exported: 0,
        changed: 0,
        exempt: 2,
        missingNow: { withGap: 2, open: 5, rate: 0.4 },
        reasons: { 'pro-missing': 3, 'tracking-missing': 1, 'dead-shipment': 1 },
      },
    ])
    expect(totals).toEqual({ ...clients[0], clientId: 0, client: '' })
  })

  test('is no rate where nothing is open', () => {
    const { clients, totals } = checkClients([makeChecked({ status: 'exempt', isOpen: false })])
    expect(clients[0]!.missingNow).toEqual({ withGap: 0, open: 0, rate: null })
    expect(totals.missingNow.rate).toBeNull()
    expect(checkClients([])).toMatchObject({
      clients: [],
      totals: { shipments: 0, missingNow: { rate: null } },
    })
  })
})

test('every client is counted for itself, and the totals are their sums', () => {
  const checked = fc
    .record({
      clientId: fc.integer({ min: 1, max: 4 }),
      status: fc.constantFrom<ShipmentStatus[]>(...shipmentStatuses),
      reasons: fc.uniqueArray(fc.constantFrom(...readinessReasons), { maxLength: 3 }),
      isOpen: fc.boolean(),
      hasGap: fc.boolean(),
    })
    .map((values) =>
      makeChecked({ ...values, client: `客户${values.clientId}`, hasGap: values.hasGap && values.isOpen }),
    )
  fc.assert(
    fc.property(fc.array(checked, { maxLength: 40 }), (shipments) => {
      const { clients, totals } = checkClients(shipments)
      const ids = [...new Set(shipments.map((each) => each.clientId))]
      expect(clients.map((each) => each.clientId)).toEqual(ids)
      for (const client of [...clients, totals]) {
        const own =
          client === totals ? shipments : shipments.filter((each) => each.clientId === client.clientId)
        expect(client.shipments).toBe(own.length)
        for (const status of shipmentStatuses)
          expect(client[status]).toBe(own.filter((each) => each.status === status).length)
        for (const reason of readinessReasons)
          expect(client.reasons[reason] ?? 0).toBe(own.filter((each) => each.reasons.includes(reason)).length)
        const open = own.filter((each) => each.isOpen).length
        const withGap = own.filter((each) => each.hasGap).length
        expect(client.missingNow).toEqual({ withGap, open, rate: open === 0 ? null : withGap / open })
      }
    }),
  )
})
