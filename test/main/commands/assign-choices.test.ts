import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import type { CarrierView } from '../../../shared/contract/outputs.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, writeFreightFile, writeParcelFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Options = Omit<CallInput<'assign.apply'>, 'opId'>

const all: Options = { ...assignAll, filter: {} }

/** Freight shipments with row ids 1 …, an own fleet with a block from 810000000 on, and UPS. */
async function openFreightDesk(count: number): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', count))
  return desk
}

const apply = (desk: TestDesk, over: Partial<Options> = {}) =>
  desk.call('assign.apply', { ...all, ...over, opId: nextOpId() })
const readPros = async (desk: TestDesk) => (await desk.rows()).map((row) => row.pro)
const edit = (desk: TestDesk, id: number, field: 'pro' | 'note', text: string) =>
  desk.call('shipment.edit', { opId: nextOpId(), edits: [{ id, field, text }], gesture: 'edit' })
const undo = (desk: TestDesk) => desk.call('history.undo', { opId: nextOpId() })

// Luhn over 81000000n, as in assign.test.ts.
const numbers = ['8100000002', '8100000010', '8100000028']

describe('what is chosen about a conflict', () => {
  test('goes for all of its kind, is taken back for one, and preview and apply say the same', async () => {
    const desk = await openFreightDesk(3)
    await edit(desk, 1, 'pro', 'TYPED-1')
    await edit(desk, 2, 'pro', 'TYPED-2')
    const chosen: Partial<Options> = {
      resolutions: { 'pro-kept': 'replace' },
      rowChoices: [{ id: 2, kind: 'pro-kept', choice: 'keep' }],
    }
    const preview = await desk.call('assign.preview', { ...all, ...chosen })
    expect(preview.rows.map((row) => row.pro)).toEqual([
      { before: 'TYPED-1', after: numbers[0] },
      null,
      { before: null, after: numbers[1] },
    ])
    expect(preview.kept).toEqual({ carriers: 0, pros: 1, loads: 0 })
    await apply(desk, chosen)
    expect(await readPros(desk)).toEqual([numbers[0], 'TYPED-2', numbers[1]])
  })

  test('must be one of the kind’s choices', async () => {
    const desk = await openFreightDesk(1)
    const wrong = { ...all, opId: nextOpId(), resolutions: { 'pro-kept': 'next-block' } as const }
    expect(await desk.refused('assign.apply', wrong)).toMatchObject({ kind: 'bad-input' })
  })

  test('lets an exported shipment be assigned, and it is marked as changed since', async () => {
    const desk = await openFreightDesk(1)
    await apply(desk)
    await desk.call('export.run', { opId: nextOpId() })
    await apply(desk, { resolutions: { exported: 'assign', 'pro-kept': 'replace' } })
    expect(await desk.row('FBA19T000001')).toMatchObject({ pro: numbers[1], status: 'changed' })
  })

  test('changes the mode of a parcel shipment with a note in the client’s language', async () => {
    const desk = openTestDesk()
    const blockId = await addCarriers(desk.engine)
    await desk.import(writeParcelFile(desk.folder, 'p.csv', 1, 2))
    expect(
      await apply(desk, { blockId, resolutions: { 'parcel-takes-no-pro': 'change-mode' } }),
    ).toMatchObject({ shipments: 1, carriers: 1, pros: 1, conflicts: [] })
    expect(await desk.row('FBA15P000001')).toMatchObject({
      amazonMode: 'LTL',
      carrier: '自营车队',
      note: '实际走LTL，亚马逊上是SPD：请在亚马逊改货件的方式',
    })
    await undo(desk)
    expect(await desk.row('FBA15P000001')).toMatchObject({ amazonMode: 'SPD', carrier: null, note: null })
  })
})

/** Freight shipments of an own fleet that gives one PRO a load. */
async function openLoadDesk(count: number): Promise<TestDesk> {
  const desk = await openFreightDesk(count)
  const [{ shipments: _, ...fleet }] = (await desk.call('carrier.list', {})).carriers as [CarrierView]
  await desk.call('carrier.save', { ...fleet, proPolicy: 'per_load', opId: nextOpId() })
  return desk
}

describe('one PRO for a group', () => {
  const shared: Partial<Options> = { sharesPro: true, shareReason: ' 一车拉完，客户同意 ' }

  test('needs a reason', async () => {
    const desk = await openLoadDesk(2)
    const withoutReason = { ...all, opId: nextOpId(), sharesPro: true, shareReason: ' ' }
    expect(await desk.refused('assign.apply', withoutReason)).toEqual({ kind: 'share-reason-missing' })
    expect(await readPros(desk)).toEqual([null, null])
  })

  test('is one number on all of them, no duplicate, and the reason is on record', async () => {
    const desk = await openLoadDesk(2)
    expect(await desk.call('assign.preview', { ...all, ...shared })).toMatchObject({ pros: 2, drawn: 1 })
    await apply(desk, shared)
    expect((await desk.rows()).map((row) => [row.pro, row.status])).toEqual([
      [numbers[0], 'ready'],
      [numbers[0], 'ready'],
    ])
    const [entry] = (await desk.call('history.list', {})).entries
    expect(entry).toMatchObject({ command: 'assign', label: { shared: 2, reason: '一车拉完，客户同意' } })
    expect((await desk.call('override.list', {})).overrides).toMatchObject([
      { fbaId: 'FBA19T000001', rule: 'pro-repeated', reason: '一车拉完，客户同意', isInForce: true },
      { fbaId: 'FBA19T000002', rule: 'pro-repeated', reason: '一车拉完，客户同意', isInForce: true },
    ])
    await undo(desk)
    expect(await readPros(desk)).toEqual([null, null])
    await desk.call('history.redo', { opId: nextOpId() })
    expect(await readPros(desk)).toEqual([numbers[0], numbers[0]])
  })
})

test('undo says how many of the void numbers went out', async () => {
  const desk = await openFreightDesk(2)
  await apply(desk)
  await desk.call('export.run', { opId: nextOpId() })
  expect(await undo(desk)).toMatchObject({ command: 'assign', voided: { count: 2, exported: 2 } })
})

test('undo says which numbers are void now; redo puts them back in use', async () => {
  const desk = await openFreightDesk(3)
  await apply(desk)
  const voided = { count: 3, first: numbers[0], last: numbers[2], exported: 0 }
  expect(await undo(desk)).toMatchObject({ command: 'assign', cells: 6, kept: 0, voided })
  expect(await desk.call('history.redo', { opId: nextOpId() })).toMatchObject({ voided: null })
  expect(await readPros(desk)).toEqual(numbers)
  await edit(desk, 1, 'note', 'y')
  expect(await undo(desk)).toMatchObject({ command: 'edit', voided: null })
})

describe('the draft of the sheet', () => {
  const { except: _, ...fields } = assignAll
  const draft: CallInput<'assign.keepDraft'>['draft'] = {
    ...fields,
    rules: '旺季',
    shareReason: '一车拉完',
    wantsLoad: true,
    loadId: 3,
    caps: { maxPallets: 26, maxBoxes: 900, maxKg: 18_500.5 },
    tripHours: 2.5,
    loadChoices: [
      {
        key: '1 ONT8 2026-11-27 1',
        vehicleId: 1,
        driverId: null,
        isa: '5012345685',
        appointmentAt: '2026-11-27T10:00',
      },
    ],
    loadReason: '客户要求一车',
    resolutions: { exported: 'assign' },
    rowChoices: [{ id: 2, kind: 'pro-kept', choice: 'replace' }],
    pickedIds: [],
    filter: { clients: ['宁波星野'] },
    ticks: { mode: 'allBut', ids: [3] },
  }

  test('is kept to the last field over a restart, until it is dropped', async () => {
    const desk = openTestDesk()
    expect(await desk.call('assign.getDraft', {})).toEqual({ draft: null })
    await desk.call('assign.keepDraft', { draft })
    desk.restart()
    expect(await desk.call('assign.getDraft', {})).toEqual({ draft: { ...draft, sharesPro: false } })
    await desk.call('assign.keepDraft', { draft: null })
    expect(await desk.call('assign.getDraft', {})).toEqual({ draft: null })
  })

  test('is no step that undo would take back', async () => {
    const desk = openTestDesk()
    await desk.call('assign.keepDraft', { draft })
    expect(await desk.refused('history.undo', { opId: nextOpId() })).toEqual({ kind: 'nothing-to-undo' })
  })
})
