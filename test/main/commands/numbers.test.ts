import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { getTestFiles, nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

async function openFreightDesk(shipments: number, blockSize = 100): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine, blockSize)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', shipments))
  return desk
}

const assign = (desk: TestDesk, ids: number[]) =>
  desk.call('assign.apply', { opId: nextOpId(), ...assignAll, filter: { ids } })
const undo = (desk: TestDesk) => desk.call('history.undo', { opId: nextOpId() })
const redo = (desk: TestDesk) => desk.call('history.redo', { opId: nextOpId() })
const getState = (desk: TestDesk, number: string) => desk.call('number.state', { number })
const release = (desk: TestDesk, which: Omit<CallInput<'number.release'>, 'opId'>) =>
  desk.call('number.release', { opId: nextOpId(), ...which })
const readPros = async (desk: TestDesk) => (await desk.rows()).map((row) => row.pro)
const list = (desk: TestDesk, state?: CallInput<'block.numbers'>['state']) =>
  desk.call('block.numbers', { blockId: 1, ...(state && { state }), offset: 0, limit: 100 })
const exportAll = (desk: TestDesk) => desk.call('export.run', { opId: nextOpId() })
const readLedger = (desk: TestDesk) =>
  readFileSync(path.join(desk.folder, 'tailboard.ledger', 'numbers.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { kind: string; from: number; to: number; numbers: string })

// Luhn over 81000000n: 8→7, 1, then n doubled.
const [first, second, third, fourth] = ['8100000002', '8100000010', '8100000028', '8100000036'] as const

describe('the state of a number', () => {
  test('is free, then assigned with its shipment, then void with the batch that issued it', async () => {
    const desk = await openFreightDesk(2)
    expect(await getState(desk, first)).toMatchObject({
      block: { id: 1, carrier: '自营车队' },
      state: 'free',
      fbaId: null,
      batch: null,
    })
    await assign(desk, [1, 2])
    expect(await getState(desk, first)).toMatchObject({
      state: 'assigned',
      fbaId: 'FBA19T000001',
      batch: { command: 'assign', label: { shipments: 2 }, isUndone: false },
      isExported: false,
    })
    await undo(desk)
    expect(await getState(desk, first)).toMatchObject({
      state: 'void',
      fbaId: null,
      batch: { command: 'assign', who: 'tester', isUndone: true },
    })
    await redo(desk)
    expect(await getState(desk, first)).toMatchObject({ state: 'assigned', fbaId: 'FBA19T000001' })
  })

  test('says which export it stood in', async () => {
    const desk = await openFreightDesk(1)
    await assign(desk, [1])
    const { folder } = await exportAll(desk)
    await undo(desk)
    expect(await getState(desk, first)).toMatchObject({
      state: 'void',
      isExported: true,
      exported: { folder },
    })
  })

  test('outside every block or with a wrong check digit is none, and the right digit is named', async () => {
    const desk = await openFreightDesk(1)
    expect(await getState(desk, '9999')).toMatchObject({ block: null, state: null })
    expect(await getState(desk, '8100000003')).toMatchObject({
      block: { id: 1 },
      state: null,
      wantedCheck: '2',
    })
  })

  test('is listed with counts, by state or all that were issued', async () => {
    const desk = await openFreightDesk(3, 10)
    await assign(desk, [1, 2])
    await undo(desk)
    await assign(desk, [3])
    const counts = { free: 7, assigned: 1, void: 2, released: 0, lent: 0, lost: 0 }
    expect(await list(desk)).toMatchObject({ counts, total: 3 })
    expect((await list(desk, 'void')).rows.map((row) => [row.first, row.batch?.isUndone])).toEqual([
      [first, true],
      [second, true],
    ])
    expect((await list(desk, 'assigned')).rows).toMatchObject([{ first: third, fbaId: 'FBA19T000003' }])
    expect((await list(desk, 'free')).rows).toMatchObject([{ first: fourth, count: 7 }])
    expect(await desk.refused('block.numbers', { blockId: 9, offset: 0, limit: 10 })).toEqual({
      kind: 'block-unknown',
      blockId: 9,
    })
  })
})

describe('releasing', () => {
  test('shows how many first, gives them out again before new ones, and is in the history and the ledger', async () => {
    const desk = await openFreightDesk(3)
    await assign(desk, [1, 2])
    await undo(desk)
    expect(await release(desk, { blockId: 1, isPreview: true })).toEqual({ numbers: 2 })
    expect(await getState(desk, first)).toMatchObject({ state: 'void' })
    expect(await release(desk, { blockId: 1 })).toEqual({ numbers: 2 })
    expect(await getState(desk, first)).toMatchObject({ state: 'released' })
    expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({
      left: 100,
      released: 2,
      nextNumber: first,
    })
    await assign(desk, [3])
    expect(await readPros(desk)).toEqual([null, null, first])
    expect(await getState(desk, first)).toMatchObject({ state: 'assigned', batch: { isUndone: false } })
    await assign(desk, [1, 2])
    expect(await readPros(desk)).toEqual([second, third, first])
    const { entries } = await desk.call('history.list', {})
    expect(entries.find(({ command }) => command === 'number-release')).toMatchObject({
      label: { numbers: 2 },
      isReversible: false,
    })
    expect(readLedger(desk).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['draw', 810_000_000, 810_000_001],
      ['release', 810_000_000, 810_000_001],
      ['again', 810_000_000, 810_000_000],
      ['again', 810_000_001, 810_000_001],
      ['draw', 810_000_002, 810_000_002],
    ])
  })

  test('never takes a number that was exported, be the export finished or not', async () => {
    const desk = await openFreightDesk(2)
    await assign(desk, [1])
    await exportAll(desk)
    await undo(desk)
    expect(await release(desk, { blockId: 1, isPreview: true })).toEqual({ numbers: 0 })
    expect(await desk.refused('number.release', { opId: nextOpId(), numbers: [first] })).toEqual({
      kind: 'number-not-released',
      number: first,
      reason: 'exported',
    })
    await assign(desk, [2])
    expect(await readPros(desk)).toEqual([null, second])
  })

  test('by number refuses all where one is not void', async () => {
    const desk = await openFreightDesk(2)
    await assign(desk, [1])
    await undo(desk)
    await assign(desk, [2])
    const refuse = (numbers: string[]) => desk.refused('number.release', { opId: nextOpId(), numbers })
    expect(await refuse([first, second])).toEqual({
      kind: 'number-not-released',
      number: second,
      reason: 'not-void',
    })
    expect(await refuse(['8100000003'])).toMatchObject({ reason: 'outside' })
    expect(await getState(desk, first)).toMatchObject({ state: 'void' })
    expect(await release(desk, { numbers: [first] })).toEqual({ numbers: 1 })
    expect(await desk.refused('number.release', { opId: nextOpId(), blockId: 1 })).toEqual({
      kind: 'nothing-to-release',
    })
  })

  test('keeps redo from putting back a number that may be on another shipment by now', async () => {
    const desk = await openFreightDesk(2)
    await assign(desk, [1])
    await undo(desk)
    await release(desk, { blockId: 1 })
    expect(await redo(desk)).toMatchObject({ cells: 1, kept: 1 })
    expect(await readPros(desk)).toEqual([null, null])
    await assign(desk, [2])
    expect(await readPros(desk)).toEqual([null, first])
  })

  test('is gone on with after a restart, and a number is never released twice at a time', async () => {
    const desk = await openFreightDesk(1)
    await assign(desk, [1])
    await undo(desk)
    await release(desk, { blockId: 1 })
    desk.restart()
    expect(await release(desk, { blockId: 1, isPreview: true })).toEqual({ numbers: 0 })
    await assign(desk, [1])
    await undo(desk)
    expect(await release(desk, { blockId: 1 })).toEqual({ numbers: 1 })
  })

  test('stands against an old backup: a number given out again since is taken off its old shipment', async () => {
    const desk = await openFreightDesk(2)
    await assign(desk, [1])
    const { database } = getTestFiles(desk.folder)
    await desk.call('backup.write', { path: `${database}.copy` })
    await undo(desk)
    await release(desk, { blockId: 1 })
    await assign(desk, [2])
    await exportAll(desk)
    expect(await readPros(desk)).toEqual([null, first])
    desk.close()
    copyFileSync(`${database}.copy`, database)
    const restored = openTestDesk(desk.folder)
    expect(await readPros(restored)).toEqual([null, null])
    expect(await getState(restored, first)).toMatchObject({ state: 'void', isExported: true })
    expect((await restored.call('history.list', {})).entries[0]).toMatchObject({
      command: 'numbers-taken-back',
      label: { numbers: 1 },
    })
    await assign(restored, [1])
    expect(await readPros(restored)).toEqual([second, null])
  })
})

test('a number typed by hand and exported before its turn came is never drawn', async () => {
  const desk = await openFreightDesk(2)
  const setPro = (text: string) =>
    desk.call('shipment.edit', { opId: nextOpId(), edits: [{ id: 1, field: 'pro', text }], gesture: 'edit' })
  await desk.call('assign.apply', { opId: nextOpId(), ...assignAll, wantsPro: false, filter: { ids: [1] } })
  await setPro(first)
  await exportAll(desk)
  await setPro('')
  await assign(desk, [2])
  expect(await readPros(desk)).toEqual([null, second])
})

describe('blocks', () => {
  const block = { carrierId: 1, prefix: 'TB-', width: 4, first: 1, last: 95, checkMethod: 'none' } as const

  test('are drawn from in their order, which can be changed and the change undone', async () => {
    const desk = await openFreightDesk(3)
    await desk.call('block.add', { opId: nextOpId(), ...block, increment: 10 })
    expect((await desk.call('block.list', {})).blocks[1]).toMatchObject({
      firstNumber: 'TB-0001',
      lastNumber: 'TB-0091',
      left: 10,
    })
    await desk.call('block.move', { opId: nextOpId(), id: 2, direction: 'up' })
    await assign(desk, [1, 2])
    expect(await readPros(desk)).toEqual(['TB-0001', 'TB-0011', null])
    await undo(desk)
    await undo(desk)
    await assign(desk, [3])
    expect(await readPros(desk)).toEqual([null, null, first])
  })

  test('that are closed give nothing until they are opened again', async () => {
    const desk = await openFreightDesk(2)
    const change = (isClosed: boolean) => desk.call('block.change', { opId: nextOpId(), id: 1, isClosed })
    await change(true)
    expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({
      left: 0,
      nextNumber: null,
      isClosed: true,
    })
    expect((await assign(desk, [1])).conflicts).toEqual([{ kind: 'block-runs-out', count: 1 }])
    await change(false)
    await assign(desk, [2])
    expect(await readPros(desk)).toEqual([null, first])
  })

  test('that run low say so with the days they last', async () => {
    const desk = await openFreightDesk(3, 52)
    expect((await desk.call('app.state', {})).blocks).toEqual([
      { name: '自营车队 8100000002', left: 52, isLow: false, daysLeft: null },
    ])
    await assign(desk, [1, 2, 3])
    expect((await desk.call('app.state', {})).blocks).toMatchObject([{ left: 49, isLow: true, daysLeft: 16 }])
  })

  test.each([
    [{ increment: 0 }, { kind: 'block-increment', increment: 0 }],
    [{ first: 96 }, { kind: 'block-range', first: 96, last: 95 }],
    [{ prefix: 'TB_' }, { kind: 'block-prefix', prefix: 'TB_' }],
    [
      { prefix: '', width: 9, first: 810_000_050, last: 810_000_060, checkMethod: 'luhn' as const },
      { kind: 'block-overlaps', blockId: 1 },
    ],
    [
      { prefix: '', width: 10, first: 8_100_000_002, last: 8_100_000_002 },
      { kind: 'block-overlaps', blockId: 1 },
    ],
    [{ carrierId: 9 }, { kind: 'carrier-unknown', name: '9' }],
  ])('with %j are refused and nothing is written', async (values, problem) => {
    const desk = await openFreightDesk(1)
    const before = await desk.dump()
    expect(await desk.refused('block.add', { opId: nextOpId(), ...block, ...values })).toEqual(problem)
    expect(await desk.dump()).toBe(before)
  })

  test('that spell numbers drawn under other parts by a database that is gone are refused', async () => {
    const desk = await openFreightDesk(1)
    await assign(desk, [1])
    desk.close()
    const { database } = getTestFiles(desk.folder)
    rmSync(database)
    const fresh = openTestDesk(desk.folder)
    await fresh.call('carrier.save', {
      opId: nextOpId(),
      name: '自营车队',
      kind: 'own_fleet',
      scac: 'TLBD',
      amazonName: 'OTHER',
      strategy: 'per_shipment',
      courier: null,
      isActive: true,
    })
    const spelt = { ...block, prefix: '', width: 10, first: 8_100_000_002, last: 8_100_000_009 }
    expect(await fresh.refused('block.add', { opId: nextOpId(), ...spelt })).toEqual({
      kind: 'block-drawn-before',
      first,
    })
    await addCarriersBlock(fresh)
    expect((await fresh.call('block.list', {})).blocks[0]).toMatchObject({ nextNumber: second })
    expect((await fresh.call('ledger.state', {})).lost).toEqual([
      { carrier: '自营车队', first, last: first, count: 1 },
    ])
  })
})

const addCarriersBlock = (desk: TestDesk) =>
  desk.call('block.add', {
    opId: nextOpId(),
    carrierId: 1,
    prefix: '',
    width: 9,
    first: 810_000_000,
    last: 810_000_099,
    checkMethod: 'luhn',
  })

describe('the head of the ledger', () => {
  test('stands in the manifest of an export, and the same data give the same bytes', async () => {
    const desk = await openFreightDesk(2)
    await assign(desk, [1, 2])
    const one = await exportAll(desk)
    const two = await exportAll(desk)
    const manifest = JSON.parse(readFileSync(path.join(one.folder, 'manifest.json'), 'utf8')) as object
    expect(manifest).toMatchObject({ ledgerNumbers: readLedger(desk).at(-1)!.numbers })
    expect(two.manifestSha256).toBe(one.manifestSha256)
  })

  test('stands beside a backup, which is whole and never written over another file', async () => {
    const desk = await openFreightDesk(1)
    await assign(desk, [1])
    const file = path.join(desk.folder, 'backup.db')
    const { head } = await desk.call('ledger.state', {})
    expect(await desk.call('backup.write', { path: file })).toMatchObject({ file, ledgerHead: head })
    expect(JSON.parse(readFileSync(`${file}.ledger.json`, 'utf8'))).toMatchObject({ ledgerHead: head })
    expect(await desk.refused('backup.write', { path: file })).toMatchObject({
      problem: { kind: 'target-exists' },
    })
    expect(
      await desk.refused('backup.write', { path: path.join(desk.folder, 'no', 'such', 'backup.db') }),
    ).toMatchObject({ kind: 'not-published' })
  })
})
