import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { signLease } from '../../../main/files/lease-file.ts'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import {
  addCarriers,
  assignAll,
  getFbaId,
  writeFreightFile,
  writeParcelFile,
} from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

const addFleet = (desk: TestDesk, name = '自营车队') =>
  desk.call('carrier.save', {
    opId: nextOpId(),
    name,
    kind: 'own_fleet',
    scac: 'TLBD',
    amazonName: 'OTHER',
    strategy: 'per_shipment',
    courier: null,
    isActive: true,
  })
const lease = async (desk: TestDesk, values: Partial<CallInput<'block.lease'>> = {}) =>
  desk.call('block.lease', {
    opId: nextOpId(),
    blockId: 1,
    count: 10,
    to: await getId(borrower),
    ...values,
  })
const refuseLease = async (values: Partial<CallInput<'block.lease'>>) =>
  lender.refused('block.lease', {
    opId: nextOpId(),
    blockId: 1,
    count: 10,
    to: await getId(borrower),
    ...values,
  })
const accept = async (desk: TestDesk, file: string) =>
  desk.call('block.accept', { opId: nextOpId(), file: await desk.offer(file) })
const refuse = async (desk: TestDesk, file: string) =>
  desk.refused('block.accept', { opId: nextOpId(), file: await desk.offer(file) })
const assign = (desk: TestDesk) => desk.call('assign.apply', { opId: nextOpId(), ...assignAll, filter: {} })
const edit = (desk: TestDesk, id: number, field: 'pro' | 'isa' | 'carrier', text: string) =>
  desk.call('shipment.edit', { opId: nextOpId(), gesture: 'edit', edits: [{ id, field, text }] })
const typePro = (desk: TestDesk, id: number, text: string) => edit(desk, id, 'pro', text)
const readPros = async (desk: TestDesk) => (await desk.rows()).map((row) => row.pro)
const getId = async (desk: TestDesk) => (await desk.call('ledger.state', {})).installId

let lender: TestDesk
let borrower: TestDesk
beforeEach(async () => {
  lender = openTestDesk()
  await addCarriers(lender.engine, 100)
  await lender.import(writeFreightFile(lender.folder, 'a.csv', 2))
  borrower = openTestDesk(makeTempFolder())
  await addFleet(borrower)
  await borrower.import(writeFreightFile(borrower.folder, 'b.csv', 2, 50))
})

describe('a lease', () => {
  test('is spent on the lending desk and drawn from on the other', async () => {
    const written = await lease(lender)
    expect(written).toMatchObject({ first: '8100000002', last: '8100000093', count: 10 })
    const file = path.join(written.folder, written.fileName)
    expect(await accept(borrower, file)).toMatchObject({
      carrier: '自营车队',
      first: '8100000002',
      last: '8100000093',
    })
    await assign(lender)
    await assign(borrower)
    expect(await readPros(lender)).toEqual(['8100000101', '8100000119'])
    expect(await readPros(borrower)).toEqual(['8100000002', '8100000010'])
    expect(await lender.call('number.state', { number: '8100000002' })).toMatchObject({ state: 'lent' })
    const numbers = { blockId: 1, state: 'lent', offset: 0, limit: 10 } as const
    expect(await lender.call('block.numbers', numbers)).toMatchObject({
      counts: { lent: 10, lost: 0 },
      rows: [{ first: '8100000002', last: '8100000093', count: 10 }],
    })
  })

  test('that asks for more than is left takes nothing', async () => {
    const before = await lender.dump()
    expect(await refuseLease({ count: 101 })).toEqual({
      kind: 'block-runs-out',
      wanted: 101,
      left: 100,
      blockIds: [1],
    })
    expect(await lender.dump()).toBe(before)
  })

  test('passes over a number typed by hand at its front, and stops before one that lies inside', async () => {
    await typePro(lender, 1, '8100000002')
    await typePro(lender, 2, '8100000036')
    expect(await refuseLease({ count: 3 })).toEqual({
      kind: 'lease-holds-used',
      number: '8100000036',
      fits: 2,
    })
    expect(await lease(lender, { count: 2 })).toMatchObject({ first: '8100000010', last: '8100000028' })
    expect(await lease(lender, { count: 1 })).toMatchObject({ first: '8100000044' })
  })

  test('passes over an appointment and a tracking ID, and says so of one that lies inside', async () => {
    await edit(lender, 1, 'isa', '8100000002')
    await edit(lender, 2, 'isa', '8100000036')
    expect(await refuseLease({ count: 3 })).toEqual({
      kind: 'lease-holds-used',
      number: '8100000036',
      fits: 2,
    })
    await lender.import(writeParcelFile(lender.folder, 'p.csv', 1, 1))
    const [box] = await lender.boxes(getFbaId(1, 'FBA15P'))
    const tracking = { id: box!.id, field: 'trackingId', text: '8100000010' } as const
    await lender.call('box.edit', { opId: nextOpId(), edits: [tracking], gesture: 'edit' })
    expect(await lease(lender, { count: 1 })).toMatchObject({ first: '8100000028' })
  })

  test('passes over what a file brought and what was exported, whatever became of it', async () => {
    await lender.import(
      lender.write('c.csv', [
        'FBA货件号,仓库代码,派送方式,箱数,PRO号,承运人',
        'FBA17QQQQQQ1,ONT8,LTL,2,8100000002,自营车队',
      ]),
    )
    await typePro(lender, 1, '8100000010')
    await edit(lender, 1, 'carrier', '自营车队')
    expect((await lender.call('export.run', { opId: nextOpId() })).shipments).toBe(2)
    await typePro(lender, 1, '')
    expect(await lease(lender, { count: 1 })).toMatchObject({ first: '8100000028' })
  })

  test('says how many of its numbers the desk that accepts it cannot use', async () => {
    await typePro(borrower, 1, '8100000010')
    const { folder, fileName } = await lease(lender)
    expect(await accept(borrower, path.join(folder, fileName))).toMatchObject({ count: 10, usable: 9 })
    await assign(borrower)
    expect(await readPros(borrower)).toEqual(['8100000010', '8100000002'])
  })

  test('keeps what it lent from coming back by undo', async () => {
    await typePro(lender, 1, '8100000010')
    await typePro(lender, 1, '')
    await lease(lender)
    const undone = await lender.call('history.undo', { opId: nextOpId() })
    expect(undone).toMatchObject({ cells: 0, kept: 1 })
    expect(await readPros(lender)).toEqual([null, null])
  })

  test('of the same operation is written again, not taken again', async () => {
    const opId = nextOpId()
    const [one, two] = [await lease(lender, { opId }), await lease(lender, { opId })]
    const read = ({ folder, fileName }: typeof one) => readFileSync(path.join(folder, fileName), 'utf8')
    expect(read(two)).toBe(read(one))
    expect((await lender.call('block.list', {})).blocks[0]).toMatchObject({ left: 90 })
  })

  test('goes to the carrier of that name, else of that SCAC', async () => {
    const other = openTestDesk(makeTempFolder())
    await addFleet(other, '宁波车队')
    const { folder, fileName } = await lease(lender, { to: await getId(other) })
    expect(await accept(other, path.join(folder, fileName))).toMatchObject({ carrier: '宁波车队' })
  })
})

describe('a lease file', () => {
  test('with any one byte changed is refused and nothing is written', async () => {
    const { folder, fileName } = await lease(lender)
    const whole = readFileSync(path.join(folder, fileName))
    const before = await borrower.dump()
    for (let at = 0; at < whole.length; at += 11) {
      const changed = Buffer.from(whole)
      changed[at] = whole[at]! ^ 1
      const file = path.join(borrower.folder, 'changed.json')
      writeFileSync(file, changed)
      expect(await refuse(borrower, file), `byte ${at}`).toMatchObject({
        kind: 'lease-refused',
        fileName: 'changed.json',
      })
    }
    writeFileSync(path.join(borrower.folder, 'longer.json'), `${whole.toString()}\n`)
    expect(await refuse(borrower, path.join(borrower.folder, 'longer.json'))).toMatchObject({
      reason: 'changed',
    })
    expect(await borrower.dump()).toBe(before)
  })

  test('signed with another key is refused unless the key in it is changed with it', async () => {
    const one = await lease(lender)
    const two = await lease(lender)
    const read = ({ folder, fileName }: typeof one) => readFileSync(path.join(folder, fileName), 'utf8')
    const getSignature = (text: string) => /"signature": "([^"]+)"/.exec(text)![1]!
    const file = borrower.write(
      'swapped.json',
      Buffer.from(read(one).replace(getSignature(read(one)), getSignature(read(two)))),
    )
    expect(await refuse(borrower, file)).toMatchObject({ reason: 'changed' })
  })

  test('is accepted once', async () => {
    const { folder, fileName } = await lease(lender)
    await accept(borrower, path.join(folder, fileName))
    expect(await refuse(borrower, path.join(folder, fileName))).toMatchObject({ reason: 'accepted-before' })
  })

  test('names the one desk that may accept it, by its id', async () => {
    const before = await lender.dump()
    const refused = async (to: string) => refuseLease({ to })
    expect(await refused('')).toEqual({ kind: 'lease-desk', desk: '', reason: 'not-an-id' })
    expect(await refused('Ningbo')).toEqual({ kind: 'lease-desk', desk: 'ningbo', reason: 'not-an-id' })
    const own = await getId(lender)
    expect(await refused(own)).toEqual({ kind: 'lease-desk', desk: own, reason: 'own' })
    expect(await lender.dump()).toBe(before)
  })

  test('from before it had to name a desk is refused by every desk', async () => {
    const privateKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
    const old = signLease(
      {
        leaseId: randomUUID(),
        carrier: '自营车队',
        scac: null,
        prefix: '',
        width: 9,
        increment: 1,
        checkMethod: 'luhn',
        first: 810_000_000,
        last: 810_000_009,
        from: randomUUID(),
        to: null,
        previousHead: 'f'.repeat(64),
      },
      privateKey.toString(),
    )
    const before = await borrower.dump()
    expect(await refuse(borrower, borrower.write('old.json', Buffer.from(old)))).toEqual({
      kind: 'lease-refused',
      fileName: 'old.json',
      reason: 'no-desk',
    })
    expect(await borrower.dump()).toBe(before)
  })

  test('is refused by the desk that wrote it, and by a desk it is not for', async () => {
    const own = await lease(lender)
    expect(await refuse(lender, path.join(own.folder, own.fileName))).toMatchObject({ reason: 'own' })
    const third = openTestDesk(makeTempFolder())
    await addFleet(third)
    const { folder, fileName } = await lease(lender, { to: await getId(borrower) })
    expect(await refuse(third, path.join(folder, fileName))).toMatchObject({ reason: 'other-desk' })
    expect(await accept(borrower, path.join(folder, fileName))).toMatchObject({ carrier: '自营车队' })
  })

  test('that overlaps a block of the desk is refused', async () => {
    await borrower.call('block.add', {
      opId: nextOpId(),
      carrierId: 1,
      prefix: '',
      width: 9,
      first: 810_000_005,
      last: 810_000_006,
      checkMethod: 'luhn',
    })
    const { folder, fileName } = await lease(lender)
    expect(await refuse(borrower, path.join(folder, fileName))).toEqual({
      kind: 'block-overlaps',
      blockId: 1,
    })
  })

  test('for a carrier that is not on file, or that is no lease at all, is refused', async () => {
    const other = openTestDesk(makeTempFolder())
    const { folder, fileName } = await lease(lender, { to: await getId(other) })
    expect(await refuse(other, path.join(folder, fileName))).toEqual({
      kind: 'carrier-unknown',
      name: '自营车队',
    })
    expect(await refuse(other, other.write('list.csv', ['a,b']))).toMatchObject({ reason: 'not-a-lease' })
    expect(await refuse(other, other.write('empty.json', Buffer.from('{}')))).toMatchObject({
      reason: 'not-a-lease',
    })
  })
})

test('a copied folder that became a second desk draws only what it is lent', async () => {
  await assign(lender)
  const copy = `${makeTempFolder()}/copy`
  lender.close()
  cpSync(lender.folder, copy, { recursive: true })
  const first = openTestDesk(lender.folder)
  const second = openTestDesk(copy)
  expect((await second.call('app.state', {})).drawLock).toBe('other-install')
  await second.import(writeFreightFile(copy, 'c.csv', 2, 90))
  expect(await second.refused('assign.apply', { opId: nextOpId(), ...assignAll, filter: {} })).toEqual({
    kind: 'drawing-locked',
    lock: 'other-install',
  })
  await second.call('ledger.confirm', { opId: nextOpId(), answer: 'split' })
  expect(await second.refused('ledger.confirm', { opId: nextOpId(), answer: 'split' })).toEqual({
    kind: 'lock-answer',
    lock: null,
  })
  expect((await assign(second)).pros).toBe(0)
  const { folder, fileName } = await lease(first, { count: 5, to: await getId(second) })
  await accept(second, path.join(folder, fileName))
  await assign(second)
  // What was not exported before the folders parted was taken off: the first desk may give it to another shipment.
  expect(await readPros(second)).toEqual(['8100000028', '8100000036', '8100000044', '8100000051'])
  expect(await readPros(first)).toEqual(['8100000002', '8100000010'])
  second.restart()
  expect((await second.call('app.state', {})).drawLock).toBeNull()
  expect((await second.call('block.list', {})).blocks).toMatchObject([
    { isRetired: true, left: 0 },
    { isRetired: false, left: 1 },
  ])
})
