import { expect, test } from 'vitest'
import type { DraftSummary } from '../../../shared/contract/outputs.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

/** `件数` may be boxes or pieces: somebody has to say. */
const head = 'FBA货件号,仓库代码,派送方式,件数,K3标识'
const write = (desk: TestDesk, name: string, fbaId: string) =>
  desk.write(name, [head, `${fbaId},ONT8,LTL,3,SH-7`, `${fbaId.slice(0, -1)}Z,ONT8,LTL,4,SH-8`])

async function openUnsettled(desk: TestDesk, file: string): Promise<DraftSummary> {
  const { drafts } = await desk.call('import.open', { files: [await desk.offer(file)], client: '宁波星野' })
  return drafts[0]!
}

const getColumn = (draft: DraftSummary, heading: string) => {
  const { columns } = draft.sheets[0]!.layout
  const column = columns.find((each) => each.heading === heading)!
  return { field: column.field, verdict: column.verdict, reason: column.reason.kind }
}

const choose = (
  desk: TestDesk,
  { draftId }: DraftSummary,
  column: number,
  field: 'clientReference' | 'notes' | null,
) => desk.call('import.settle', { draftId, columns: [{ sheet: 0, column, field }] })

test('a doubtful column is asked about once; the second file in the layout asks nothing', async () => {
  const desk = openTestDesk()
  const first = await openUnsettled(desk, write(desk, 'a.csv', 'FBA19T000001'))
  expect(first.questions).toBeGreaterThan(0)
  const refusal = { kind: 'columns-to-confirm', fileName: 'a.csv', questions: first.questions }
  const commit = (draft: DraftSummary) =>
    desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
  expect((await commit(first)).failed).toMatchObject([{ problem: refusal }])
  await desk.call('import.settle', { draftId: first.draftId, acceptsAll: true })
  expect((await commit(first)).imports).toHaveLength(1)

  const second = await openUnsettled(desk, write(desk, 'b.csv', 'FBA19T000003'))
  expect(second).toMatchObject({ verdict: 'known', questions: 0 })
  expect(second.sheets[0]!.layout.columns.map(({ field }) => field)).toEqual(
    first.sheets[0]!.layout.columns.map(({ field }) => field),
  )
  expect((await commit(second)).imports).toHaveLength(1)
})

test('a column chosen otherwise than before is remembered as chosen last, and undo brings the old choice back', async () => {
  const desk = openTestDesk()
  const importAs = async (name: string, fbaId: string, field: 'clientReference' | 'notes') => {
    const draft = await choose(desk, await openUnsettled(desk, write(desk, name, fbaId)), 4, field)
    await desk.call('import.settle', { draftId: draft.draftId, acceptsAll: true })
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
  }
  const look = async (name: string, fbaId: string) => {
    const draft = await openUnsettled(desk, write(desk, name, fbaId))
    await desk.call('import.discard', { draftId: draft.draftId })
    return getColumn(draft, 'K3标识')
  }
  await importAs('a.csv', 'FBA19T000001', 'clientReference')
  expect((await desk.row('FBA19T000001')).clientReference).toBe('SH-7')
  expect(await look('b.csv', 'FBA19T000003')).toEqual({
    field: 'clientReference',
    verdict: 'known',
    reason: 'remembered',
  })
  await importAs('c.csv', 'FBA19T000005', 'notes')
  expect((await desk.row('FBA19T000005')).note).toBe('SH-7')
  expect((await look('d.csv', 'FBA19T000007')).field).toBe('notes')
  expect((await desk.call('layout.list', {})).layouts).toHaveLength(1)
  await desk.call('history.undo', { opId: nextOpId() })
  expect((await look('e.csv', 'FBA19T000009')).field).toBe('clientReference')
})

test('a layout that was forgotten is asked about again, and remembered again by undo', async () => {
  const desk = openTestDesk()
  await desk.import(write(desk, 'a.csv', 'FBA19T000001'))
  const [layout] = (await desk.call('layout.list', {})).layouts
  expect(layout).toMatchObject({ client: '宁波星野' })
  await desk.call('layout.forget', { opId: nextOpId(), id: layout!.id })
  const draft = await openUnsettled(desk, write(desk, 'b.csv', 'FBA19T000003'))
  expect(draft.questions).toBeGreaterThan(0)
  await desk.call('import.discard', { draftId: draft.draftId })
  await desk.call('history.undo', { opId: nextOpId() })
  expect((await openUnsettled(desk, write(desk, 'c.csv', 'FBA19T000005'))).questions).toBe(0)
})
