import { expect, test } from 'vitest'
import { makeUps } from '../../shared/pairing/pairing-case.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, getBoxId, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'

const head = 'FBA货件号,仓库代码,派送方式,箱数,PRO号,预约号,参考号'
const isa = '12345678901'

test('a PRO that is something else stays blank, and the draft says what it is', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(
    desk.write('before.csv', [
      'FBA货件号,FBA箱号,仓库代码,派送方式,预约号,跟踪号',
      `FBA15P000001,${getBoxId('FBA15P000001', 1)},LAX9,SPD,${isa},${makeUps(701)}`,
    ]),
  )
  const draft = await desk.open(
    desk.write('a.csv', [
      head,
      `FBA19T000001,ONT8,LTL,2,${isa},,`,
      'FBA19T000002,ONT8,LTL,2,98765432109,98765432109,',
      'FBA19T000003,ONT8,LTL,2,98765432109,,',
      'FBA19T000004,ONT8,LTL,2,2ABCDEF1,,2ABCDEF1',
      `FBA19T000005,ONT8,LTL,2,${makeUps(701)},,`,
      'FBA19T000006,ONT8,LTL,2,QZXU2401090,,',
      'FBA19T000007,ONT8,LTL,2,FBA19T000007,,',
      'FBA19T000008,ONT8,LTL,2,8100200008,,',
    ]),
    '宁波星野',
  )
  const standIn = (n: number, number: string, kind: string, owner: string | null) => ({
    fbaId: `FBA19T00000${n}`,
    number,
    kind,
    owner,
  })
  expect(draft.difference?.standIns).toEqual([
    standIn(1, isa, 'isa', 'FBA15P000001'),
    standIn(2, '98765432109', 'isa', 'FBA19T000002'),
    standIn(3, '98765432109', 'isa', 'FBA19T000002'),
    standIn(4, '2ABCDEF1', 'reference-id', 'FBA19T000004'),
    standIn(5, makeUps(701), 'tracking-id', 'FBA15P000001'),
    standIn(6, 'QZXU2401090', 'container', null),
    standIn(7, 'FBA19T000007', 'shipment-id', null),
  ])
  await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
  const pros = (await desk.rows()).filter((row) => row.amazonMode === 'LTL').map((row) => row.pro)
  expect(pros).toEqual([null, null, null, null, null, null, null, '8100200008'])
})

test('a PRO that was let through with a reason is taken from the file', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(desk.write('a.csv', [head, `FBA19T000001,ONT8,LTL,2,,${isa},`]))
  const through = { ids: [1], rule: 'pro-is-isa' as const, value: isa, reason: '码头只认预约号' }
  await desk.call('override.add', { ...through, opId: nextOpId() })
  const draft = await desk.open(
    desk.write('b.csv', [head, `FBA19T000001,ONT8,LTL,2,${isa},${isa},`]),
    '宁波星野',
  )
  expect(draft.difference?.standIns).toEqual([])
  await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
  expect(await desk.row('FBA19T000001')).toMatchObject({ pro: isa, letThrough: ['pro-is-isa'] })
})

test('no number is drawn from a block that is an appointment or a tracking ID on file', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 2))
  const preview = { ...assignAll, filter: {}, rowIds: [1, 2] }
  const { rows } = await desk.call('assign.preview', preview)
  const [first, second] = rows.map((row) => row.pro!.after)
  await desk.import(
    desk.write('b.csv', [
      'FBA货件号,FBA箱号,仓库代码,派送方式,预约号,跟踪号',
      `FBA15P000001,${getBoxId('FBA15P000001', 1)},LAX9,SPD,${first},${second}`,
    ]),
  )
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [1, 2] } })
  const drawn = (await desk.rows()).slice(0, 2)
  expect(drawn.map((row) => row.status)).toEqual(['ready', 'ready'])
  expect(drawn.map((row) => row.pro)).not.toContain(first)
  expect(drawn.map((row) => row.pro)).not.toContain(second)
})
