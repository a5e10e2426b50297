import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, getFbaId, writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

// Luhn over 81000000n: 8→7, 1, then n doubled.
const [assigned, voided, released, free] = ['8100000002', '8100000010', '8100000028', '8100000036'] as const
const outside = '7700000017'

/** Shipments 1 to 4, the first with a number; a void number, and one that was released. */
async function openNumberedDesk(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine, 100)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 4))
  const assign = (ids: number[]) =>
    desk.call('assign.apply', { opId: nextOpId(), ...assignAll, filter: { ids } })
  await assign([1, 2, 3])
  await type(desk, 2, '')
  await type(desk, 3, '')
  await desk.call('number.release', { opId: nextOpId(), numbers: [released] })
  return desk
}

async function openLockedDesk(): Promise<TestDesk> {
  const desk = await openNumberedDesk()
  desk.close()
  rmSync(path.join(desk.folder, 'tailboard.ledger', 'numbers.log'))
  return openTestDesk(desk.folder)
}

const edit = (id: number, text: string) => ({
  opId: nextOpId(),
  gesture: 'paste' as const,
  edits: [{ id, field: 'pro' as const, text }],
})
const type = (desk: TestDesk, id: number, text: string) => desk.call('shipment.edit', edit(id, text))
const write = (desk: TestDesk, fbaId: string, pro: string) =>
  desk.write(`${pro}.csv`, ['FBA货件号,仓库代码,派送方式,箱数,PRO', `${fbaId},ONT8,LTL,2,${pro}`])
const importFile = (desk: TestDesk, fbaId: string, pro: string): Promise<CallOutput<'import.commit'>> =>
  desk.import(write(desk, fbaId, pro))
const locked = { kind: 'drawing-locked', lock: 'ledger-missing' }

test('while drawing is locked, no number of an own block that stands nowhere is typed or pasted', async () => {
  const desk = await openLockedDesk()
  const before = await desk.dump()
  expect(await desk.refused('shipment.edit', edit(4, free))).toEqual(locked)
  expect(await desk.dump()).toBe(before)
  expect(await desk.refused('shipment.edit', edit(4, voided))).toMatchObject({ reason: 'issued-before' })
  expect(await desk.refused('shipment.edit', edit(4, released))).toMatchObject({ reason: 'issued-before' })
  await type(desk, 4, outside)
  await type(desk, 1, assigned)
  expect((await desk.rows()).map((row) => row.pro)).toEqual([assigned, null, null, outside])
})

test('nor does one come in with a file, on a shipment on file or a new one', async () => {
  const desk = await openLockedDesk()
  const before = await desk.rows()
  for (const fbaId of [getFbaId(4), getFbaId(9)]) {
    const { imports, failed } = await importFile(desk, fbaId, free)
    expect(imports).toEqual([])
    expect(failed).toMatchObject([{ problem: locked }])
    rmSync(path.join(desk.folder, `${free}.csv`))
  }
  expect(await desk.rows()).toEqual(before)
  expect((await importFile(desk, getFbaId(4), outside)).failed).toEqual([])
  expect((await importFile(desk, getFbaId(1), assigned)).failed).toEqual([])
  expect((await desk.rows()).map((row) => row.pro)).toEqual([assigned, null, null, outside])
})

test('a copied folder takes none either, and what is answered opens the way again', async () => {
  const desk = await openNumberedDesk()
  desk.close()
  const copy = path.join(makeTempFolder(), 'copy')
  cpSync(desk.folder, copy, { recursive: true })
  const second = openTestDesk(copy)
  expect(await second.refused('shipment.edit', edit(4, free))).toEqual({
    kind: 'drawing-locked',
    lock: 'other-install',
  })
  await second.call('ledger.confirm', { opId: nextOpId(), answer: 'moved' })
  await type(second, 4, free)
  expect((await second.row(getFbaId(4))).pro).toBe(free)
})
