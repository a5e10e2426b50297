import { expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, getBoxId } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

async function openBook(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(
    desk.write('a.csv', [
      'FBA货件号,仓库代码,派送方式,箱数',
      'FBA19T000001,ONT8,LTL卡派,2',
      'FBA19T000002,ONT8,LTL快递,2',
      'FBA19T000003,LAX9,,2',
      'FBA19T000004,LAX9,LTL,2',
    ]),
  )
  const boxes = [1, 2, 3].map((n) => `FBA15P000001,${getBoxId('FBA15P000001', n)},LAX9,SPD卡派`)
  await desk.import(desk.write('p.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...boxes]))
  return desk
}

const listKinds = async (desk: TestDesk) =>
  (await desk.call('mode.list', {})).rows.map(({ fbaId, verdict }) => [fbaId, verdict.kind, verdict.standing])

const editMode = async (desk: TestDesk, fbaId: string, field: 'amazonMode' | 'roadMode', text: string) =>
  desk.call('shipment.edit', {
    opId: nextOpId(),
    edits: [{ id: (await desk.row(fbaId)).id, field, text }],
    gesture: 'edit',
  })

test('shipments whose modes conflict lead, then those that nobody can judge', async () => {
  const desk = await openBook()
  expect(await listKinds(desk)).toEqual([
    ['FBA15P000001', 'parcel-by-truck', 'open'],
    ['FBA19T000002', 'freight-by-parcel', 'open'],
    ['FBA19T000003', 'mode-unknown', 'unknown'],
    ['FBA19T000004', 'road-unknown', 'unknown'],
    ['FBA19T000001', 'freight-by-truck', 'agrees'],
  ])
  const some = await desk.call('mode.list', { standings: ['unknown'] })
  expect(some.rows.map(({ fbaId }) => fbaId)).toEqual(['FBA19T000003', 'FBA19T000004'])
  expect(some.standings).toEqual([
    { standing: 'open', count: 2 },
    { standing: 'unknown', count: 2 },
    { standing: 'flagged', count: 0 },
    { standing: 'agrees', count: 1 },
  ])
  const { id } = some.rows[0]!
  expect((await desk.call('mode.list', { ids: [id] })).rows).toHaveLength(1)
  expect(await desk.refused('mode.list', { client: '无此客户' })).toMatchObject({ kind: 'client-unknown' })
})

test('either mode is set like any other cell, in the words of both languages, with undo', async () => {
  const desk = await openBook()
  await editMode(desk, 'FBA19T000002', 'amazonMode', 'SPD')
  await editMode(desk, 'FBA19T000004', 'roadMode', '卡派')
  expect((await listKinds(desk)).slice(-3)).toEqual([
    ['FBA19T000002', 'parcel-by-parcel', 'agrees'],
    ['FBA19T000001', 'freight-by-truck', 'agrees'],
    ['FBA19T000004', 'freight-by-truck', 'agrees'],
  ])
  await desk.call('history.undo', { opId: nextOpId() })
  expect((await desk.row('FBA19T000004')).roadMode).toBeNull()
  for (const [word, roadMode] of [
    ['Courier', 'parcel'],
    ['快递', 'parcel'],
    ['truck', 'truck'],
    ['', null],
  ] as const) {
    await editMode(desk, 'FBA19T000004', 'roadMode', word)
    expect((await desk.row('FBA19T000004')).roadMode).toBe(roadMode)
  }
  const { id } = await desk.row('FBA19T000004')
  const edits = [{ id, field: 'roadMode' as const, text: '空运' }]
  expect(await desk.refused('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })).toMatchObject({
    kind: 'value-refused',
    reason: 'unknown-word',
  })
})

test('a shipment on two trucks is marked with a reason, once, and the mark can be taken off', async () => {
  const desk = await openBook()
  const { id } = await desk.row('FBA19T000001')
  const opId = nextOpId()
  expect(await desk.call('mode.markTwoTrucks', { opId, ids: [id], reason: '26板，一车装不下' })).toEqual({
    shipments: 1,
  })
  expect(await desk.call('mode.markTwoTrucks', { opId: nextOpId(), ids: [id], reason: '又一次' })).toEqual({
    shipments: 0,
  })
  const { rows } = await desk.call('mode.list', { standings: ['flagged'] })
  expect(rows).toMatchObject([
    {
      fbaId: 'FBA19T000001',
      verdict: { takes: 'one-pro', standing: 'flagged' },
      marks: [{ mark: 'two-trucks', reason: '26板，一车装不下', who: 'tester' }],
    },
  ])
  await desk.call('mode.removeMark', { opId: nextOpId(), ids: [id], mark: 'two-trucks' })
  expect((await desk.call('mode.list', { standings: ['flagged'] })).rows).toEqual([])
  await desk.call('history.undo', { opId: nextOpId() })
  expect((await desk.call('mode.list', { standings: ['flagged'] })).rows).toHaveLength(1)
  for (const reason of ['', '  ', 'a\0b'])
    expect(await desk.refused('mode.markTwoTrucks', { opId: nextOpId(), ids: [id], reason })).toMatchObject({
      kind: 'bad-input',
    })
})

test('one number goes on all boxes of a parcel by truck, with its reason, in one undo', async () => {
  const desk = await openBook()
  const { id } = await desk.row('FBA15P000001')
  const input = { id, number: ' TB8100200 ', reason: '客户改不了方式' }
  expect(await desk.call('mode.useSameNumber', { opId: nextOpId(), ...input })).toEqual({ boxes: 3 })
  const boxes = await desk.boxes('FBA15P000001')
  expect(boxes.map(({ trackingId, isTrackingShared }) => [trackingId, isTrackingShared])).toEqual(
    Array.from({ length: 3 }, () => ['TB8100200', true]),
  )
  expect((await desk.call('mode.list', { standings: ['flagged'] })).rows).toMatchObject([
    {
      verdict: { standing: 'flagged' },
      marks: [{ mark: 'same-number', value: 'TB8100200', reason: '客户改不了方式' }],
    },
  ])
  expect(await desk.call('mode.useSameNumber', { opId: nextOpId(), ...input })).toEqual({ boxes: 0 })
  await desk.call('history.undo', { opId: nextOpId() })
  expect((await desk.boxes('FBA15P000001')).every(({ trackingId }) => trackingId === null)).toBe(true)
  expect(await listKinds(desk)).toContainEqual(['FBA15P000001', 'parcel-by-truck', 'open'])
})

test('what the number and its reason let through is held again without the mark', async () => {
  const desk = await openBook()
  const { id } = await desk.row('FBA15P000001')
  const edits = [{ id, field: 'carrier' as const, text: '自营车队' }]
  await desk.call('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })
  expect((await desk.row('FBA15P000001')).reasons).toContain('carrier-against-mode')
  const input = { id, number: 'TB8100200', reason: '客户改不了方式' }
  await desk.call('mode.useSameNumber', { opId: nextOpId(), ...input })
  const treated = await desk.row('FBA15P000001')
  expect(treated.reasons).not.toContain('carrier-against-mode')
  expect(treated.reasons).not.toContain('tracking-missing')
  await desk.call('mode.removeMark', { opId: nextOpId(), ids: [id], mark: 'same-number' })
  expect((await desk.row('FBA15P000001')).reasons).toContain('carrier-against-mode')
  expect((await desk.call('override.list', { ids: [id] })).overrides).toEqual([])
  await desk.call('history.undo', { opId: nextOpId() })
  expect((await desk.row('FBA15P000001')).reasons).not.toContain('carrier-against-mode')
})

test('a number that no tracking ID can be, or that another shipment has, is refused and nothing written', async () => {
  const desk = await openBook()
  const other = [1, 2].map((n) => `FBA15P000002,${getBoxId('FBA15P000002', n)},LAX9,SPD`)
  await desk.import(desk.write('q.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...other]))
  const [box] = await desk.boxes('FBA15P000002')
  const edits = [{ id: box!.id, field: 'trackingId' as const, text: '1Z999AA10123456784' }]
  await desk.call('box.edit', { opId: nextOpId(), edits, gesture: 'edit' })
  const { id } = await desk.row('FBA15P000001')
  const refuse = (number: string) =>
    desk.refused('mode.useSameNumber', { opId: nextOpId(), id, number, reason: '试' })
  expect(await refuse('1Z999AA10123456784')).toMatchObject({
    reason: 'used-elsewhere',
    owner: 'FBA15P000002',
  })
  expect(await refuse('4.00015E+11')).toMatchObject({ reason: 'scientific-notation' })
  expect((await desk.boxes('FBA15P000001')).every(({ trackingId }) => trackingId === null)).toBe(true)
})
