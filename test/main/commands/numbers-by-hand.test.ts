import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { readTree } from '../../support/read-zip.ts'
import { addCarriers, assignAll, ownFleet, writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Edits = CallInput<'shipment.edit'>['edits']

const edit = (edits: Edits, reason?: string): CallInput<'shipment.edit'> => ({
  opId: nextOpId(),
  edits,
  gesture: 'paste',
  ...(reason === undefined ? {} : { reason }),
})
const pro = (id: number, text: string): Edits[number] => ({ id, field: 'pro', text })
const block = { blockId: 1, first: '8100000002', last: '8100000994' }

/** Freight shipments with row ids 1 … on the own fleet, which has 100 numbers from 8100000002 on. */
async function openFleetDesk(count = 3): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine, 100)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', count))
  await desk.call('assign.apply', { ...assignAll, wantsPro: false, opId: nextOpId(), filter: {} })
  return desk
}

const readPros = async (desk: TestDesk) => (await desk.rows()).map((row) => row.pro)

describe("a typed number that is not this desk's to give", () => {
  test('is refused with the lease where it is lent, reason or not', async () => {
    const desk = await openFleetDesk()
    const other = openTestDesk(makeTempFolder())
    const { installId: to } = await other.call('ledger.state', {})
    await desk.call('block.lease', { opId: nextOpId(), blockId: 1, count: 5, to })
    const before = await desk.dump()
    for (const reason of [undefined, '客户指定'])
      expect(await desk.refused('shipment.edit', edit([pro(1, '8100000010')], reason))).toEqual({
        kind: 'number-elsewhere',
        number: '8100000010',
        why: 'lent',
        blockId: 1,
        first: '8100000002',
        last: '8100000044',
        desk: to,
      })
    expect(await desk.dump()).toBe(before)
    await desk.call('shipment.edit', edit([pro(1, '8100000051')]))
    expect((await readPros(desk))[0]).toBe('8100000051')
  })

  test('is refused with the block where another desk goes on with it', async () => {
    const desk = await openFleetDesk()
    const copy = path.join(makeTempFolder(), 'copy')
    desk.close()
    cpSync(desk.folder, copy, { recursive: true })
    const second = openTestDesk(copy)
    await second.call('ledger.confirm', { opId: nextOpId(), answer: 'split' })
    expect(await second.refused('shipment.edit', edit([pro(1, '8100000051')]))).toEqual({
      kind: 'number-elsewhere',
      number: '8100000051',
      why: 'retired',
      ...block,
      desk: null,
    })
  })

  test('is refused where it went out for another shipment, though no block issued it', async () => {
    const desk = await openFleetDesk()
    await desk.call('shipment.edit', edit([pro(1, '8100000051')]))
    await desk.call('export.run', { opId: nextOpId() })
    await desk.call('shipment.edit', edit([pro(1, '')]))
    expect(await desk.refused('shipment.edit', edit([pro(2, '8100000051')], '客户指定'))).toMatchObject({
      kind: 'value-refused',
      reason: 'issued-before',
    })
  })

  test('is refused where the ledger has it drawn and the database does not', async () => {
    const desk = await openFleetDesk()
    const old = path.join(desk.folder, 'old.db')
    await desk.call('backup.write', { path: old })
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [1] } })
    desk.close()
    rmSync(path.join(desk.folder, 'tailboard.db-wal'), { force: true })
    cpSync(old, path.join(desk.folder, 'tailboard.db'))
    const restored = openTestDesk(desk.folder)
    expect(await restored.refused('shipment.edit', edit([pro(2, '8100000002')]))).toMatchObject({
      kind: 'number-elsewhere',
      why: 'lost',
      ...block,
    })
  })
})

describe("a typed or pasted number that the fleet's blocks speak against", () => {
  test('with a wrong check digit is refused with its block and the right number', async () => {
    const desk = await openFleetDesk()
    const before = await desk.dump()
    expect(await desk.refused('shipment.edit', edit([pro(1, '8100000051'), pro(2, '8100000110')]))).toEqual({
      kind: 'pro-against-blocks',
      fbaId: 'FBA19T000002',
      value: '8100000110',
      carrier: '自营车队',
      misfit: { kind: 'check-digit', right: '8100000119', ...block },
      more: 0,
    })
    expect(await desk.dump()).toBe(before)
  })

  test('outside its blocks is refused, and how many more came with it is said', async () => {
    const desk = await openFleetDesk()
    expect(await desk.refused('shipment.edit', edit([pro(1, 'TYPED-1'), pro(2, '7777777777')]))).toEqual({
      kind: 'pro-against-blocks',
      fbaId: 'FBA19T000001',
      value: 'TYPED-1',
      carrier: '自营车队',
      misfit: { kind: 'outside-blocks' },
      more: 1,
    })
    expect(await readPros(desk)).toEqual([null, null, null])
  })

  test('goes in with a reason, which is kept, lets it through and stands in the export', async () => {
    const desk = await openFleetDesk(2)
    await desk.call('shipment.edit', edit([pro(1, '8100000110'), pro(2, 'TYPED-1')], '纸质单已打印'))
    expect(await desk.rows()).toMatchObject([
      { status: 'ready', warnings: [], letThrough: ['pro-check-digit'] },
      { status: 'ready', warnings: [], letThrough: ['pro-outside-blocks'] },
    ])
    const { overrides } = await desk.call('override.list', {})
    expect(overrides).toMatchObject([
      { rule: 'pro-check-digit', value: '8100000110', reason: '纸质单已打印', isInForce: true },
      { rule: 'pro-outside-blocks', value: 'TYPED-1', reason: '纸质单已打印', isInForce: true },
    ])
    const { token } = await desk.call('folder.offer', { path: path.join(desk.folder, 'out') })
    await desk.call('export.run', { opId: nextOpId(), folder: token })
    const manifest = readTree(path.join(desk.folder, 'out')).get('manifest.json')!.toString()
    expect(JSON.parse(manifest)).toMatchObject({
      overrides: [
        { rule: 'pro-check-digit', value: '8100000110', reason: '纸质单已打印' },
        { rule: 'pro-outside-blocks', value: 'TYPED-1', reason: '纸质单已打印' },
      ],
    })
  })

  test('is judged where a file brought it: a wrong check digit keeps it, one outside warns', async () => {
    const desk = await openFleetDesk(1)
    await desk.import(
      desk.write('b.csv', [
        'FBA货件号,仓库代码,派送方式,箱数,PRO号,承运人',
        'FBA17QQQQQQ1,ONT8,LTL,2,8100000110,自营车队',
        'FBA17QQQQQQ2,ONT8,LTL,2,7777777777,自营车队',
      ]),
    )
    expect(await desk.row('FBA17QQQQQQ1')).toMatchObject({ status: 'error', reasons: ['pro-check-digit'] })
    expect(await desk.row('FBA17QQQQQQ2')).toMatchObject({
      status: 'ready',
      warnings: ['pro-outside-blocks'],
    })
  })

  test('is taken as it is on a fleet without blocks, and judged when the fleet gets one', async () => {
    const desk = openTestDesk()
    const { id: carrierId } = await desk.call('carrier.save', { opId: nextOpId(), ...ownFleet })
    await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
    await desk.call('shipment.edit', edit([{ id: 1, field: 'carrier', text: 'TLBD' }, pro(1, 'TYPED-1')]))
    expect(await desk.rows()).toMatchObject([{ status: 'ready', warnings: [] }])
    const range = {
      prefix: '',
      width: 9,
      first: 810_000_000,
      last: 810_000_099,
      checkMethod: 'luhn',
    } as const
    await desk.call('block.add', { opId: nextOpId(), carrierId, ...range })
    expect(await desk.rows()).toMatchObject([{ status: 'ready', warnings: ['pro-outside-blocks'] }])
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.rows()).toMatchObject([{ warnings: [] }])
  })
})
