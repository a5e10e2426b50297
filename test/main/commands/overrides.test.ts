import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { makeUps } from '../../shared/pairing/pairing-case.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { readTree } from '../../support/read-zip.ts'
import { addCarriers, assignAll, getBoxId, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Edits = CallInput<'shipment.edit'>['edits']

const edit = (edits: Edits, reason?: string): CallInput<'shipment.edit'> => ({
  opId: nextOpId(),
  edits,
  gesture: 'paste',
  ...(reason === undefined ? {} : { reason }),
})
const pro = (id: number, text: string): Edits[number] => ({ id, field: 'pro', text })
const isa = '12345678901'

/** Freight shipments FBA19T000001 … with row ids 1 …, all with carrier and PRO; the first has an appointment. */
async function openAssignedDesk(count = 3): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', count))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  await desk.call('shipment.edit', edit([{ id: 1, field: 'isa', text: isa }]))
  return desk
}

const undo = (desk: TestDesk) => desk.call('history.undo', { opId: nextOpId() })
const listOverrides = async (desk: TestDesk) => (await desk.call('override.list', {})).overrides

describe('a stand-in for a PRO', () => {
  test('of another shipment is refused with its owner: appointment and tracking ID', async () => {
    const desk = await openAssignedDesk()
    const parcel = 'FBA15P000001'
    await desk.import(
      desk.write('b.csv', [
        'FBA货件号,FBA箱号,仓库代码,派送方式',
        `${parcel},${getBoxId(parcel, 1)},LAX9,SPD`,
      ]),
    )
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [4] } })
    await desk.call('pairing.apply', { opId: nextOpId(), text: `${getBoxId(parcel, 1)}\t${makeUps(701)}` })
    expect(await desk.refused('shipment.edit', edit([pro(2, isa)]))).toEqual({
      kind: 'stand-in',
      fbaId: 'FBA19T000002',
      value: isa,
      standIn: 'isa',
      owner: 'FBA19T000001',
      more: 0,
    })
    expect(await desk.refused('shipment.edit', edit([pro(2, makeUps(701)), pro(3, isa)]))).toMatchObject({
      standIn: 'tracking-id',
      owner: parcel,
      more: 1,
    })
  })

  test('goes in with a reason, is kept with who and when, and one undo takes both away', async () => {
    const desk = await openAssignedDesk()
    const before = await desk.dump()
    await desk.call('shipment.edit', edit([pro(2, isa)], '码头只认预约号'))
    expect(await desk.row('FBA19T000002')).toMatchObject({
      pro: isa,
      status: 'ready',
      reasons: [],
      letThrough: ['pro-is-isa'],
    })
    expect(await listOverrides(desk)).toMatchObject([
      {
        fbaId: 'FBA19T000002',
        rule: 'pro-is-isa',
        value: isa,
        reason: '码头只认预约号',
        who: 'tester',
        isInForce: true,
      },
    ])
    // Said once: typing it again needs no reason.
    await desk.call('shipment.edit', edit([pro(2, '')]))
    await desk.call('shipment.edit', edit([pro(2, isa)]))
    await undo(desk)
    await undo(desk)
    await undo(desk)
    expect(await desk.dump()).toBe(before)
    expect(await listOverrides(desk)).toEqual([])
  })

  test('shows on a shipment whose PRO becomes one later, and goes when the cause goes', async () => {
    const desk = await openAssignedDesk()
    const { pro: own } = await desk.row('FBA19T000002')
    await desk.call('shipment.edit', edit([{ id: 3, field: 'isa', text: own! }]))
    expect((await desk.row('FBA19T000002')).reasons).toEqual(['pro-is-isa'])
    await desk.call('shipment.edit', edit([{ id: 3, field: 'isa', text: '' }]))
    expect((await desk.row('FBA19T000002')).reasons).toEqual([])
  })

  test('needs no reason where the dispatcher lowered its rule', async () => {
    const desk = await openAssignedDesk()
    const level = { rule: 'pro-is-isa' as const, level: 'warn' as const, reason: '本仓一向如此' }
    await desk.call('policy.setLevel', { ...level, opId: nextOpId() })
    await desk.call('shipment.edit', edit([pro(2, isa)]))
    expect(await desk.row('FBA19T000002')).toMatchObject({ status: 'ready', warnings: ['pro-is-isa'] })
  })
})

describe('one PRO over a load', () => {
  async function openLoadDesk(): Promise<TestDesk> {
    const desk = await openAssignedDesk()
    const { carriers } = await desk.call('carrier.list', {})
    const { shipments: _, ...fleet } = carriers[0]!
    await desk.call('carrier.save', { ...fleet, proPolicy: 'per_load', opId: nextOpId() })
    return desk
  }

  test('is refused where the carrier gives one a shipment', async () => {
    const desk = await openAssignedDesk()
    const { pro: first } = await desk.row('FBA19T000001')
    expect(await desk.refused('shipment.edit', edit([pro(2, first!)], '同车'))).toMatchObject({
      kind: 'value-refused',
      reason: 'used-elsewhere',
      owner: 'FBA19T000001',
    })
  })

  test('is an explicit choice with a reason; then it is no duplicate, and undo parts them again', async () => {
    const desk = await openLoadDesk()
    const before = await desk.dump()
    const { pro: first } = await desk.row('FBA19T000001')
    expect(await desk.refused('shipment.edit', edit([pro(2, first!)]))).toMatchObject({
      kind: 'stand-in',
      standIn: 'other-pro',
      owner: 'FBA19T000001',
    })
    await desk.call('shipment.edit', edit([pro(2, first!), pro(3, first!)], '同一车'))
    for (const fbaId of ['FBA19T000001', 'FBA19T000002', 'FBA19T000003'])
      expect(await desk.row(fbaId)).toMatchObject({ pro: first, status: 'ready', reasons: [] })
    expect(await listOverrides(desk)).toHaveLength(2)
    await undo(desk)
    expect(await desk.dump()).toBe(before)
  })

  test('is wrong once the carrier gives one a shipment again, and is not let through', async () => {
    const desk = await openLoadDesk()
    const { pro: first } = await desk.row('FBA19T000001')
    await desk.call('shipment.edit', edit([pro(2, first!)], '同一车'))
    await undo(desk)
    await desk.call('history.redo', { opId: nextOpId() })
    const { carriers } = await desk.call('carrier.list', {})
    const { shipments: _, ...fleet } = carriers[0]!
    await desk.call('carrier.save', { ...fleet, proPolicy: 'per_shipment', opId: nextOpId() })
    expect((await desk.row('FBA19T000002')).reasons).toEqual(['pro-repeated'])
    const through = { ids: [1, 2], rule: 'pro-repeated' as const, reason: '同一车' }
    expect(await desk.refused('override.add', { ...through, opId: nextOpId() })).toEqual({
      kind: 'never-let-through',
      rule: 'pro-repeated',
    })
  })

  test('ends when but one shipment keeps it: nobody else may share it then without a reason', async () => {
    const desk = await openLoadDesk()
    const { pro: first } = await desk.row('FBA19T000001')
    await desk.call('shipment.edit', edit([pro(2, first!)], '同一车'))
    await desk.call('shipment.edit', edit([pro(1, '')]))
    expect(await desk.row('FBA19T000002')).toMatchObject({ pro: first, status: 'ready' })
    expect(await desk.refused('shipment.edit', edit([pro(3, first!)]))).toMatchObject({
      owner: 'FBA19T000002',
    })
  })
})

describe('letting through with a reason', () => {
  test('holds for what stands there now, and ends when that changes', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    await desk.import(desk.write('a.csv', ['FBA货件号,仓库代码,派送方式,箱数', 'FBA19T000001,ONT8,LTL,2']))
    const through = { ids: [1], reason: '客户自提，没有承运人' }
    expect(await desk.refused('override.add', { ...through, rule: 'pro-is-isa', opId: nextOpId() })).toEqual({
      kind: 'nothing-to-let-through',
      rule: 'pro-is-isa',
    })
    for (const rule of ['carrier-missing', 'pro-missing'] as const)
      await desk.call('override.add', { ...through, rule, opId: nextOpId() })
    expect(await desk.row('FBA19T000001')).toMatchObject({
      status: 'ready',
      letThrough: ['carrier-missing', 'pro-missing'],
    })
    const [first] = await listOverrides(desk)
    await desk.call('override.withdraw', { opId: nextOpId(), id: first!.id })
    expect(await desk.row('FBA19T000001')).toMatchObject({
      status: 'incomplete',
      reasons: ['carrier-missing'],
    })
    await undo(desk)
    expect((await desk.row('FBA19T000001')).status).toBe('ready')
  })

  test('is in the manifest of the export with its reason, and so are the rules and their day', async () => {
    const desk = await openAssignedDesk()
    await desk.call('shipment.edit', edit([pro(2, isa)], '码头只认预约号'))
    const folder = path.join(desk.folder, 'out')
    const { token } = await desk.call('folder.offer', { path: folder })
    await desk.call('export.run', { opId: nextOpId(), folder: token })
    const manifest = JSON.parse(readTree(folder).get('manifest.json')!.toString()) as Record<string, unknown>
    const { judgedBy } = await desk.call('check.run', {})
    expect(manifest).toMatchObject({
      rules: { pack: judgedBy.packId, judgedOn: judgedBy.day },
      overrides: [
        {
          fbaId: 'FBA19T000002',
          rule: 'pro-is-isa',
          value: isa,
          reason: '码头只认预约号',
          who: 'tester',
        },
      ],
    })
    const record = { rulePack: judgedBy.packId, judgedOn: judgedBy.day }
    expect((await desk.call('export.list', {})).exports).toMatchObject([record])
    // Another level does not change what was said then.
    await desk.call('policy.setLevel', {
      opId: nextOpId(),
      rule: 'pro-is-isa',
      level: 'info',
      reason: '本仓一向如此',
    })
    expect((await desk.call('export.list', {})).exports).toMatchObject([record])
  })

  test('of missing tracking IDs exports what there is', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    const parcel = 'FBA15P000001'
    const rows = [1, 2].map((n) => `${parcel},${getBoxId(parcel, n)},LAX9,SPD`)
    await desk.import(desk.write('b.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...rows]))
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    await desk.call('pairing.apply', { opId: nextOpId(), text: `${getBoxId(parcel, 1)}\t${makeUps(701)}` })
    const through = { ids: [1], rule: 'tracking-missing' as const, reason: '第二箱随后补' }
    await desk.call('override.add', { ...through, opId: nextOpId() })
    expect(await desk.call('export.run', { opId: nextOpId() })).toMatchObject({ shipments: 1, files: 2 })
  })
})
