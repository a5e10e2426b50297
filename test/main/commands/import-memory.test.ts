import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { DraftSummary } from '../../../shared/contract/outputs.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

const head = 'FBA货件号,仓库代码,派送方式,件数,K3标识'
const lines = (...fbaIds: string[]) => [head, ...fbaIds.map((fbaId) => `${fbaId},ONT8,LTL,3,SH-7`)]

async function openOnly(desk: TestDesk, file: string, client?: string): Promise<DraftSummary> {
  const files = [await desk.offer(file)]
  const { drafts } = await desk.call('import.open', { files, ...(client === undefined ? {} : { client }) })
  return drafts[0]!
}

const look = (draft: DraftSummary, heading: string) => {
  const { field, verdict, reason } = draft.sheets[0]!.layout.columns.find((each) => each.heading === heading)!
  return [field, verdict, reason.kind]
}

const commit = async (desk: TestDesk, { draftId }: DraftSummary) => {
  await desk.call('import.settle', { draftId, acceptsAll: true })
  return desk.call('import.commit', { opId: nextOpId(), draftIds: [draftId] })
}

const k3 = { sheet: 0, column: 4 }

async function teach(desk: TestDesk, client: string, teachesAll: boolean): Promise<void> {
  const draft = await openOnly(desk, desk.write(`${client}_1.csv`, lines('FBA19T000001')), client)
  const settled = await desk.call('import.settle', {
    draftId: draft.draftId,
    columns: [{ ...k3, field: 'clientReference' }],
    teachesAll,
  })
  expect(settled).toMatchObject({ corrections: 1, teachesAll })
  await commit(desk, draft)
}

test("another client's identical layout only proposes; the client's own decides", async () => {
  const desk = openTestDesk()
  await teach(desk, '宁波星野', false)
  const own = await openOnly(desk, desk.write('a.csv', lines('FBA19T000002')), '宁波星野')
  expect(look(own, '件数')).toMatchObject(['boxCount', 'known', 'remembered'])
  const other = await openOnly(desk, desk.write('b.csv', lines('FBA19T000003')), '深圳拓海')
  expect(look(other, '件数')).toEqual(['boxCount', 'confirm', 'known-elsewhere'])
  expect(look(other, 'K3标识')).toEqual(['clientReference', 'known', 'known-elsewhere'])
})

test('naming another client for a draft takes the decisions of the first one back', async () => {
  const desk = openTestDesk()
  await teach(desk, '宁波星野', false)
  const draft = await openOnly(desk, desk.write('a.csv', lines('FBA19T000002')), '宁波星野')
  expect(draft.questions).toBe(0)
  const { draftId } = draft
  const moved = await desk.call('import.settle', { draftId, client: '深圳拓海' })
  expect(moved.questions).toBeGreaterThan(0)
  expect((await desk.call('import.settle', { draftId, client: '宁波星野' })).questions).toBe(0)
})

test('a correction goes for all clients when that is ticked, and undo takes it back', async () => {
  const desk = openTestDesk()
  await teach(desk, '宁波星野', true)
  const { taught } = await desk.call('layout.list', {})
  expect(taught).toEqual([{ id: taught[0]!.id, heading: 'K3标识', field: 'clientReference' }])
  const drifted = ['FBA货件号,K3标识,仓库代码', 'FBA19T000009,SH-7,ONT8']
  const other = await openOnly(desk, desk.write('b.csv', drifted), '深圳拓海')
  expect(look(other, 'K3标识')).toEqual(['clientReference', 'known', 'taught'])
  await desk.call('history.undo', { opId: nextOpId() })
  expect((await desk.call('layout.list', {})).taught).toEqual([])
  await desk.call('history.redo', { opId: nextOpId() })
  expect((await desk.call('layout.list', {})).taught).toHaveLength(1)
})

test('what was taught can be forgotten, and comes back by undo', async () => {
  const desk = openTestDesk()
  await teach(desk, '宁波星野', true)
  const before = await desk.call('layout.list', {})
  await desk.call('layout.forgetHeading', { opId: nextOpId(), id: before.taught[0]!.id })
  expect((await desk.call('layout.list', {})).taught).toEqual([])
  await desk.call('history.undo', { opId: nextOpId() })
  expect(await desk.call('layout.list', {})).toEqual(before)
})

test('without the tick nothing is taught to others', async () => {
  const desk = openTestDesk()
  await teach(desk, '宁波星野', false)
  expect((await desk.call('layout.list', {})).taught).toEqual([])
})

test('a file is recognised by the folder of its client, a folder of the day between them', async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('x.csv', lines('FBA19T000001')))
  mkdirSync(path.join(desk.folder, '客户 宁波星野', '1123'), { recursive: true })
  const file = desk.write('客户 宁波星野/1123/SH0001.csv', lines('FBA19T000002'))
  expect((await openOnly(desk, file)).client).toBe('宁波星野')
})

test('a file is recognised by its name, by a name sent before, and by shipments on file', async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('华东仓周报_1122.csv', lines('FBA19T000001')))
  const named = await openOnly(desk, desk.write('宁波星野 明细.csv', lines('FBA19T000002', 'FBA19T000003')))
  expect(named).toMatchObject({ client: '宁波星野', candidates: [] })
  const again = await openOnly(desk, desk.write('华东仓周报_1123 (1).csv', lines('FBA19T000004')))
  expect(again).toMatchObject({ client: '宁波星野', verdict: 'known' })
  const known = await openOnly(desk, desk.write('qwe.csv', lines('FBA19T000001', 'FBA19T000005')))
  expect(known).toMatchObject({ client: '宁波星野', candidates: [] })
})

test('a layout alone is asked about where the name of the file points to somebody else', async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('x.csv', lines('FBA19T000001')))
  const draft = await openOnly(desk, desk.write('杭州云栖_1123.csv', lines('FBA19T000002')))
  expect(draft).toMatchObject({
    verdict: 'new',
    client: '宁波星野',
    candidates: [{ client: '宁波星野', source: 'layout' }],
  })
  const { failed } = await commit(desk, draft)
  expect(failed).toMatchObject([{ problem: { kind: 'client-needed' } }])
})

test('two clients who could both have sent a file are named, also after a restart, and one answer settles it', async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('x.csv', lines('FBA19T000001')), '宁波星野')
  await desk.import(desk.write('y.csv', ['FBA货件号,仓库', 'FBA19T000002,LAX9']), '深圳拓海')
  const other = 'FBA货件号,仓库,备注'
  const file = desk.write('深圳拓海 补货.csv', [other, 'FBA19T000001,ONT8,a', 'FBA19T000003,ONT8,b'])
  const draft = await openOnly(desk, file)
  const candidates = [
    { client: '深圳拓海', source: 'file-name' },
    { client: '宁波星野', source: 'shipments' },
  ]
  expect(draft).toMatchObject({ verdict: 'new', candidates })
  desk.restart()
  expect((await desk.call('import.drafts', {})).drafts[0]).toMatchObject({ candidates })
  await desk.call('import.settle', { draftId: draft.draftId, client: '深圳拓海' })
  await commit(desk, draft)
  const next = desk.write('深圳拓海 补货2.csv', [other, 'FBA19T000001,ONT8,a', 'FBA19T000004,ONT8,b'])
  expect(await openOnly(desk, next)).toMatchObject({ client: '深圳拓海', candidates: [] })
})

test('a revision says what it revises, and what is gone is gone against that', async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('清单_v1.csv', lines('FBA19T000001', 'FBA19T000002', 'FBA19T000003')))
  const { atMs } = (await desk.call('import.list', {})).imports[0]!
  const second = await openOnly(
    desk,
    desk.write('清单_v2.csv', lines('FBA19T000001', 'FBA19T000002')),
    '宁波星野',
  )
  expect(second.revisionOf).toEqual({ fileName: '清单_v1.csv', atMs })
  expect(second.difference).toMatchObject({ gone: 1, goneIds: ['FBA19T000003'], same: 2 })
  await commit(desk, second)
  const third = await openOnly(
    desk,
    desk.write('清单 改.csv', lines('FBA19T000001', 'FBA19T000004')),
    '宁波星野',
  )
  expect(third.revisionOf?.fileName).toBe('清单_v2.csv')
  expect(third.difference).toMatchObject({ gone: 1, goneIds: ['FBA19T000002'], newShipments: 1 })
  await desk.call('history.undo', { opId: nextOpId() })
  const after = await desk.call('import.drafts', {})
  expect(after.drafts[0]!.revisionOf?.fileName).toBe('清单_v1.csv')
})

test("tomorrow's file of the same name makes nothing of today's gone", async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('清单.csv', lines('FBA19T000001', 'FBA19T000002', 'FBA19T000003')))
  const next = await openOnly(desk, desk.write('清单.csv', lines('FBA19T000004', 'FBA19T000005')), '宁波星野')
  expect(next).toMatchObject({ revisionOf: null, difference: { gone: 0, newShipments: 2 } })
})

test("another client's file is never revised", async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('清单.csv', lines('FBA19T000001', 'FBA19T000002')))
  const file = desk.write('清单_v2.csv', lines('FBA19T000001'))
  expect((await openOnly(desk, file, '深圳拓海')).revisionOf).toBeNull()
})
