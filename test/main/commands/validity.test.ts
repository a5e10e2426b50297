import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import {
  addCarriers,
  assignAll,
  getBoxId,
  getFbaId,
  ownFleet,
  writeFreightFile,
} from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const noon = (day: string): number => new Date(`${day}T12:00:00`).getTime()

/** Freight shipments FBA19T000001 … on the desk of that day. */
async function openDesk(day = '2026-11-27', count = 4): Promise<TestDesk & { setDay(day: string): void }> {
  let today = day
  const desk = openTestDesk(makeTempFolder(), () => noon(today))
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', count))
  return Object.assign(desk, { setDay: (next: string) => void (today = next) })
}

const edit = (desk: TestDesk, edits: CallInput<'shipment.edit'>['edits']) =>
  desk.call('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })

const verify = (desk: TestDesk, finding: 'valid' | 'not_found' | 'dead', on?: string) =>
  desk.call('shipment.verify', {
    opId: nextOpId(),
    fbaIds: [getFbaId(1)],
    finding,
    ...(on !== undefined && { on }),
  })

describe('dated facts', () => {
  test('are typed short, and the clock follows', async () => {
    const desk = await openDesk()
    await edit(desk, [
      { id: 1, field: 'createdOn', text: '10-25' },
      { id: 1, field: 'origin', text: '国内' },
      { id: 1, field: 'etaOn', text: '29' },
      { id: 1, field: 'appointmentAt', text: '30 14:30' },
      { id: 1, field: 'palletCount', text: '4' },
    ])
    // 25 October + 45: 6 in October, 30 in November, 9 in December.
    expect(await desk.row(getFbaId(1))).toMatchObject({
      createdOn: '2026-10-25',
      etaOn: '2026-11-29',
      appointmentAt: '2026-11-30T14:30',
      palletCount: 4,
      clock: { state: 'running', closesOn: '2026-12-09', daysLeft: 12, level: 'soon' },
      warnings: expect.arrayContaining(['closes-soon', 'not-verified']),
    })
  })

  test('that could be two days are refused, with nothing written', async () => {
    const desk = await openDesk()
    const edits = [
      { id: 1, field: 'createdOn' as const, text: '2026-11-01' },
      { id: 1, field: 'etaOn' as const, text: '07/08/2026' },
    ]
    expect(await desk.refused('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })).toMatchObject({
      kind: 'value-refused',
      field: 'etaOn',
      reason: 'not-a-day',
    })
    expect((await desk.row(getFbaId(1))).createdOn).toBeNull()
  })

  test('the next morning every clock is a day shorter', async () => {
    const desk = await openDesk()
    await edit(desk, [
      { id: 1, field: 'createdOn', text: '2026-10-25' },
      { id: 1, field: 'origin', text: 'domestic' },
    ])
    desk.setDay('2026-12-09')
    expect(await desk.row(getFbaId(1))).toMatchObject({
      clock: { state: 'closed', daysLeft: 0 },
      status: 'error',
    })
    expect((await desk.row(getFbaId(1))).reasons).toContain('closed-by-clock')
  })

  test('one delivery starts the thirty days of its whole plan, and moving it stops them', async () => {
    const desk = await openDesk()
    await edit(desk, [{ id: 1, field: 'fc', text: 'FTW1' }])
    await edit(
      desk,
      [1, 2, 3].flatMap((id) => [
        { id, field: 'createdOn' as const, text: '2026-11-20' },
        { id, field: 'origin' as const, text: 'international' },
        { id, field: 'planId' as const, text: id === 3 ? 'wf-other' : 'wf-one' },
      ]),
    )
    await edit(desk, [{ id: 1, field: 'deliveredOn', text: '2026-11-25' }])
    expect((await desk.row(getFbaId(1))).clock.state).toBe('arrived')
    // 25 November + 30 is 25 December; by age it would be 3 February.
    expect((await desk.row(getFbaId(2))).clock).toMatchObject({ closesOn: '2026-12-25', cause: 'plan' })
    expect((await desk.row(getFbaId(3))).clock).toMatchObject({ closesOn: '2027-02-03' })
    await edit(desk, [{ id: 1, field: 'planId', text: 'wf-other' }])
    expect((await desk.row(getFbaId(2))).clock).toMatchObject({ closesOn: '2027-02-03' })
    expect((await desk.row(getFbaId(3))).clock).toMatchObject({ closesOn: '2026-12-25', cause: 'plan' })
    await desk.call('history.undo', { opId: nextOpId() })
    expect((await desk.row(getFbaId(2))).clock).toMatchObject({ closesOn: '2026-12-25' })
  })

  test('a plan of one FC has no thirty days; of an FC not on file they only warn', async () => {
    const desk = await openDesk()
    await edit(
      desk,
      [1, 2].flatMap((id) => [
        { id, field: 'createdOn' as const, text: '2026-10-20' },
        { id, field: 'origin' as const, text: 'international' },
        { id, field: 'planId' as const, text: 'wf-one' },
      ]),
    )
    await edit(desk, [{ id: 1, field: 'deliveredOn', text: '2026-10-28' }])
    // 20 October + 75: 11 in October, 30 in November, 31 in December, 3 in January. 28 October + 30 is 27 November.
    const read = () => desk.row(getFbaId(2))
    expect((await read()).clock).toMatchObject({ closesOn: '2027-01-03', cause: 'international' })
    await edit(desk, [{ id: 1, field: 'fc', text: '' }])
    const doubted = await read()
    expect(doubted.clock).toMatchObject({ closesOn: '2026-11-27', cause: 'plan-if-split', isCertain: false })
    expect(doubted.reasons).not.toContain('closed-by-clock')
    expect(doubted.warnings).toContain('closes-soon')
    await edit(desk, [{ id: 1, field: 'fc', text: 'FTW1' }])
    expect((await read()).reasons).toContain('closed-by-clock')
    await edit(desk, [{ id: 1, field: 'fc', text: 'ONT8' }])
    expect((await read()).clock).toMatchObject({ closesOn: '2027-01-03' })
  })

  test('the list is filtered and sorted by them', async () => {
    const desk = await openDesk()
    await edit(desk, [
      { id: 1, field: 'createdOn', text: '2026-10-25' },
      { id: 2, field: 'createdOn', text: '2026-10-15' },
      ...[1, 2].map((id) => ({ id, field: 'origin' as const, text: 'domestic' })),
    ])
    const filter = { clocks: ['soon', 'urgent'] as ('soon' | 'urgent')[] }
    const sort = { key: 'closes', direction: 'asc' } as const
    expect(await desk.call('shipment.ids', { filter, sort })).toEqual({ ids: [2, 1] })
    const { clocks } = await desk.call('shipment.facets', { filter: {} })
    expect(clocks).toEqual([
      { value: 'unknown', count: 2 },
      { value: 'soon', count: 1 },
      { value: 'urgent', count: 1 },
    ])
  })

  test('check lists what closes first and what has to be looked up', async () => {
    const desk = await openDesk()
    await edit(desk, [
      { id: 1, field: 'createdOn', text: '2026-10-25' },
      { id: 1, field: 'origin', text: 'domestic' },
      { id: 2, field: 'etaOn', text: '2026-12-01' },
    ])
    const { closing } = await desk.call('check.run', {})
    expect(closing.map(({ fbaId, clock, dueCheck }) => [fbaId, clock.daysLeft, dueCheck])).toEqual([
      [getFbaId(1), 12, null],
      [getFbaId(2), null, { checkpoint: 'before-eta', since: '2026-11-24' }],
    ])
  })
})

describe('the marketplace', () => {
  test('comes with the file, one account of the client each, and goes with its undo', async () => {
    const desk = await openDesk()
    const file = desk.write('eu.csv', [
      'FBA货件号,站点,仓库代码,派送方式,箱数',
      'FBA19TEU0001,德国,ZZZ9,LTL,1',
      'FBA19TEU0002,英国站,ZZZ9,LTL,1',
      'FBA19TEU0003,北美,ZZZ9,LTL,1',
    ])
    await desk.import(file)
    const read = async () =>
      (await desk.rows()).slice(4).map(({ marketplace, client }) => [marketplace, client])
    const imported = [
      ['DE', '宁波星野'],
      ['UK', '宁波星野'],
      [null, '宁波星野'],
    ]
    expect(await read()).toEqual(imported)
    const id = (await desk.row('FBA19TEU0003')).id
    await edit(desk, [{ id, field: 'marketplace', text: 'amazon.fr' }])
    expect((await desk.row('FBA19TEU0003')).marketplace).toBe('FR')
    expect(
      await desk.refused('shipment.edit', {
        opId: nextOpId(),
        edits: [{ id, field: 'marketplace', text: '欧洲' }],
        gesture: 'edit',
      }),
    ).toMatchObject({ field: 'marketplace', reason: 'unknown-word' })
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await read()).toEqual(imported)
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.rows()).toHaveLength(4)
    expect((await desk.call('client.list', {})).clients).toMatchObject([{ name: '宁波星野', shipments: 4 }])
  })
})

describe('a finding', () => {
  test('is noted with the day and who looked, and undone like any change', async () => {
    const desk = await openDesk()
    await verify(desk, 'valid', '2026-11-20')
    expect(await desk.row(getFbaId(1))).toMatchObject({
      finding: 'valid',
      verifiedOn: '2026-11-20',
      verifiedBy: 'tester',
    })
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.row(getFbaId(1))).toMatchObject({ finding: null, verifiedOn: null, verifiedBy: null })
  })

  test('dead or not found keeps the shipment from going out', async () => {
    const desk = await openDesk()
    await verify(desk, 'dead')
    expect((await desk.row(getFbaId(1))).reasons).toContain('dead-shipment')
    await verify(desk, 'not_found')
    expect((await desk.row(getFbaId(1))).reasons).toContain('not-found')
    await verify(desk, 'valid')
    expect((await desk.row(getFbaId(1))).reasons).not.toContain('not-found')
  })

  test('of tomorrow or of an unknown ID is refused', async () => {
    const desk = await openDesk()
    const wanted = { opId: nextOpId(), fbaIds: [getFbaId(1)], finding: 'valid' as const }
    expect(await desk.refused('shipment.verify', { ...wanted, on: '2026-11-28' })).toMatchObject({
      reason: 'in-the-future',
    })
    expect(
      await desk.refused('shipment.verify', { ...wanted, fbaIds: [getFbaId(1), 'FBA19TNOBODY'] }),
    ).toEqual({
      kind: 'shipment-unknown',
      fbaId: 'FBA19TNOBODY',
    })
    expect((await desk.row(getFbaId(1))).finding).toBeNull()
  })
})

describe('a new ID', () => {
  const newId = 'FBA19TNEW001'
  const reissue = (desk: TestDesk, from: string, to: string) =>
    desk.call('reissue.apply', { opId: nextOpId(), from, to })
  const search = async (desk: TestDesk, text: string) =>
    (
      await desk.call('shipment.page', { filter: { search: text }, sort: null, offset: 0, limit: 10 })
    ).rows.map((row) => row.fbaId)

  async function openAssigned(): Promise<TestDesk> {
    const desk = await openDesk()
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    return desk
  }

  test('takes over boxes, PRO number and carrier, and one undo restores everything', async () => {
    const desk = await openAssigned()
    const before = await desk.dump()
    const { pro } = await desk.row(getFbaId(1))
    expect(
      await desk.call('reissue.preview', { from: getFbaId(1), to: ` ${newId.toLowerCase()} ` }),
    ).toMatchObject({
      isNew: true,
      boxes: 2,
      pro,
    })
    expect(await desk.dump()).toBe(before)
    await reissue(desk, getFbaId(1), newId)
    expect(await desk.row(newId)).toMatchObject({
      pro,
      carrier: '自营车队',
      boxes: 2,
      chain: [getFbaId(1), newId],
    })
    expect(await desk.row(getFbaId(1))).toMatchObject({
      pro: null,
      boxes: 0,
      status: 'exempt',
      replacedBy: newId,
      infos: ['replaced'],
    })
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.dump()).toBe(before)
    await desk.call('history.redo', { opId: nextOpId() })
    expect(await desk.row(newId)).toMatchObject({ pro, boxes: 2 })
  })

  test('and the old ones are found by each other through a chain', async () => {
    const desk = await openAssigned()
    await reissue(desk, getFbaId(1), newId)
    await reissue(desk, newId, 'FBA19TNEW002')
    const chain = [getFbaId(1), newId, 'FBA19TNEW002']
    for (const id of chain) expect((await search(desk, id)).toSorted()).toEqual(chain.toSorted())
    expect(
      await desk.refused('reissue.apply', { opId: nextOpId(), from: newId, to: getFbaId(1) }),
    ).toMatchObject({
      kind: 'reissue-refused',
      problem: { kind: 'replaced-before', fbaId: newId, by: 'FBA19TNEW002' },
    })
  })

  test('keeps what was let through with a reason, and one undo takes that back too', async () => {
    const desk = await openAssigned()
    const [carrier] = (await desk.call('carrier.list', {})).carriers
    const { id: carrierId } = carrier!
    await desk.call('carrier.save', { opId: nextOpId(), ...ownFleet, id: carrierId, isActive: false })
    const { id } = await desk.row(getFbaId(1))
    const reason = '老板说可以'
    await desk.call('override.add', { opId: nextOpId(), ids: [id], rule: 'carrier-inactive', reason })
    expect((await desk.row(getFbaId(1))).letThrough).toEqual(['carrier-inactive'])
    const before = await desk.dump()
    expect(await desk.call('reissue.preview', { from: getFbaId(1), to: newId })).toMatchObject({
      overrides: 1,
    })
    await reissue(desk, getFbaId(1), newId)
    const given = await desk.call('override.list', { ids: [(await desk.row(newId)).id] })
    expect(given.overrides).toMatchObject([
      { fbaId: newId, rule: 'carrier-inactive', reason, isInForce: true },
    ])
    expect((await desk.row(newId)).letThrough).toEqual(['carrier-inactive'])
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.dump()).toBe(before)
    await desk.call('history.redo', { opId: nextOpId() })
    expect((await desk.row(newId)).letThrough).toEqual(['carrier-inactive'])
  })

  test('is exported instead of the old one, which counts in no rate', async () => {
    const desk = await openAssigned()
    await reissue(desk, getFbaId(1), newId)
    await edit(desk, [{ id: (await desk.row(newId)).id, field: 'amazonMode', text: 'LTL' }])
    await edit(desk, [{ id: (await desk.row(newId)).id, field: 'fc', text: 'ONT8' }])
    const { leftOut, ready } = await desk.call('export.plan', {})
    expect(leftOut.map(({ fbaId, status }) => [fbaId, status])).toEqual([[getFbaId(1), 'exempt']])
    expect(ready).toBe(4)
    const { totals } = await desk.call('check.run', {})
    expect(totals).toMatchObject({ exempt: 1, missingNow: { open: 4, withGap: 0 } })
    const preview = await desk.call('assign.preview', { ...assignAll, filter: {} })
    expect(preview.conflicts).toContainEqual({ kind: 'ended', count: 1 })
  })

  test('takes tracking IDs box by box where its boxes are on file; both labels are found', async () => {
    const desk = await openDesk()
    const old = 'FBA15P000001'
    const lines = (fbaId: string, tracking: string[]) =>
      tracking.map((number, at) => `${fbaId},${getBoxId(fbaId, at + 1)},LAX9,SPD,${number}`)
    const headings = 'FBA货件号,FBA箱号,仓库代码,派送方式,跟踪号'
    await desk.import(desk.write('old.csv', [headings, ...lines(old, ['794611112222', '794611113333'])]))
    await desk.import(desk.write('new.csv', [headings, ...lines(newId, ['', ''])]))
    await reissue(desk, old, newId)
    expect(
      (await desk.boxes(newId)).map(({ boxId, trackingId, formerBoxIds }) => [
        boxId,
        trackingId,
        formerBoxIds,
      ]),
    ).toEqual([
      [getBoxId(newId, 1), '794611112222', getBoxId(old, 1)],
      [getBoxId(newId, 2), '794611113333', getBoxId(old, 2)],
    ])
    for (const label of [getBoxId(old, 2), getBoxId(newId, 2)]) {
      const { rows } = await desk.call('box.page', { filter: { search: label }, offset: 0, limit: 10 })
      expect(rows.map((box) => box.boxId)).toEqual([getBoxId(newId, 2)])
    }
    // The old list once more changes nothing: its boxes are elsewhere.
    const again = await desk.open(
      desk.write('again.csv', [headings, ...lines(old, ['794611112222', '794611113334'])]),
      '宁波星野',
    )
    expect(again.difference).toMatchObject({ replaced: [old], newBoxes: 0, changedShipments: 0, taken: [] })
  })

  test('named beside the old one in a file moves with the import, and one undo takes back both', async () => {
    const desk = await openAssigned()
    const before = await desk.dump()
    const { pro } = await desk.row(getFbaId(1))
    const file = desk.write('new.csv', [
      'FBA货件号,旧货件号,仓库代码,派送方式,箱数',
      `${newId},${getFbaId(1)},LAX9,LTL,2`,
      `FBA19TNEW002,${getFbaId(2)},LAX9,LTL,3`,
      `FBA19TNEW003,,LAX9,LTL,3`,
    ])
    const draft = await desk.open(file, '宁波星野')
    expect(draft.difference?.reissues).toEqual([
      { from: getFbaId(1), to: newId },
      { from: getFbaId(2), to: 'FBA19TNEW002' },
    ])
    const { refused } = await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect(await desk.row(newId)).toMatchObject({ pro, fc: 'LAX9', boxes: 2, chain: [getFbaId(1), newId] })
    expect(refused).toMatchObject([
      { problem: { kind: 'differs', differences: [{ kind: 'box-count', before: 2, after: 3 }] } },
    ])
    expect((await desk.row(getFbaId(2))).replacedBy).toBeNull()
    await desk.call('history.undo', { opId: nextOpId() })
    expect((await desk.dump()).split('\n')[0]).toBe(before.split('\n')[0])
  })
})
