import { describe, expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'

const freightHead = 'FBA货件号,仓库代码,派送方式,箱数,毛重kg'
const boxHead = 'FBA货件号,FBA箱号,仓库代码,派送方式,快递单号'

describe('a new file', () => {
  test('brings its client, shipments and boxes, and every value leads back to its cell', async () => {
    const desk = openTestDesk()
    const file = desk.write('发货清单.csv', [
      freightHead,
      'FBA19T000001,ONT8,LTL,2,249.0',
      'FBA19T000002,LAX9,FTL,1,80',
    ])
    const draft = await desk.open(file, '宁波星野')
    expect(draft.difference).toMatchObject({ newShipments: 2, newBoxes: 3, changedShipments: 0, gone: 0 })
    expect(await desk.rows()).toEqual([])
    const { imports } = await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect(imports).toEqual([{ draftId: draft.draftId, shipments: 2, boxes: 3, changed: 0, problems: 0 }])
    expect(await desk.row('FBA19T000001')).toMatchObject({
      client: '宁波星野',
      fc: 'ONT8',
      amazonMode: 'LTL',
      boxes: 2,
      grossWeightKg: 249,
      status: 'incomplete',
      reasons: ['carrier-missing', 'pro-missing'],
    })
    const { cells } = await desk.call('shipment.provenance', { id: (await desk.row('FBA19T000002')).id })
    expect(cells.find((cell) => cell.field === 'fc')?.source).toMatch(/^发货清单\.csv · .*B3$/)
    expect(await desk.call('import.list', {})).toMatchObject({
      imports: [{ fileName: '发货清单.csv', client: '宁波星野', rows: 2, problems: 0 }],
    })
  })

  test('whose shipments another file of the same commit brought for another client is not dropped in silence', async () => {
    const desk = openTestDesk()
    const freight = await desk.open(
      desk.write('海川送仓清单.csv', [freightHead, 'FBA19T000001,ONT8,SPD,2,24']),
      '海川送仓',
    )
    const boxes = ['FBA19T000001U000001', 'FBA19T000001U000002'].map((box) => `FBA19T000001,${box},ONT8,SPD,`)
    const file = desk.write('快递箱单.csv', [boxHead, ...boxes])
    const list = await desk.open(file, '快递箱单')
    const commit = (...draftIds: number[]) => desk.call('import.commit', { opId: nextOpId(), draftIds })
    const { imports, failed } = await commit(freight.draftId, list.draftId)
    expect(imports).toHaveLength(1)
    expect(failed).toMatchObject([
      { problem: { kind: 'all-claimed', fileName: '快递箱单.csv', client: '海川送仓', shipments: 1 } },
    ])
    expect((await desk.call('client.list', {})).clients.map(({ name }) => name)).toEqual(['海川送仓'])
    await desk.call('import.settle', { draftId: list.draftId, client: '海川送仓' })
    expect(await commit(list.draftId)).toMatchObject({ failed: [], imports: [{ changed: 2 }] })
    expect((await desk.boxes('FBA19T000001')).map((box) => box.boxId)).toEqual([
      'FBA19T000001U000001',
      'FBA19T000001U000002',
    ])
  })

  test('whose boxes stand side by side says of each value in which cell it stood', async () => {
    const desk = openTestDesk()
    const file = desk.write('装箱.csv', [
      '货件编号：FBA19T000001,,',
      '箱序,1,2',
      'FBA箱号,FBA19T000001U000001,FBA19T000001U000002',
      '参考号,4TB1Q0AA,4TB1Q0AA',
    ])
    await desk.import(file)
    const { cells } = await desk.call('shipment.provenance', { id: (await desk.row('FBA19T000001')).id })
    expect(cells.find((cell) => cell.field === 'referenceId')?.source).toMatch(/^装箱\.csv · .*B4$/)
  })

  test('without a client to go by is not imported until one is named', async () => {
    const desk = openTestDesk()
    const draft = await desk.open(desk.write('2026.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0']))
    expect(draft).toMatchObject({ verdict: 'new', client: null })
    const commit = () => desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect(await commit()).toMatchObject({
      imports: [],
      failed: [{ draftId: draft.draftId, problem: { kind: 'client-needed', fileName: '2026.csv' } }],
    })
    await desk.call('import.settle', { draftId: draft.draftId, client: '深圳拓海' })
    expect((await commit()).imports).toHaveLength(1)
    expect((await desk.row('FBA19T000001')).client).toBe('深圳拓海')
  })

  test('that cannot be imported stops no other', async () => {
    const desk = openTestDesk()
    const good = desk.write('good.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0'])
    const empty = desk.write('empty.csv', [])
    const noTable = desk.write('notes.csv', ['明天到货', '请安排'])
    const files = await Promise.all([empty, noTable, good, `${good}.missing`].map((file) => desk.offer(file)))
    const { drafts } = await desk.call('import.open', { files, client: '宁波星野' })
    expect(drafts.map(({ verdict, problem }) => [verdict, problem?.kind ?? null])).toEqual([
      ['refused', 'file-refused'],
      ['refused', 'nothing-to-import'],
      ['new', null],
      ['refused', 'file-refused'],
    ])
    const draftIds = drafts.flatMap(({ draftId }) => (draftId > 0 ? [draftId] : []))
    await desk.call('import.settle', { draftId: draftIds[1]!, acceptsAll: true })
    const { imports, failed } = await desk.call('import.commit', { opId: nextOpId(), draftIds })
    expect(imports).toHaveLength(1)
    expect(failed).toMatchObject([{ fileName: 'notes.csv', problem: { kind: 'nothing-to-import' } }])
  })
})

describe('the same file again', () => {
  test('is refused with the time of its import, and nothing changes', async () => {
    const desk = openTestDesk()
    const lines = [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0']
    await desk.import(desk.write('a.csv', lines))
    const before = await desk.dump()
    const { imports } = await desk.call('import.list', {})
    expect(await desk.open(desk.write('renamed.csv', lines), '宁波星野')).toMatchObject({
      draftId: 0,
      verdict: 'same-file',
      problem: { kind: 'same-file', fileName: 'a.csv', atMs: imports[0]!.atMs },
    })
    expect(await desk.dump()).toBe(before)
  })

  test('can be imported once its import was undone', async () => {
    const desk = openTestDesk()
    const file = desk.write('a.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0'])
    await desk.import(file)
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.rows()).toEqual([])
    await desk.import(file)
    expect(await desk.rows()).toHaveLength(1)
  })

  test('open as a draft already is that draft', async () => {
    const desk = openTestDesk()
    const file = desk.write('a.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0'])
    const first = await desk.open(file, '宁波星野')
    expect((await desk.open(file, '宁波星野')).draftId).toBe(first.draftId)
    expect((await desk.call('import.drafts', {})).drafts).toHaveLength(1)
  })

  test('committed twice by the same operation is imported once and answers the same', async () => {
    const desk = openTestDesk()
    const file = desk.write('a.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0'])
    const { draftId } = await desk.open(file, '宁波星野')
    const input = { opId: nextOpId(), draftIds: [draftId] }
    const first = await desk.call('import.commit', input)
    expect(await desk.call('import.commit', input)).toEqual(first)
    expect(await desk.rows()).toHaveLength(1)
  })
})

describe('a revised file', () => {
  test('changes what differs, adds what is new and marks what is gone', async () => {
    const desk = openTestDesk()
    const old = [
      freightHead,
      'FBA19T000001,ONT8,LTL,2,249.0',
      'FBA19T000002,ONT8,LTL,2,249.0',
      'FBA19T000003,ONT8,LTL,2,249.0',
    ]
    await desk.import(desk.write('清单.csv', old))
    const revised = [
      freightHead,
      'FBA19T000001,LAX9,LTL,3,249.0',
      'FBA19T000003,ONT8,LTL,2,',
      'FBA19T000004,ONT8,LTL,1,10',
    ]
    const draft = await desk.open(desk.write('清单.csv', revised), '宁波星野')
    expect(draft.difference).toMatchObject({
      newShipments: 1,
      newBoxes: 2,
      changedShipments: 1,
      same: 1,
      gone: 1,
      goneIds: ['FBA19T000002'],
      changes: [
        { fbaId: 'FBA19T000001', field: 'fc', before: 'ONT8', after: 'LAX9' },
        { fbaId: 'FBA19T000001', field: 'declaredBoxCount', before: '2', after: '3' },
      ],
    })
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect(await desk.row('FBA19T000001')).toMatchObject({ fc: 'LAX9', boxes: 3, grossWeightKg: 249 })
    expect((await desk.row('FBA19T000002')).reasons).toContain('gone-from-file')
    expect((await desk.row('FBA19T000003')).grossWeightKg).toBe(249)
    await desk.call('history.undo', { opId: nextOpId() })
    expect((await desk.rows()).map(({ fbaId, fc, boxes }) => [fbaId, fc, boxes])).toEqual([
      ['FBA19T000001', 'ONT8', 2],
      ['FBA19T000002', 'ONT8', 2],
      ['FBA19T000003', 'ONT8', 2],
    ])
  })

  test('of another name marks nothing of this one as gone', async () => {
    const desk = openTestDesk()
    await desk.import(desk.write('a.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0']))
    await desk.import(desk.write('b.csv', [freightHead, 'FBA19T000002,ONT8,LTL,2,249.0']))
    expect((await desk.row('FBA19T000001')).reasons).not.toContain('gone-from-file')
  })

  test('keeps a value that a dispatcher typed, and overwrites it only when that is ticked', async () => {
    const desk = openTestDesk()
    await desk.import(desk.write('a.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0']))
    const { id } = await desk.row('FBA19T000001')
    await desk.call('shipment.edit', {
      opId: nextOpId(),
      edits: [{ id, field: 'fc', text: 'SBD1' }],
      gesture: 'edit',
    })
    const draft = await desk.open(
      desk.write('a.csv', [freightHead, 'FBA19T000001,LAX9,FTL,2,249.0']),
      '宁波星野',
    )
    expect(draft.difference).toMatchObject({
      typed: 1,
      changes: [
        { field: 'fc', before: 'SBD1', after: 'LAX9', isTyped: true },
        { field: 'amazonMode', before: 'LTL', after: 'FTL', isTyped: false },
      ],
    })
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect(await desk.row('FBA19T000001')).toMatchObject({ fc: 'SBD1', amazonMode: 'FTL' })
    await desk.call('history.undo', { opId: nextOpId() })
    const again = await desk.open(
      desk.write('a.csv', [freightHead, 'FBA19T000001,LAX9,FTL,2,249.0']),
      '宁波星野',
    )
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [again.draftId], overwritesTyped: true })
    expect(await desk.row('FBA19T000001')).toMatchObject({ fc: 'LAX9', amazonMode: 'FTL' })
  })
})

describe('another client’s shipment', () => {
  test('is claimed and never moved, whatever the file says of it', async () => {
    const desk = openTestDesk()
    await desk.import(desk.write('a.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0']), '宁波星野')
    const lines = [freightHead, 'FBA19T000001,LAX9,FTL,9,1', 'FBA19T000002,ONT8,LTL,2,249.0']
    const draft = await desk.open(desk.write('b.csv', lines), '深圳拓海')
    expect(draft.difference?.claimed).toEqual([{ fbaId: 'FBA19T000001', client: '宁波星野' }])
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect(await desk.row('FBA19T000001')).toMatchObject({ client: '宁波星野', fc: 'ONT8', boxes: 2 })
    expect((await desk.row('FBA19T000002')).client).toBe('深圳拓海')
  })
})

describe('a number that stands elsewhere', () => {
  test('is left blank: a PRO or tracking ID of another shipment, also of the same file', async () => {
    const desk = openTestDesk()
    await desk.import(
      desk.write('a.csv', [boxHead, 'FBA15P000001,FBA15P000001U000001,LAX9,SPD,1ZA1B2C30300014703']),
    )
    const lines = [
      boxHead,
      'FBA15P000002,FBA15P000002U000001,LAX9,SPD,1ZA1B2C30300014703',
      'FBA15P000003,FBA15P000003U000001,LAX9,SPD,1ZA1B2C30300014801',
      'FBA15P000004,FBA15P000004U000001,LAX9,SPD,1ZA1B2C30300014801',
    ]
    const draft = await desk.open(desk.write('b.csv', lines), '宁波星野')
    expect(draft.difference?.taken).toEqual([
      { fbaId: 'FBA15P000002', number: '1ZA1B2C30300014703', owner: 'FBA15P000001' },
      { fbaId: 'FBA15P000004', number: '1ZA1B2C30300014801', owner: 'FBA15P000003' },
    ])
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    const read = async (fbaId: string) => (await desk.boxes(fbaId)).map((box) => box.trackingId)
    expect(await read('FBA15P000002')).toEqual([null])
    expect(await read('FBA15P000003')).toEqual(['1ZA1B2C30300014801'])
    expect(await read('FBA15P000004')).toEqual([null])

    const head = 'FBA货件号,仓库代码,派送方式,箱数,PRO号'
    const pros = [head, 'FBA19T000001,ONT8,LTL,2,8100299990', 'FBA19T000002,ONT8,LTL,2,8100299990']
    await desk.import(desk.write('c.csv', pros))
    expect((await desk.row('FBA19T000001')).pro).toBe('8100299990')
    expect((await desk.row('FBA19T000002')).pro).toBeNull()
  })

  test('is refused too when it was drawn, undone and so void for ever', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    await desk.import(desk.write('a.csv', [freightHead, 'FBA19T000001,ONT8,LTL,2,249.0']))
    const { firstPro } = await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    await desk.call('history.undo', { opId: nextOpId() })
    const head = 'FBA货件号,仓库代码,派送方式,箱数,PRO号'
    const draft = await desk.open(
      desk.write('b.csv', [head, `FBA19T000001,ONT8,LTL,2,${firstPro}`]),
      '宁波星野',
    )
    expect(draft.difference?.taken).toEqual([{ fbaId: 'FBA19T000001', number: firstPro, owner: null }])
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect((await desk.row('FBA19T000001')).pro).toBeNull()
  })

  test('on several boxes of one shipment comes in as shared, and is an error until each box has its own', async () => {
    const desk = openTestDesk()
    await addCarriers(desk.engine)
    const lines = [
      boxHead,
      'FBA15P000001,FBA15P000001U000001,LAX9,SPD,1ZA1B2C30300014703',
      'FBA15P000001,FBA15P000001U000002,LAX9,SPD,1ZA1B2C30300014703',
    ]
    const draft = await desk.open(desk.write('a.csv', lines), '宁波星野')
    expect(draft.problems.map(({ kind, cell }) => [kind, cell])).toEqual([['duplicate-tracking-id', 'E3']])
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    expect(await desk.row('FBA15P000001')).toMatchObject({ status: 'error', reasons: ['tracking-repeated'] })
    const [, second] = await desk.boxes('FBA15P000001')
    const edit = { id: second!.id, field: 'trackingId' as const, text: '1ZA1B2C30300014801' }
    await desk.call('box.edit', { opId: nextOpId(), edits: [edit], gesture: 'edit' })
    expect((await desk.boxes('FBA15P000001')).map((box) => [box.trackingId, box.isTrackingShared])).toEqual([
      ['1ZA1B2C30300014703', false],
      ['1ZA1B2C30300014801', false],
    ])
    expect((await desk.row('FBA15P000001')).reasons).not.toContain('tracking-repeated')
  })
})

describe('a damaged number', () => {
  test('is a problem with its cell’s address, and its cell stays blank', async () => {
    const desk = openTestDesk()
    const lines = [
      boxHead,
      'FBA15P000001,FBA15P000001U000001,LAX9,SPD,4.00015E+11',
      'FBA15P000001,FBA15P000001U000002,LAX9,SPD,400014700224',
    ]
    const draft = await desk.open(desk.write('a.csv', lines), '宁波星野')
    expect(draft.problems).toEqual([
      {
        kind: 'scientific-notation',
        level: 'block',
        sheet: '',
        cell: 'E2',
        value: '4.00015E+11',
        heading: '快递单号',
      },
    ])
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect((await desk.boxes('FBA15P000001')).map((box) => box.trackingId)).toEqual([null, '400014700224'])
  })

  test('that is a key holds back its own row only', async () => {
    const desk = openTestDesk()
    const lines = [
      boxHead,
      'FBA15P000001,FBA15P000001U000001,LAX9,SPD,',
      'FBA15P00000,FBA15P000001U000002,LAX9,SPD,',
      'FBA15P000001,FBA15P000001U3,LAX9,SPD,',
      'FBA15P000001,FBA15P000001U000004,LAX9,SPD,',
    ]
    const draft = await desk.open(desk.write('a.csv', lines), '宁波星野')
    expect(draft.problems.map(({ kind, level, cell }) => [kind, level, cell])).toEqual([
      ['one-character-missing', 'block', 'A3'],
      ['not-a-box-id', 'block', 'B4'],
    ])
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect((await desk.boxes('FBA15P000001')).map((box) => box.boxId)).toEqual([
      'FBA15P000001U000001',
      'FBA15P000001U000004',
    ])
  })
})
