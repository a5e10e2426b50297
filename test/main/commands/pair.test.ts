import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { changeLastDigit, makeFedex, makeUps } from '../../shared/pairing/pairing-case.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, getBoxId, writeFreightFile } from '../../support/sample-files.ts'
import { openParcelDesk } from '../../support/parcel-desk.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Input = CallInput<'pairing.preview'>

const [one, two] = ['FBA15P000001', 'FBA15P000002']
const [a, b, c, d] = [701, 733, 902, 955].map(makeUps)
const lines = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\n')

const read = async (desk: TestDesk, fbaId: string) => (await desk.boxes(fbaId)).map((box) => box.trackingId)
const apply = (desk: TestDesk, input: Input) => desk.call('pairing.apply', { ...input, opId: nextOpId() })
const refuse = (desk: TestDesk, input: Input) => desk.refused('pairing.apply', { ...input, opId: nextOpId() })
const listKinds = async (desk: TestDesk, input: Input) =>
  (await desk.call('pairing.preview', input)).mismatches.map(({ kind, level }) => `${level} ${kind}`)

describe('a list with box IDs', () => {
  test('pairs each number with its own box, whatever the order, in one step that one undo takes back', async () => {
    const desk = await openParcelDesk()
    const text = lines([getBoxId(two, 3), c!], [getBoxId(one, 2), a!], [getBoxId(one, 1), b!])
    const preview = await desk.call('pairing.preview', { text })
    expect(preview).toMatchObject({ rule: 'by-box-id', canWrite: true, boxesLeft: 3 })
    expect(preview.pairs.map(({ boxName, fbaId, trackingId }) => [boxName, fbaId, trackingId])).toEqual([
      [getBoxId(two, 3), two, c],
      [getBoxId(one, 2), one, a],
      [getBoxId(one, 1), one, b],
    ])
    expect(await read(desk, one)).toEqual([null, null, null])
    expect(await apply(desk, { text })).toEqual({ written: 3, shipments: 2 })
    expect(await read(desk, one)).toEqual([b, a, null])
    expect(await read(desk, two)).toEqual([null, null, c])
    expect((await desk.row(one)).paired).toBe(2)
    await desk.call('history.undo', { opId: nextOpId() })
    expect([...(await read(desk, one)), ...(await read(desk, two))].every((id) => id === null)).toBe(true)
  })

  test('writes the agreed part, and what is wrong is named and left', async () => {
    const desk = await openParcelDesk()
    const text = lines(
      [getBoxId(one, 1), a!],
      [getBoxId(one, 2), changeLastDigit(b!)],
      [getBoxId(one, 3), '4.00015E+11'],
      [getBoxId('FBA15P000009', 1), c!],
    )
    expect(await listKinds(desk, { text })).toEqual([
      'block check-digit',
      'block damaged-number',
      'block unknown-box-id',
    ])
    expect(await apply(desk, { text })).toEqual({ written: 1, shipments: 1 })
    expect(await read(desk, one)).toEqual([a, null, null])
  })

  test('names the box of every number, also of one that is not written and of a box not on file', async () => {
    const desk = await openParcelDesk()
    await apply(desk, { text: lines([getBoxId(one, 3), d!]) })
    const stranger = getBoxId('FBA15P000009', 1)
    const text = lines(
      [getBoxId(one, 1), changeLastDigit(a!)],
      [getBoxId(one, 2), '4.00015E+11'],
      [getBoxId(one, 3), b!],
      [stranger, c!],
    )
    const { numbers, pairs } = await desk.call('pairing.preview', { text })
    expect(pairs).toEqual([])
    expect(numbers.map(({ box }) => box)).toEqual([
      { name: getBoxId(one, 1), isOnFile: true },
      { name: getBoxId(one, 2), isOnFile: true },
      { name: getBoxId(one, 3), isOnFile: true },
      { name: stranger, isOnFile: false },
    ])
  })

  test('that has a number twice is written without the line that is dropped', async () => {
    const desk = await openParcelDesk()
    const text = lines([getBoxId(one, 1), a!], [getBoxId(one, 2), b!], [getBoxId(one, 3), b!])
    expect(await listKinds(desk, { text })).toEqual(['block number-twice'])
    const answers = { dropped: [2] }
    const preview = await desk.call('pairing.preview', { text, answers })
    expect(preview.numbers.map(({ index }) => index)).toEqual([0, 1])
    expect(await apply(desk, { text, answers })).toEqual({ written: 2, shipments: 1 })
    expect(await read(desk, one)).toEqual([a, b, null])
  })

  test('may be a carrier’s file', async () => {
    const desk = await openParcelDesk()
    const file = desk.write('ups.csv', [
      'Box,Tracking',
      `${getBoxId(one, 1)},${a}`,
      `${getBoxId(one, 2)},${b}`,
    ])
    expect(await apply(desk, { file: await desk.offer(file) })).toEqual({ written: 2, shipments: 1 })
    expect(await read(desk, one)).toEqual([a, b, null])
    const noTable = await desk.offer(desk.write('empty.csv', []))
    expect(await refuse(desk, { file: noTable })).toMatchObject({
      kind: 'file-refused',
      fileName: 'empty.csv',
    })
    expect(await refuse(desk, { file: '0'.repeat(32) })).toEqual({ kind: 'token-unknown' })
  })
})

describe('a list with shipment and sequence', () => {
  test('names the box at each position, or the position where there is none', async () => {
    const desk = await openParcelDesk()
    const text = lines(['Shipment', 'Box', 'Tracking'], [one, '2/3', changeLastDigit(a!)], [two, '4/4', b!])
    const { numbers } = await desk.call('pairing.preview', { text })
    expect(numbers.map(({ box }) => box)).toEqual([
      { name: getBoxId(one, 2), isOnFile: true },
      { name: `${two} 4/4`, isOnFile: false },
    ])
  })

  test('pairs by the box’s position', async () => {
    const desk = await openParcelDesk()
    const text = lines(['Shipment', 'Box', 'Tracking'], [one, '2/3', a!], [one, '1/3', b!], [one, '3/3', c!])
    expect(await desk.call('pairing.preview', { text })).toMatchObject({
      rule: 'by-shipment-and-sequence',
      mismatches: [],
    })
    await apply(desk, { text })
    expect(await read(desk, one)).toEqual([b, a, c])
  })

  test('that counts other boxes than are on file is not written', async () => {
    const desk = await openParcelDesk()
    const text = lines(['Shipment', 'Box', 'Tracking'], [one, '1/2', a!], [one, '2/2', b!])
    expect(await listKinds(desk, { text })).toEqual(['block box-count-differs'])
    expect(await refuse(desk, { text })).toEqual({ kind: 'nothing-to-pair' })
    expect(await read(desk, one)).toEqual([null, null, null])
  })
})

describe('a list of numbers alone', () => {
  test('goes by its order when it has as many numbers as the shipment has blank boxes', async () => {
    const desk = await openParcelDesk()
    const input = { text: lines([a!], [b!], [c!]), shipmentId: 1 }
    expect(await desk.call('pairing.preview', input)).toMatchObject({ rule: 'by-order', mismatches: [] })
    await apply(desk, input)
    expect(await read(desk, one)).toEqual([a, b, c])
  })

  test.each([
    ['too few', [a!, b!], 'block fewer-numbers'],
    ['too many', [a!, b!, c!, d!], 'block more-numbers'],
    ['one twice', [a!, b!, a!], 'block number-twice'],
    ['one of another courier', [a!, b!, '400014700213'], 'block other-courier'],
    ['one damaged', [a!, b!, '4.00015E+11'], 'block damaged-number'],
  ])('with %s is not written at all', async (_name, numbers, kind) => {
    const desk = await openParcelDesk()
    const before = await desk.dump()
    const input = { text: numbers.join('\n'), shipmentId: 1 }
    expect(await listKinds(desk, input)).toContain(kind)
    expect(await refuse(desk, input)).toEqual({ kind: 'nothing-to-pair' })
    expect(await desk.dump()).toBe(before)
  })

  test('names no shipment and is not written without one', async () => {
    const desk = await openParcelDesk()
    expect(await refuse(desk, { text: lines([a!], [b!], [c!]) })).toEqual({ kind: 'nothing-to-pair' })
  })

  test('can be settled by hand, with a gap where a box got no number', async () => {
    const desk = await openParcelDesk()
    const order = [
      { boxRowId: 1, numberIndex: 1 },
      { boxRowId: 2, numberIndex: null },
      { boxRowId: 3, numberIndex: 0 },
    ]
    const input = { text: lines([a!], [b!]), shipmentId: 1, order, opId: nextOpId() }
    expect(await desk.call('pairing.apply', input)).toEqual({ written: 2, shipments: 1 })
    expect(await read(desk, one)).toEqual([b, null, a])
  })
})

describe('a number on file', () => {
  test('of another shipment is not moved, and its shipment is named', async () => {
    const desk = await openParcelDesk()
    await apply(desk, { text: lines([getBoxId(two, 1), a!]) })
    const text = lines([getBoxId(one, 1), a!], [getBoxId(one, 2), b!])
    const { mismatches } = await desk.call('pairing.preview', { text })
    expect(mismatches).toContainEqual({
      kind: 'used-elsewhere',
      level: 'block',
      index: 0,
      trackingId: a,
      fbaId: two,
      boxRowId: 4,
    })
    await apply(desk, { text })
    expect(await read(desk, one)).toEqual([null, b, null])
    expect(await read(desk, two)).toEqual([a, null, null])
  })

  test('of the box itself is kept unless replacing was chosen', async () => {
    const desk = await openParcelDesk()
    await apply(desk, { text: lines([getBoxId(one, 1), a!]) })
    const text = lines([getBoxId(one, 1), b!])
    expect(await listKinds(desk, { text })).toContain('block box-has-number')
    expect(await refuse(desk, { text })).toEqual({ kind: 'nothing-to-pair' })
    expect(await apply(desk, { text, overwrites: true })).toEqual({ written: 1, shipments: 1 })
    expect(await read(desk, one)).toEqual([b, null, null])
  })

  test('written twice changes nothing the second time', async () => {
    const desk = await openParcelDesk()
    const input = { text: lines([getBoxId(one, 1), a!]), opId: nextOpId() }
    const first = await desk.call('pairing.apply', input)
    expect(await desk.call('pairing.apply', input)).toEqual(first)
    expect(await refuse(desk, { text: input.text })).toEqual({ kind: 'nothing-to-pair' })
  })

  test('shared by all boxes is shared no more when every box gets its own', async () => {
    const desk = await openParcelDesk()
    const head = 'FBA货件号,FBA箱号,仓库代码,派送方式,快递单号'
    const shared = [1, 2].map((n) => `FBA15P000003,${getBoxId('FBA15P000003', n)},LAX9,SPD,${d}`)
    await desk.import(desk.write('b.csv', [head, ...shared]))
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    expect((await desk.row('FBA15P000003')).reasons).toEqual(['tracking-repeated'])
    await apply(desk, { text: lines([getBoxId('FBA15P000003', 2), a!]), overwrites: true })
    expect((await desk.boxes('FBA15P000003')).map((box) => [box.trackingId, box.isTrackingShared])).toEqual([
      [d, false],
      [a, false],
    ])
    expect((await desk.row('FBA15P000003')).status).toBe('ready')
  })
})

test('a carrier whose strategy puts one number on all boxes gets it on all of them', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 1, 1, 4))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {}, wantsPro: false })
  expect(await apply(desk, { text: 'TB-810020000', shipmentId: 1 })).toEqual({ written: 4, shipments: 1 })
  const boxes = await desk.boxes('FBA19T000001')
  expect(new Set(boxes.map((box) => box.trackingId)).size).toBe(1)
  expect(boxes.every((box) => box.isTrackingShared)).toBe(true)
})

describe('what was said to a difference', () => {
  test('a reason for a wrong check digit lets the number stand, out of the export’s way, until it is undone', async () => {
    const desk = await openParcelDesk()
    const wrong = changeLastDigit(b!)
    const text = lines([getBoxId(one, 1), a!], [getBoxId(one, 2), wrong], [getBoxId(one, 3), c!])
    const answers = { kept: [{ number: wrong, reason: '面单就是这样' }] }
    await apply(desk, { text, answers })
    expect(await read(desk, one)).toEqual([a, wrong, c])
    const [, box] = await desk.boxes(one)
    expect([box!.check, box!.keptBecause]).toEqual(['kept', '面单就是这样'])
    expect((await desk.row(one)).status).toBe('ready')
    await apply(desk, { text: lines([getBoxId(one, 2), d!]), overwrites: true })
    await apply(desk, { text: lines([getBoxId(one, 2), wrong]), overwrites: true })
    expect((await desk.boxes(one))[1]!.check).toBe('kept')
    for (let step = 0; step < 3; step += 1) await desk.call('history.undo', { opId: nextOpId() })
    await desk.call('box.edit', {
      opId: nextOpId(),
      edits: [{ id: 2, field: 'trackingId', text: wrong }],
      gesture: 'edit',
    })
    expect((await desk.boxes(one))[1]!.check).toBe('invalid')
  })

  test('a number is moved from its other shipment in one step', async () => {
    const desk = await openParcelDesk()
    await apply(desk, { text: lines([getBoxId(two, 1), a!]) })
    const text = lines([getBoxId(one, 1), a!])
    expect(await refuse(desk, { text })).toEqual({ kind: 'nothing-to-pair' })
    expect(await apply(desk, { text, answers: { moved: [a!] } })).toEqual({ written: 1, shipments: 2 })
    expect([await read(desk, one), await read(desk, two)]).toEqual([
      [a, null, null],
      [null, null, null],
    ])
    await desk.call('history.undo', { opId: nextOpId() })
    expect([await read(desk, one), await read(desk, two)]).toEqual([
      [null, null, null],
      [a, null, null],
    ])
  })

  test('the shipment gets the carrier whose numbers these are', async () => {
    const desk = await openParcelDesk()
    const { id } = await desk.call('carrier.save', {
      opId: nextOpId(),
      name: 'FedEx',
      kind: 'parcel',
      scac: 'FDEG',
      amazonName: 'FedEx',
      strategy: 'per_box',
      courier: 'fedex',
      isActive: true,
    })
    const text = [1, 2, 3].map(makeFedex).join('\n')
    const input = { text, shipmentId: 1, answers: { carriers: [{ shipmentId: 1, carrierId: id }] } }
    expect(await listKinds(desk, { text, shipmentId: 1 })).toContain('block other-courier')
    expect((await desk.call('pairing.preview', input)).target).toEqual({
      fbaId: one,
      carrier: 'FedEx',
      strategy: 'per_box',
    })
    await apply(desk, input)
    expect([await read(desk, one), (await desk.row(one)).carrier]).toEqual([
      [1, 2, 3].map(makeFedex),
      'FedEx',
    ])
  })

  test('a preview of what was settled says what will be written', async () => {
    const desk = await openParcelDesk()
    const order = [2, 1, 0].map((numberIndex, i) => ({ boxRowId: i + 1, numberIndex }))
    const text = ['Tracking', '', a!, b!, changeLastDigit(c!)].join('\n')
    const view = await desk.call('pairing.preview', { text, shipmentId: 1, order })
    expect(view.pairs.map((pair) => [pair.boxRowId, pair.trackingId])).toEqual([
      [2, b],
      [3, a],
    ])
    expect(view.skipped).toEqual({ blank: 1, words: 1, voided: 0 })
  })
})

describe('a list with labels of before the shipment was issued anew', () => {
  const newId = 'FBA15PNEW001'
  const reissue = (desk: TestDesk) => desk.call('reissue.apply', { opId: nextOpId(), from: one, to: newId })
  const text = lines([getBoxId(one, 2), a!], [getBoxId(two, 1), c!])

  test('pairs by them while the new box IDs are not on file, and says so', async () => {
    const desk = await openParcelDesk()
    await reissue(desk)
    const preview = await desk.call('pairing.preview', { text })
    expect(preview.pairs.map(({ boxName, fbaId, trackingId }) => [boxName, fbaId, trackingId])).toEqual([
      ['2', newId, a],
      [getBoxId(two, 1), two, c],
    ])
    expect(preview.mismatches).toContainEqual({ kind: 'former-label', level: 'warn', indexes: [0] })
    expect(await apply(desk, { text })).toEqual({ written: 2, shipments: 2 })
    expect(await read(desk, newId)).toEqual([null, a, null])
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await read(desk, newId)).toEqual([null, null, null])
  })

  test('pairs by old and new labels once these are on file', async () => {
    const desk = await openParcelDesk()
    const fresh = [1, 2, 3].map((n) => `${newId},${getBoxId(newId, n)},LAX9,SPD`)
    await desk.import(desk.write('new.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...fresh]))
    await reissue(desk)
    const both = lines([getBoxId(newId, 1), b!], [getBoxId(one, 3), d!])
    expect(await listKinds(desk, { text: both })).toEqual(['warn fewer-numbers', 'warn former-label'])
    await apply(desk, { text: both })
    expect(await read(desk, newId)).toEqual([b, null, d])
  })

  test('is refused where only one shipment was named that has no such box', async () => {
    const desk = await openParcelDesk()
    await reissue(desk)
    const { id } = await desk.row(two)
    expect(await listKinds(desk, { text: lines([getBoxId(one, 2), a!]), shipmentId: id })).toEqual([
      'block unknown-box-id',
    ])
  })
})
