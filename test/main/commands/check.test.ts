import { expect, test } from 'vitest'
import { makeUps } from '../../shared/pairing/pairing-case.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, getBoxId } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'

test('readiness and the rate of missing tracking are counted per client', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  const head = 'FBA货件号,仓库代码,派送方式,箱数,承运商,状态'
  await desk.import(
    desk.write('a.csv', [
      head,
      'FBA19T000001,ONT8,LTL,2,,',
      'FBA19T000002,ONT8,LTL,2,,',
      'FBA19T000003,ONT8,,2,,',
      'FBA19T000004,ONT8,LTL,2,亚马逊合作承运人,',
      'FBA19T000005,ONT8,LTL,2,,DELIVERED',
      'FBA19T000006,ONT8,LTL,2,,CLOSED',
    ]),
    '宁波星野',
  )
  const parcel = [1, 2].map((n) => `FBA15P000001,${getBoxId('FBA15P000001', n)},LAX9,SPD`)
  await desk.import(desk.write('b.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...parcel]), '深圳拓海')
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [1] } })
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { clients: ['深圳拓海'] } })
  const text = `${getBoxId('FBA15P000001', 1)}\t${makeUps(701)}`
  await desk.call('pairing.apply', { opId: nextOpId(), text })

  const ningbo = {
    client: '宁波星野',
    shipments: 6,
    ready: 1,
    incomplete: 3,
    error: 1,
    exempt: 1,
    exported: 0,
    changed: 0,
    // Open are 1, 2 and 3; of them 2 and 3 have no PRO.
    missingNow: { withGap: 2, open: 3, rate: 2 / 3 },
    reasons: { 'carrier-missing': 4, 'pro-missing': 3, 'mode-unknown': 1, 'dead-shipment': 1 },
  }
  const shenzhen = {
    client: '深圳拓海',
    shipments: 1,
    incomplete: 1,
    missingNow: { withGap: 1, open: 1, rate: 1 },
    reasons: { 'tracking-missing': 1 },
  }
  const { clients, totals } = await desk.call('check.run', {})
  expect(clients).toMatchObject([ningbo, shenzhen])
  expect(totals).toMatchObject({ shipments: 7, missingNow: { withGap: 3, open: 4, rate: 0.75 } })
  expect(await desk.call('check.run', { client: '深圳拓海' })).toMatchObject({
    clients: [shenzhen],
    totals: shenzhen,
  })
})

test('a client without shipments has no rate, and one that nobody knows is refused', async () => {
  const desk = openTestDesk()
  const client = { name: '杭州云帆', folder: null, language: 'zh-CN' as const }
  await desk.call('client.save', { ...client, opId: nextOpId() })
  expect(await desk.call('check.run', { client: '杭州云帆' })).toMatchObject({
    clients: [{ client: '杭州云帆', shipments: 0, missingNow: { withGap: 0, open: 0, rate: null } }],
  })
  expect(await desk.refused('check.run', { client: '无此客户' })).toEqual({
    kind: 'client-unknown',
    name: '无此客户',
  })
})

test('lists, facets and pages say the same of the same shipments', async () => {
  const desk = openTestDesk()
  const head = 'FBA货件号,仓库代码,派送方式,箱数,毛重kg'
  const rows = Array.from({ length: 30 }, (_, i) => {
    const mode = ['LTL', 'SPD', ''][i % 3]
    return `FBA19T0000${String(i).padStart(2, '0')},${i % 2 ? 'ONT8' : 'LAX9'},${mode},${i % 4},${i}`
  })
  await desk.import(desk.write('a.csv', [head, ...rows]))
  const filter = { fcs: ['ONT8'], modes: ['LTL' as const, 'unknown' as const] }
  const sort = { key: 'weight' as const, direction: 'desc' as const }
  const page = await desk.call('shipment.page', { filter, sort, offset: 2, limit: 3 })
  const { ids } = await desk.call('shipment.ids', { filter, sort })
  expect(page.total).toBe(ids.length)
  expect(page.rows.map((row) => row.id)).toEqual(ids.slice(2, 5))
  // Odd rows whose number is no 1 more than a multiple of 3: 10 of them.
  const expected = Array.from({ length: 30 }, (_, i) => i).filter((i) => i % 2 === 1 && i % 3 !== 1)
  expect(page.total).toBe(expected.length)
  expect(await desk.call('shipment.facets', { filter })).toMatchObject({
    total: expected.length,
    boxes: expected.reduce((sum, i) => sum + (i % 4), 0),
    weightKg: expected.reduce((sum, i) => sum + i, 0),
    modes: [
      { value: 'LTL', count: 5 },
      { value: 'SPD', count: 5 },
      { value: 'unknown', count: 5 },
    ],
    fcs: [
      { value: 'LAX9', count: 10 },
      { value: 'ONT8', count: 10 },
    ],
  })
})
