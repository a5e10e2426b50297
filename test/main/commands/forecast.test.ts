import { expect, test } from 'vitest'
import { makeUps } from '../../shared/pairing/pairing-case.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, getBoxId } from '../../support/sample-files.ts'
import { setShipmentDates } from '../../support/set-shipment-dates.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

/** The clock of a test's engine stands on this day. */
const today = new Date(1_700_000_000_000).toLocaleDateString('sv')
const on = '2023-11-20'

/** Freight 1 to 4 and a parcel of two boxes of one client, freight 5 of another, with their days. */
async function openBook(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  const head = 'FBA货件号,仓库代码,派送方式,箱数,承运商'
  await desk.import(
    desk.write('a.csv', [
      head,
      'FBA19T000001,ONT8,LTL,2,',
      'FBA19T000002,ONT8,LTL,2,',
      'FBA19T000003,LAX9,LTL,2,',
      'FBA19T000004,LAX9,LTL,2,亚马逊合作承运人',
    ]),
    '宁波星野',
  )
  const parcel = [1, 2].map((n) => `FBA15P000001,${getBoxId('FBA15P000001', n)},LAX9,SPD`)
  await desk.import(desk.write('p.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...parcel]), '宁波星野')
  await desk.import(desk.write('b.csv', [head, 'FBA19T000005,ONT8,LTL,2,']), '深圳拓海')
  const { id } = await desk.row('FBA19T000001')
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [id] } })
  await pair(desk, [1, 2])
  return setShipmentDates(desk, {
    FBA19T000001: { etaOn: '2023-11-25', deliveredOn: '2023-11-18' },
    FBA19T000002: { etaOn: '2023-11-28', appointmentAt: '2023-11-22T09:30' },
    FBA19T000004: { etaOn: '2023-11-21' },
    FBA15P000001: { etaOn: '2023-11-21' },
  })
}

const pair = (desk: TestDesk, boxes: readonly number[]) =>
  desk.call('pairing.apply', {
    opId: nextOpId(),
    text: boxes.map((n) => `${getBoxId('FBA15P000001', n)}\t${makeUps(700 + n)}`).join('\n'),
  })

test('the rate is forecast from the days of the shipments, per client', async () => {
  const desk = await openBook()
  const { clients, settings } = await desk.call('forecast.run', { on })
  expect(settings).toEqual({ windowDays: 120, acceptableRate: null })
  expect(clients).toMatchObject([
    {
      client: '宁波星野',
      language: 'zh-CN',
      // The account names no marketplace: its FCs stand in the US.
      marketplace: 'US',
      // Open are 2, 3 and the parcel; 2 and 3 lack a PRO.
      missingNow: { counted: 3, defects: 2 },
      today: { counted: 1, defects: 0 },
      // The 21st: the delivered one and the parcel. The 22nd: 2 too, without a PRO.
      peak: { on: '2023-11-22', counted: 3, defects: 1 },
      whatIf: { filled: 2, peak: { on, counted: 1, defects: 0 } },
      missing: [
        { fbaId: 'FBA19T000002', state: 'due', daysLeft: 2, due: { on: '2023-11-22', basis: 'appointment' } },
        { fbaId: 'FBA19T000003', state: 'undated', daysLeft: null, due: null },
      ],
      undated: 1,
      ladder: null,
    },
    { client: '深圳拓海', missingNow: { counted: 1, defects: 1 }, peak: { counted: 0 }, undated: 1 },
  ])
  expect((await desk.call('forecast.run', { client: '深圳拓海' })).on).toBe(today)
  expect(await desk.refused('forecast.run', { client: '无此客户' })).toEqual({
    kind: 'client-unknown',
    name: '无此客户',
  })
  expect(await desk.refused('forecast.run', { on: '2023-02-30' })).toMatchObject({ kind: 'bad-input' })
})

test('a tracking ID that is cleared raises the rate at once, and undo lowers it again', async () => {
  const desk = await openBook()
  const getPeak = async () => (await desk.call('forecast.run', { on })).clients[0]!.peak
  expect(await getPeak()).toMatchObject({ counted: 3, defects: 1 })
  const [box] = await desk.boxes('FBA15P000001')
  const edit = { id: box!.id, field: 'trackingId' as const, text: '' }
  await desk.call('box.edit', { opId: nextOpId(), edits: [edit], gesture: 'clear' })
  expect(await getPeak()).toMatchObject({ counted: 3, defects: 2 })
  await desk.call('history.undo', { opId: nextOpId() })
  expect(await getPeak()).toMatchObject({ counted: 3, defects: 1 })
})

test('a PRO that was typed after the day of the delivery came too late', async () => {
  const desk = setShipmentDates(await openBook(), {
    FBA19T000001: { deliveredOn: '2023-11-10' },
    FBA15P000001: { deliveredOn: '2023-11-10' },
  })
  const { missing, today: rate } = (await desk.call('forecast.run', { on })).clients[0]!
  expect(missing.filter(({ state }) => state === 'defect')).toMatchObject([
    { fbaId: 'FBA15P000001', state: 'defect', gap: { kind: 'late' }, daysLeft: -10 },
    { fbaId: 'FBA19T000001', state: 'defect', gap: { kind: 'late' }, daysLeft: -10 },
  ])
  expect(rate).toMatchObject({ counted: 2, defects: 2 })
  const inTime = setShipmentDates(desk, { FBA19T000001: { deliveredOn: today } })
  expect((await inTime.call('forecast.run', { on })).clients[0]!.today).toMatchObject({
    counted: 2,
    defects: 1,
  })
})

test('window and acceptable rate are kept, and the ladder follows them', async () => {
  const desk = await openBook()
  expect(await desk.call('policy.setSettings', { windowDays: 30, acceptableRate: 0.2 })).toEqual({
    windowDays: 30,
    acceptableRate: 0.2,
  })
  desk.restart()
  const { settings, clients } = await desk.call('forecast.run', { on })
  expect(settings).toEqual({ windowDays: 30, acceptableRate: 0.2 })
  // From the 22nd on one of three is above 20 %, then one of two (18th of December), one of one (21st); on the 22nd of
  // December it leaves the window of 30 days.
  expect(clients[0]!.ladder).toEqual({
    level: 'standard',
    daysAbove: 0,
    aboveFrom: '2023-11-22',
    endsOn: '2023-12-22',
    elevatedOn: '2023-12-12',
    criticalOn: null,
  })
  await desk.call('policy.setSettings', { windowDays: 120, acceptableRate: null })
  expect((await desk.call('forecast.run', { on })).clients[0]!.ladder).toBeNull()
  for (const wrong of [
    { windowDays: 0, acceptableRate: null },
    { windowDays: 120, acceptableRate: 1.5 },
    { windowDays: 30.5, acceptableRate: 0 },
  ])
    expect(await desk.refused('policy.setSettings', wrong)).toMatchObject({ kind: 'bad-input' })
})

test('the what-if takes the shipments it is given', async () => {
  const desk = await openBook()
  const { id } = await desk.row('FBA19T000003')
  expect((await desk.call('forecast.run', { on, filled: [id] })).clients[0]!.whatIf).toMatchObject({
    filled: 1,
    peak: { on: '2023-11-22', counted: 3, defects: 1 },
  })
})

test('history stands in no rate, and is said to be left out', async () => {
  const desk = await openBook()
  const before = (await desk.call('forecast.run', { on })).clients[0]!
  const file = desk.write('旧表.csv', [
    'FBA货件号,仓库代码,派送方式,箱数,PRO号,送达时间',
    'FBA19T000008,ONT8,LTL,2,8100200008,2023-11-10',
    'FBA19T000009,ONT8,LTL,2,,2023-06-01',
  ])
  const { draftId } = await desk.open(file, '宁波星野')
  await desk.call('import.settle', { draftId, isHistory: true })
  await desk.call('import.commit', { opId: nextOpId(), draftIds: [draftId] })
  const after = (await desk.call('forecast.run', { on })).clients[0]!
  expect(after).toEqual({ ...before, history: 1 })
})

test('a shipment that closed without a day of delivery is said to be left out, until the day is known', async () => {
  const desk = await openBook()
  const { id } = await desk.row('FBA19T000003')
  const set = (field: 'amazonStatus' | 'deliveredOn', text: string) =>
    desk.call('shipment.edit', { opId: nextOpId(), gesture: 'edit', edits: [{ id, field, text }] })
  const forecast = async () => (await desk.call('forecast.run', { on })).clients[0]!
  const before = await forecast()
  await set('amazonStatus', 'CLOSED')
  expect(before.closedUndated).toBe(0)
  expect(await forecast()).toMatchObject({ closedUndated: 1 })
  await set('deliveredOn', on)
  const after = await forecast()
  expect(after.closedUndated).toBe(0)
  expect(after.today.counted).toBe(before.today.counted + 1)
})

test('another day is judged by its own rules, and the screens stay with today’s', async () => {
  const desk = await openBook()
  const missingOn = async (day?: string) =>
    (await desk.call('forecast.run', { ...(day && { on: day }) })).clients.map(({ missingNow }) => missingNow)
  // The US asks for a PRO from 2021-10-01 on.
  expect(await missingOn('2021-09-30')).toEqual([
    { counted: 3, defects: 0 },
    { counted: 1, defects: 0 },
  ])
  expect(
    (await desk.call('forecast.run', { on: '2021-09-30' })).clients.map(({ missing }) => missing),
  ).toEqual([[], []])
  const asked = [
    { counted: 3, defects: 2 },
    { counted: 1, defects: 1 },
  ]
  expect((await missingOn('2021-10-01')).toSorted((a, b) => b.counted - a.counted)).toEqual(asked)
  expect(await missingOn()).toEqual(asked)
  expect((await desk.call('check.run', {})).totals.missingNow).toMatchObject({ withGap: 3, open: 4 })
})
