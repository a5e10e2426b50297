import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { getFbaId, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'

/** Jobs are counted from 1 on in every engine. */
const firstJob = 1
const head = 'FBA货件号,仓库代码,派送方式,箱数,内部编号'

test('drafts and what was settled for them survive a restart', async () => {
  const desk = openTestDesk()
  const file = desk.write('a.csv', [head, 'FBA19T000001,ONT8,LTL,2,SH-7'])
  const opened = await desk.open(file, '宁波星野')
  const settled = await desk.call('import.settle', {
    draftId: opened.draftId,
    client: '深圳拓海',
    columns: [{ sheet: 0, column: 4, field: 'clientReference' }],
  })
  desk.restart()
  expect((await desk.call('import.drafts', {})).drafts).toEqual([settled])
  await desk.call('import.commit', { opId: nextOpId(), draftIds: [opened.draftId] })
  expect(await desk.row('FBA19T000001')).toMatchObject({ client: '深圳拓海', clientReference: 'SH-7' })
})

test('a draft can be committed straight after a restart, though nobody has looked at it', async () => {
  const desk = openTestDesk()
  const { draftId } = await desk.open(desk.write('a.csv', [head, 'FBA19T000001,ONT8,LTL,2,SH-7']), '宁波星野')
  desk.restart()
  const { imports } = await desk.call('import.commit', { opId: nextOpId(), draftIds: [draftId] })
  expect(imports).toMatchObject([{ shipments: 1, boxes: 2 }])
})

test('a discarded draft is gone, also after a restart', async () => {
  const desk = openTestDesk()
  const before = await desk.dump()
  const { draftId } = await desk.open(desk.write('a.csv', [head, 'FBA19T000001,ONT8,LTL,2,SH-7']), '宁波星野')
  await desk.call('import.discard', { draftId })
  expect(await desk.refused('import.discard', { draftId })).toEqual({ kind: 'draft-unknown', draftId })
  desk.restart()
  expect(await desk.dump()).toBe(before)
})

test('cancelling while files are read leaves nothing of them, not even those read already', async () => {
  const desk = openTestDesk()
  const before = await desk.dump()
  const small = desk.write('small.csv', [head, 'FBA19T000001,ONT8,LTL,2,SH-7'])
  const large = writeFreightFile(desk.folder, 'large.csv', 50_000)
  const files = [await desk.offer(small), await desk.offer(large)]
  const opening = desk.refused('import.open', { files, client: '宁波星野' })
  while ((await desk.call('import.drafts', {})).drafts.length === 0) await wait(5)
  desk.engine.cancel(firstJob)
  expect(await opening).toEqual({ kind: 'cancelled' })
  expect(await desk.dump()).toBe(before)
  desk.restart()
  expect(await desk.dump()).toBe(before)
})

test('cancelling between two files keeps those imported and names the others', async () => {
  const desk = openTestDesk()
  const draftIds: number[] = []
  for (const index of [1, 2, 3]) {
    const file = desk.write(`${index}.csv`, [head, `${getFbaId(index)},ONT8,LTL,2,SH-7`])
    draftIds.push((await desk.open(file, '宁波星野')).draftId)
  }
  const committing = desk.call('import.commit', { opId: nextOpId(), draftIds })
  desk.engine.cancel(firstJob + draftIds.length)
  const { imports, failed } = await committing
  expect(imports.length).toBeLessThan(3)
  expect(failed.map(({ problem }) => problem.kind)).toEqual(failed.map(() => 'cancelled'))
  expect(await desk.rows()).toHaveLength(imports.length)
  expect((await desk.call('import.drafts', {})).drafts).toHaveLength(failed.length)
})
