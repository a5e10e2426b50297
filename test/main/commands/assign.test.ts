import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, writeFreightFile, writeParcelFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Options = Omit<CallInput<'assign.apply'>, 'opId'>

/** Freight shipments with row ids 1 …, an own fleet with a block from 810000000 on, and UPS. */
async function openFreightDesk(count: number, blockSize?: number): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine, blockSize)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', count))
  return desk
}

const all: Options = { ...assignAll, filter: {} }
const apply = (desk: TestDesk, options: Options = all, opId = nextOpId()) =>
  desk.call('assign.apply', { ...options, opId })
const replacing = { 'carrier-kept': 'replace', 'pro-kept': 'replace' } as const
const readPros = async (desk: TestDesk) => (await desk.rows()).map((row) => row.pro)
/** With a reason: `TYPED-1` is of none of the fleet's blocks. */
const setPro = (desk: TestDesk, id: number, text: string) =>
  desk.call('shipment.edit', {
    opId: nextOpId(),
    edits: [{ id, field: 'pro', text }],
    gesture: 'edit',
    reason: '客户自己的号',
  })

// Luhn over 81000000n: 8→7, 1, then n doubled (0, 2, 4, 6, 8, 1, 3): sums 8, 10, 12, 14, 16, 9, 11.
const numbers = [
  '8100000002',
  '8100000010',
  '8100000028',
  '8100000036',
  '8100000044',
  '8100000051',
  '8100000069',
]

describe('assigning', () => {
  test('shows the plan first and draws nothing, then stores exactly that plan', async () => {
    const desk = await openFreightDesk(3)
    const preview = await desk.call('assign.preview', all)
    expect(preview).toMatchObject({
      target: 3,
      outcomes: { fills: 3, unchanged: 0, conflicts: 0, skipped: 0 },
      conflicts: [],
      carriers: 3,
      pros: 3,
      firstPro: numbers[0],
      lastPro: numbers[2],
      blockLeft: 100_000,
    })
    expect(preview.rows[1]).toEqual({
      id: 2,
      fbaId: 'FBA19T000002',
      mode: null,
      carrier: { before: null, after: '自营车队' },
      rule: null,
      pro: { before: null, after: numbers[1] },
      isProShared: false,
      load: null,
      usedPros: [],
      conflicts: [],
    })
    expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({ left: 100_000, issued: 0 })
    expect(await apply(desk)).toEqual({
      shipments: 3,
      carriers: 3,
      pros: 3,
      loads: 0,
      firstPro: numbers[0],
      lastPro: numbers[2],
      conflicts: [],
    })
    expect(await readPros(desk)).toEqual(numbers.slice(0, 3))
    expect((await desk.rows()).map((row) => [row.carrier, row.status])).toEqual(
      Array.from({ length: 3 }, () => ['自营车队', 'ready']),
    )
    expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({
      left: 99_997,
      issued: 3,
      nextNumber: numbers[3],
    })
  })

  test('follows the rules of the client, the FC and the mode, the first that fits', async () => {
    const desk = await openFreightDesk(2)
    await desk.import(
      desk.write('b.csv', ['FBA货件号,仓库代码,派送方式,箱数', 'FBA19T000009,LAX9,LTL,1']),
      '深圳拓海',
    )
    const partner = await desk.call('carrier.save', {
      opId: nextOpId(),
      name: '合作车队',
      kind: 'partner_fleet',
      scac: 'PTNR',
      amazonName: 'OTHER',
      strategy: 'per_shipment',
      courier: null,
      isActive: true,
    })
    const { clients } = await desk.call('client.list', {})
    const clientId = clients.find((client) => client.name === '深圳拓海')!.id
    await desk.call('rule.save', {
      opId: nextOpId(),
      clientId,
      fc: null,
      amazonMode: 'LTL',
      carrierId: partner.id,
    })
    expect(await apply(desk)).toMatchObject({
      carriers: 3,
      pros: 2,
      conflicts: [{ kind: 'no-block', count: 1 }],
    })
    expect((await desk.rows()).map((row) => row.carrier)).toEqual(['自营车队', '自营车队', '合作车队'])
  })

  test('takes the carrier that was chosen, by name or SCAC, and an unknown one is refused', async () => {
    const desk = await openFreightDesk(1)
    await apply(desk, { ...all, carrier: ' tlbd ', wantsPro: false })
    expect(await desk.row('FBA19T000001')).toMatchObject({ carrier: '自营车队', pro: null })
    expect(await desk.refused('assign.apply', { ...all, opId: nextOpId(), carrier: '顺风' })).toEqual({
      kind: 'carrier-unknown',
      name: '顺风',
    })
  })

  test('fills blanks only: what stands is kept unless overwriting was chosen', async () => {
    const desk = await openFreightDesk(2)
    await setPro(desk, 1, 'TYPED-1')
    await apply(desk)
    expect(await readPros(desk)).toEqual(['TYPED-1', numbers[0]])
    expect(await desk.refused('assign.apply', { ...all, opId: nextOpId() })).toEqual({
      kind: 'nothing-to-assign',
    })
    await apply(desk, { ...all, resolutions: replacing })
    expect(await readPros(desk)).toEqual([numbers[1], numbers[2]])
  })

  test('leaves out what was left out by hand, and what the filter does not name', async () => {
    const desk = await openFreightDesk(4)
    await apply(desk, { ...all, filter: { ids: [1, 2, 3] }, except: [2] })
    expect(await readPros(desk)).toEqual([numbers[0], null, numbers[1], null])
  })

  test('skips a number that somebody typed before', async () => {
    const desk = await openFreightDesk(3)
    await setPro(desk, 3, numbers[0]!)
    await apply(desk)
    expect(await readPros(desk)).toEqual([numbers[1], numbers[2], numbers[0]])
  })

  test('gives parcel a carrier and no PRO, and exempt and delivered shipments nothing', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    await desk.import(writeParcelFile(desk.folder, 'p.csv', 1, 2))
    const head = 'FBA货件号,仓库代码,派送方式,箱数,承运商,状态'
    await desk.import(
      desk.write('b.csv', [
        head,
        'FBA19T000001,ONT8,LTL,1,亚马逊合作承运人,',
        'FBA19T000002,ONT8,LTL,1,,DELIVERED',
        'STAR-ABCDE12345XYZ,ONT8,LTL,1,,',
      ]),
    )
    expect(await apply(desk)).toMatchObject({
      carriers: 2,
      pros: 0,
      conflicts: [
        { kind: 'exempt', count: 1 },
        { kind: 'ended', count: 1 },
      ],
    })
    expect((await desk.rows()).map(({ fbaId, carrier, pro }) => [fbaId, carrier, pro])).toEqual([
      ['FBA15P000001', 'UPS', null],
      ['FBA19T000001', null, null],
      ['FBA19T000002', null, null],
      ['STAR-ABCDE12345XYZ', '自营车队', null],
    ])
  })

  test('leaves exported shipments alone', async () => {
    const desk = await openFreightDesk(1)
    await apply(desk)
    await desk.call('export.run', { opId: nextOpId() })
    expect(await desk.refused('assign.apply', { ...all, opId: nextOpId(), resolutions: replacing })).toEqual({
      kind: 'nothing-to-assign',
    })
    expect(await desk.call('assign.preview', { ...all, resolutions: replacing })).toMatchObject({
      outcomes: { fills: 0, skipped: 1 },
      conflicts: [{ kind: 'exported', count: 1 }],
    })
  })
})

describe('a block that runs out', () => {
  test('fills as far as it goes, and says how many are left without', async () => {
    const desk = await openFreightDesk(5, 2)
    expect(await apply(desk)).toMatchObject({
      carriers: 5,
      pros: 2,
      lastPro: numbers[1],
      conflicts: [{ kind: 'block-runs-out', count: 3 }],
    })
    expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({ left: 0, nextNumber: null })
  })

  test('is the answer where it is the reason that nothing can be assigned', async () => {
    const desk = await openFreightDesk(3, 1)
    await apply(desk)
    const { blocks } = await desk.call('block.list', {})
    expect(await desk.refused('assign.apply', { ...all, opId: nextOpId() })).toEqual({
      kind: 'block-runs-out',
      wanted: 2,
      left: 0,
      blockIds: [blocks[0]!.id],
    })
    await desk.call('block.add', {
      opId: nextOpId(),
      carrierId: blocks[0]!.carrierId,
      prefix: '',
      width: 9,
      first: 820_000_000,
      last: 820_000_009,
      checkMethod: 'luhn',
    })
    expect(await apply(desk)).toMatchObject({ pros: 2, conflicts: [] })
  })

  test('is told from a carrier that has no block at all', async () => {
    const desk = openTestDesk()
    await desk.call('carrier.save', {
      opId: nextOpId(),
      name: '自营车队',
      kind: 'own_fleet',
      scac: null,
      amazonName: 'OTHER',
      strategy: 'per_shipment',
      courier: null,
      isActive: true,
    })
    await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
    await apply(desk)
    expect(await desk.refused('assign.apply', { ...all, opId: nextOpId() })).toMatchObject({
      kind: 'no-block',
    })
  })
})

describe('undoing an assignment', () => {
  test('takes everything back at once, and its numbers are void: never drawn again', async () => {
    const desk = await openFreightDesk(2)
    await apply(desk)
    expect(await desk.call('history.undo', { opId: nextOpId() })).toMatchObject({
      command: 'assign',
      cells: 4,
      kept: 0,
    })
    expect((await desk.rows()).map(({ carrier, pro, status }) => [carrier, pro, status])).toEqual([
      [null, null, 'incomplete'],
      [null, null, 'incomplete'],
    ])
    desk.restart()
    expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({ issued: 2, left: 99_998 })
    await apply(desk)
    expect(await readPros(desk)).toEqual([numbers[2], numbers[3]])
  })

  test('can be taken back itself, with the same numbers on the same shipments', async () => {
    const desk = await openFreightDesk(2)
    await apply(desk)
    await desk.call('history.undo', { opId: nextOpId() })
    desk.restart()
    expect(await desk.call('history.redo', { opId: nextOpId() })).toMatchObject({
      command: 'assign',
      cells: 4,
    })
    expect(await readPros(desk)).toEqual([numbers[0], numbers[1]])
  })

  test('comes after undoing what was done later, and doing again follows the same order', async () => {
    const desk = await openFreightDesk(2)
    await apply(desk)
    await setPro(desk, 1, 'TYPED-1')
    const step = (name: 'history.undo' | 'history.redo') => desk.call(name, { opId: nextOpId() })
    await step('history.undo')
    expect(await readPros(desk)).toEqual([numbers[0], numbers[1]])
    await step('history.undo')
    expect(await readPros(desk)).toEqual([null, null])
    await step('history.redo')
    expect(await readPros(desk)).toEqual([numbers[0], numbers[1]])
    await step('history.redo')
    expect(await readPros(desk)).toEqual(['TYPED-1', numbers[1]])
    expect(await desk.refused('history.redo', { opId: nextOpId() })).toEqual({ kind: 'nothing-to-redo' })
  })
})

test('the same operation again draws no further number and answers the same', async () => {
  const desk = await openFreightDesk(2)
  const opId = nextOpId()
  const first = await apply(desk, all, opId)
  expect(await apply(desk, all, opId)).toEqual(first)
  expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({ issued: 2 })
})
