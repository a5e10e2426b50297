import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { getTestFiles, nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'

const fleet: CallInput<'carrier.save'> = {
  opId: '',
  name: '自营车队',
  kind: 'own_fleet',
  scac: 'TLBD',
  amazonName: 'OTHER',
  strategy: 'per_shipment',
  courier: null,
  isActive: true,
}

describe('clients and carriers', () => {
  test('are added, changed and undone like everything else', async () => {
    const desk = openTestDesk()
    const save = (values: Partial<CallInput<'carrier.save'>>) =>
      desk.call('carrier.save', { ...fleet, ...values, opId: nextOpId() })
    const { id } = await save({})
    await save({ id, name: '二车队', isActive: false })
    expect((await desk.call('carrier.list', {})).carriers).toMatchObject([
      { id, name: '二车队', isActive: false },
    ])
    await desk.call('history.undo', { opId: nextOpId() })
    expect((await desk.call('carrier.list', {})).carriers).toMatchObject([
      { id, name: '自营车队', isActive: true },
    ])
    await desk.call('history.undo', { opId: nextOpId() })
    expect((await desk.call('carrier.list', {})).carriers).toEqual([])
  })

  test('are changed only while they are there: an unknown id is refused and adds nothing', async () => {
    const desk = openTestDesk()
    const { id: carrierId } = await desk.call('carrier.save', { ...fleet, opId: nextOpId() })
    const before = await desk.dump()
    const id = 999
    const vehicle = { carrierId, plate: '粤B12345', maxPallets: null, maxBoxes: null, maxKg: null }
    const refused = [
      await desk.refused('carrier.save', { ...fleet, id, name: '二车队', opId: nextOpId() }),
      await desk.refused('client.save', {
        id,
        name: '新客户',
        folder: null,
        language: 'en',
        opId: nextOpId(),
      }),
      await desk.refused('ruleSet.save', { id, name: '旺季', opId: nextOpId() }),
      await desk.refused('vehicle.save', { ...vehicle, id, isActive: true, opId: nextOpId() }),
    ]
    const entities = ['carrier', 'client', 'ruleSet', 'vehicle']
    expect(refused).toEqual(entities.map((entity) => ({ kind: 'row-unknown', entity, id })))
    expect(await desk.dump()).toBe(before)
  })

  test('answer the same operation the same, also when the row is gone since', async () => {
    const desk = openTestDesk()
    const { id } = await desk.call('carrier.save', { ...fleet, opId: nextOpId() })
    const change = { ...fleet, id, name: '二车队', opId: nextOpId() }
    await desk.call('carrier.save', change)
    await desk.call('history.undo', { opId: nextOpId() })
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.call('carrier.save', change)).toEqual({ id })
    expect(await desk.refused('carrier.save', { ...change, opId: nextOpId() })).toMatchObject({
      kind: 'row-unknown',
    })
    expect((await desk.call('carrier.list', {})).carriers).toEqual([])
  })

  test('have names of their own', async () => {
    const desk = openTestDesk()
    await desk.call('carrier.save', { ...fleet, opId: nextOpId(), name: 'UPS' })
    expect(await desk.refused('carrier.save', { ...fleet, opId: nextOpId(), name: 'ups' })).toEqual({
      kind: 'name-taken',
      name: 'ups',
    })
    const client = { name: '宁波星野', folder: null, language: 'zh-CN' as const }
    const { id } = await desk.call('client.save', { ...client, opId: nextOpId() })
    expect(await desk.refused('client.save', { ...client, opId: nextOpId() })).toMatchObject({
      kind: 'name-taken',
    })
    expect(await desk.call('client.save', { ...client, opId: nextOpId(), id, folder: 'Ningbo' })).toEqual({
      id,
    })
  })

  test('renamed show their new name on every shipment', async () => {
    const desk = openTestDesk()
    await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
    const [client] = (await desk.call('client.list', {})).clients
    const renamed = { id: client!.id, name: '宁波星野贸易', folder: null, language: 'en' as const }
    await desk.call('client.save', { ...renamed, opId: nextOpId() })
    expect((await desk.row('FBA19T000001')).client).toBe('宁波星野贸易')
  })
})

describe('a carrier rule', () => {
  test('needs a carrier and a client that are there', async () => {
    const desk = openTestDesk()
    const { id } = await desk.call('carrier.save', { ...fleet, opId: nextOpId() })
    const rule = { opId: nextOpId(), clientId: null, fc: null, amazonMode: null, carrierId: 99 }
    expect(await desk.refused('rule.save', rule)).toEqual({ kind: 'carrier-unknown', name: '99' })
    expect(await desk.refused('rule.save', { ...rule, carrierId: id, clientId: 99 })).toEqual({
      kind: 'client-unknown',
      name: '99',
    })
  })

  test('stands behind those there are, and comes back to its place by undo', async () => {
    const desk = openTestDesk()
    const { id: carrierId } = await desk.call('carrier.save', { ...fleet, opId: nextOpId() })
    const add = (code: string) =>
      desk.call('rule.save', { opId: nextOpId(), clientId: null, fc: code, amazonMode: null, carrierId })
    const list = async () => (await desk.call('rule.list', {})).rules.map((rule) => rule.fc)
    const { id } = await add('ONT8')
    await add('LAX9')
    await desk.call('rule.remove', { opId: nextOpId(), id })
    expect(await list()).toEqual(['LAX9'])
    await add('SBD1')
    expect(await list()).toEqual(['LAX9', 'SBD1'])
    await desk.call('history.undo', { opId: nextOpId() })
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await list()).toEqual(['ONT8', 'LAX9'])
  })
})

describe('a block of PRO numbers', () => {
  const block = { prefix: '', width: 9, first: 810_000_000, last: 810_000_099, checkMethod: 'luhn' as const }

  test('shares no number with another, and needs a carrier', async () => {
    const desk = openTestDesk()
    const blockId = await addCarriers(desk.engine, 100)
    const [carrier] = (await desk.call('carrier.list', {})).carriers
    const input = { ...block, carrierId: carrier!.id, opId: nextOpId() }
    expect(await desk.refused('block.add', input)).toEqual({ kind: 'block-overlaps', blockId })
    expect(await desk.refused('block.add', { ...input, first: 810_000_100, last: 5 })).toMatchObject({
      kind: 'block-range',
    })
    expect(await desk.refused('block.add', { ...input, carrierId: 99 })).toEqual({
      kind: 'carrier-unknown',
      name: '99',
    })
  })

  test('begins behind whatever was ever drawn in its range, though the database was lost', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine, 100)
    await desk.import(writeFreightFile(desk.folder, 'a.csv', 3))
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    const { database } = getTestFiles(desk.folder)
    desk.close()
    rmSync(database)
    const fresh = openTestDesk(desk.folder)
    await addCarriers(fresh.engine, 100)
    // Luhn over 810000003: 8→7, 1, 3 doubled is 6: 14 → 6.
    expect((await fresh.call('block.list', {})).blocks).toMatchObject([
      { left: 97, nextNumber: '8100000036' },
    ])
  })

  test('of an older copy of the database moves on behind the ledger', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine, 100)
    await desk.import(writeFreightFile(desk.folder, 'a.csv', 3))
    const { database } = getTestFiles(desk.folder)
    desk.close()
    const copy = path.join(desk.folder, 'copy.db')
    copyFileSync(database, copy)
    const later = openTestDesk(desk.folder)
    await later.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    later.close()
    copyFileSync(copy, database)
    const restored = openTestDesk(desk.folder)
    await restored.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    expect((await restored.rows())[0]!.pro).toBe('8100000036')
  })
})

test('who works here is remembered and stands in the history', async () => {
  const desk = openTestDesk()
  await desk.call('app.setWho', { who: '李调度' })
  desk.restart()
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
  expect((await desk.call('app.state', {})).who).toBe('李调度')
  expect((await desk.call('history.list', {})).entries[0]).toMatchObject({ command: 'import', who: '李调度' })
})
