import path from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, ownFleet } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

const head = 'FBA货件号,仓库代码,派送方式,箱数,PRO号'
const oldRows = [
  'FBA19T000001,ONT8,LTL,2,8100200008',
  'FBA19T000002,LAX9,FTL,1,8100200024',
  'FBA19T000003,LAX9,,3,',
]

/** Opens a file, ticks that its shipments are closed and imports it. */
async function importHistory(desk: TestDesk, file: string, client = '宁波星野') {
  const { draftId } = await desk.open(file, client)
  const draft = await desk.call('import.settle', { draftId, isHistory: true })
  const { imports } = await desk.call('import.commit', { opId: nextOpId(), draftIds: [draftId] })
  return { draft, stored: imports[0]! }
}

const getNext = async (desk: TestDesk) => (await desk.call('block.list', {})).blocks[0]!.nextNumber

/** An own fleet whose block has the numbers 8100200008, 8100200016, 8100200024, 8100200032 and so on. */
async function openDeskWithBlock(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine, 10_000, 810_020_000)
  return desk
}

const assign = () => ({ ...assignAll, opId: nextOpId(), filter: {} })

describe('an old sheet of closed shipments', () => {
  test('becomes no work: nothing is missing, open, to assign, to pair or to export', async () => {
    const desk = await openDeskWithBlock()
    await importHistory(desk, desk.write('旧表.csv', [head, ...oldRows]))
    for (const row of await desk.rows())
      expect(row).toMatchObject({ isHistory: true, status: 'exempt', reasons: [], amazonStatus: 'CLOSED' })
    expect((await desk.call('check.run', {})).totals).toMatchObject({
      shipments: 0,
      incomplete: 0,
      error: 0,
      missingNow: { withGap: 0, open: 0, rate: null },
    })
    const missing = { filter: { missingOnly: true }, offset: 0, limit: 10 }
    expect((await desk.call('box.page', missing)).total).toBe(0)
    expect((await desk.call('export.plan', {})).leftOut).toEqual([])
    expect(await desk.refused('assign.apply', assign())).toEqual({ kind: 'nothing-to-assign' })
  })

  test('teaches the block its numbers before anything is stored, and the next shipment gets the one behind', async () => {
    const desk = await openDeskWithBlock()
    const { draft, stored } = await importHistory(desk, desk.write('旧表.csv', [head, ...oldRows]))
    const block = { used: 2, skipped: 1, nextNumber: '8100200032', far: [] }
    expect(draft.history).toMatchObject({ blocks: [block] })
    expect(stored.history).toMatchObject({ blocks: [block] })
    expect(await getNext(desk)).toBe('8100200032')
    await desk.import(desk.write('新表.csv', [head, 'FBA19T000009,ONT8,LTL,2,']))
    expect(await desk.call('assign.apply', assign())).toMatchObject({ firstPro: '8100200032' })
  })

  test('lets a number far ahead stand where it is, and the block does not go behind it', async () => {
    const desk = await openDeskWithBlock()
    const far = '8100250003'
    const { stored } = await importHistory(
      desk,
      desk.write('旧表.csv', [head, `FBA19T000001,ONT8,LTL,2,${far}`]),
    )
    expect(stored.history).toMatchObject({ blocks: [{ used: 0, nextNumber: '8100200008', far: [far] }] })
    expect(await desk.row('FBA19T000001')).toMatchObject({ pro: far })
  })

  test('teaches the client’s layout: the next sheet of that kind asks nothing', async () => {
    const desk = await openDeskWithBlock()
    const odd = 'FBA货件号,仓库代码,派送方式,箱数,我们的号'
    const file = desk.write('旧表.csv', [odd, ...oldRows])
    const { draftId } = await desk.open(file, '宁波星野')
    const columns = [{ sheet: 0, column: 4, field: 'pro' as const }]
    await desk.call('import.settle', { draftId, columns, isHistory: true })
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draftId] })
    const next = await desk.open(
      desk.write('新表.csv', [odd, 'FBA19T000009,ONT8,LTL,2,240014703']),
      '宁波星野',
    )
    expect(next).toMatchObject({ verdict: 'known', questions: 0, history: null })
    const [sheet] = next.sheets
    expect(sheet?.layout).toMatchObject({
      columns: expect.arrayContaining([expect.objectContaining({ field: 'pro' })]),
    })
  })

  test('leaves a shipment at work as it is', async () => {
    const desk = await openDeskWithBlock()
    await desk.import(desk.write('新表.csv', [head, 'FBA19T000001,ONT8,LTL,2,']))
    const before = await desk.row('FBA19T000001')
    const { draft } = await importHistory(desk, desk.write('旧表.csv', [head, ...oldRows]))
    expect(draft.difference).toMatchObject({ newShipments: 2, atWork: ['FBA19T000001'], gone: 0 })
    expect(await desk.row('FBA19T000001')).toEqual(before)
  })

  test('can be mended: unticked it is an import like any other', async () => {
    const desk = await openDeskWithBlock()
    const { draftId } = await desk.open(desk.write('新表.csv', [head, ...oldRows]), '宁波星野')
    await desk.call('import.settle', { draftId, isHistory: true })
    const draft = await desk.call('import.settle', { draftId, isHistory: false })
    expect(draft.history).toBeNull()
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draftId] })
    expect(await desk.row('FBA19T000003')).toMatchObject({ isHistory: false, status: 'incomplete' })
    expect(await getNext(desk)).toBe('8100200008')
  })
})

describe('one undo of an old sheet', () => {
  test('takes its shipments away, and the numbers stay used', async () => {
    const desk = await openDeskWithBlock()
    const file = desk.write('旧表.csv', [head, ...oldRows])
    await importHistory(desk, file)
    expect(await desk.call('history.undo', { opId: nextOpId() })).toMatchObject({
      kept: 0,
      label: { history: 2 },
    })
    expect(await desk.rows()).toEqual([])
    desk.restart()
    expect(await getNext(desk)).toBe('8100200032')
    expect((await desk.call('block.list', {})).blocks[0]).toMatchObject({ issued: 3 })
  })

  test('can be done again, and the sheet can be imported anew with its numbers', async () => {
    const desk = await openDeskWithBlock()
    const file = desk.write('旧表.csv', [head, ...oldRows])
    await importHistory(desk, file)
    const whole = await desk.rows()
    await desk.call('history.undo', { opId: nextOpId() })
    await desk.call('history.redo', { opId: nextOpId() })
    expect(await desk.rows()).toEqual(whole)
    await desk.call('history.undo', { opId: nextOpId() })
    await importHistory(desk, file)
    expect((await desk.row('FBA19T000002')).pro).toBe('8100200024')
    expect(await getNext(desk)).toBe('8100200032')
  })
})

describe('a number of an old sheet', () => {
  test('is never released, though nothing was exported from here and its shipment was taken back', async () => {
    const desk = await openDeskWithBlock()
    await importHistory(desk, desk.write('旧表.csv', [head, ...oldRows]))
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.call('number.state', { number: '8100200024' })).toMatchObject({
      state: 'void',
      isExported: true,
    })
    const blockId = (await desk.call('block.list', {})).blocks[0]!.id
    const release = { opId: nextOpId(), blockId, isPreview: true }
    expect(await desk.call('number.release', release)).toEqual({ numbers: 0 })
  })

  test('is left out by a block that comes to it later, whether its shipment is on file or not', async () => {
    const desk = openTestDesk()
    const { id: carrierId } = await desk.call('carrier.save', { opId: nextOpId(), ...ownFleet })
    await importHistory(desk, desk.write('旧表.csv', [head, ...oldRows]))
    await desk.call('history.undo', { opId: nextOpId() })
    const range = {
      prefix: '',
      width: 9,
      first: 810_020_000,
      last: 810_020_099,
      checkMethod: 'luhn' as const,
    }
    await desk.call('block.add', { opId: nextOpId(), carrierId, ...range })
    await desk.import(
      desk.write('新表.csv', [
        head,
        'FBA19T000011,ONT8,LTL,2,',
        'FBA19T000012,ONT8,LTL,2,',
        'FBA19T000013,ONT8,LTL,2,',
      ]),
    )
    await desk.call('assign.apply', assign())
    const pros = new Set((await desk.rows()).map(({ pro }) => pro))
    expect(pros).toEqual(new Set(['8100200016', '8100200032', '8100200040']))
  })
})

test('a master sheet that Tailboard exported teaches another desk the numbers it used', async () => {
  const first = await openDeskWithBlock()
  await first.import(first.write('新表.csv', [head, 'FBA19T000001,ONT8,LTL,2,', 'FBA19T000002,LAX9,FTL,1,']))
  await first.call('assign.apply', assign())
  const { folder } = await first.call('export.run', { opId: nextOpId() })
  const master = readFileSync(path.join(folder, '宁波星野', 'master.xlsx'))
  const second = await openDeskWithBlock()
  const { stored } = await importHistory(second, second.write('master.xlsx', master))
  expect(stored.history).toMatchObject({ blocks: [{ used: 2, skipped: 0, nextNumber: '8100200024' }] })
  expect(await second.row('FBA19T000002')).toMatchObject({
    pro: '8100200016',
    carrier: '自营车队',
    amazonMode: 'FTL',
    isHistory: true,
    status: 'exempt',
  })
})
