import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Edits = CallInput<'shipment.edit'>['edits']

const paste = (edits: Edits): CallInput<'shipment.edit'> => ({ opId: nextOpId(), edits, gesture: 'paste' })

/** Freight shipments FBA19T000001 … with row ids 1 …, an own fleet and UPS. */
async function openFreightDesk(count = 3): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', count))
  return desk
}

const readPros = async (desk: TestDesk) => (await desk.rows()).map((row) => row.pro)

describe('typed, pasted and filled cells', () => {
  test('are stored together, with one undo, and lead back to who typed them', async () => {
    const desk = await openFreightDesk()
    const edits: Edits = [
      { id: 1, field: 'fc', text: 'lax9' },
      { id: 1, field: 'carrier', text: 'tlbd' },
      { id: 2, field: 'note', text: '加急' },
      { id: 2, field: 'grossWeightKg', text: '' },
    ]
    expect(await desk.call('shipment.edit', paste(edits))).toEqual({ cells: 4 })
    expect(await desk.row('FBA19T000001')).toMatchObject({ fc: 'LAX9', carrier: '自营车队' })
    expect(await desk.row('FBA19T000002')).toMatchObject({ note: '加急', grossWeightKg: null })
    const { cells } = await desk.call('shipment.provenance', { id: 1 })
    expect(cells.find((cell) => cell.field === 'fc')).toMatchObject({
      who: 'tester',
      command: 'edit',
      source: null,
    })
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.row('FBA19T000001')).toMatchObject({ fc: 'ONT8', carrier: null })
    expect(await desk.row('FBA19T000002')).toMatchObject({ note: null, grossWeightKg: 249 })
  })

  test('are stored all or none', async () => {
    const desk = await openFreightDesk()
    const before = await desk.dump()
    const edits: Edits = [
      { id: 1, field: 'fc', text: 'LAX9' },
      { id: 2, field: 'fc', text: '?' },
    ]
    expect(await desk.refused('shipment.edit', paste(edits))).toEqual({
      kind: 'value-refused',
      field: 'fc',
      value: '?',
      reason: 'characters',
      owner: null,
    })
    expect(await desk.refused('shipment.edit', paste([{ id: 1, field: 'carrier', text: '顺风' }]))).toEqual({
      kind: 'carrier-unknown',
      name: '顺风',
    })
    expect(await desk.dump()).toBe(before)
  })

  test('that say what stands there already are no change and leave no undo', async () => {
    const desk = await openFreightDesk()
    const edit: Edits = [{ id: 1, field: 'fc', text: 'ONT8' }]
    expect(await desk.call('shipment.edit', paste(edit))).toEqual({ cells: 0 })
    expect((await desk.call('app.state', {})).undo).toMatchObject({ command: 'import' })
  })

  test('given twice for one cell count once, the last', async () => {
    const desk = await openFreightDesk()
    const edits: Edits = [
      { id: 1, field: 'fc', text: 'LAX9' },
      { id: 1, field: 'fc', text: 'SBD1' },
    ]
    expect(await desk.call('shipment.edit', paste(edits))).toEqual({ cells: 1 })
    expect((await desk.row('FBA19T000001')).fc).toBe('SBD1')
  })

  test('of a shipment that is gone meanwhile are passed over', async () => {
    const desk = await openFreightDesk(1)
    expect(await desk.call('shipment.edit', paste([{ id: 99, field: 'fc', text: 'LAX9' }]))).toEqual({
      cells: 0,
    })
  })
})

describe('a PRO', () => {
  test('equal to an ISA, an FBA ID, a reference or a container number is refused, and named', async () => {
    const desk = await openFreightDesk(1)
    await desk.call(
      'shipment.edit',
      paste([
        { id: 1, field: 'isa', text: '12345678901' },
        { id: 1, field: 'referenceId', text: '2ABCDEF1' },
      ]),
    )
    const standIns = {
      '12345678901': 'isa',
      '2ABCDEF1': 'reference-id',
      FBA19T000001: 'shipment-id',
      FBA19T000001U000001: 'box-id',
      QZXU2401090: 'container',
    }
    for (const [value, standIn] of Object.entries(standIns))
      expect(
        await desk.refused('shipment.edit', paste([{ id: 1, field: 'pro', text: value }])),
      ).toMatchObject({ kind: 'stand-in', fbaId: 'FBA19T000001', value, standIn, more: 0 })
    expect(await readPros(desk)).toEqual([null])
  })

  test('equal to the ISA that is pasted beside it is refused, in whatever order they come', async () => {
    const desk = await openFreightDesk(1)
    const edits: Edits = [
      { id: 1, field: 'pro', text: '12345678901' },
      { id: 1, field: 'isa', text: '12345678901' },
    ]
    for (const order of [edits, edits.toReversed()])
      expect(await desk.refused('shipment.edit', paste(order))).toMatchObject({
        kind: 'stand-in',
        standIn: 'isa',
      })
  })

  test('of another shipment is refused, and the shipment is named', async () => {
    const desk = await openFreightDesk()
    await desk.call('shipment.edit', paste([{ id: 1, field: 'pro', text: 'TB-1' }]))
    const refusal = { kind: 'value-refused', reason: 'used-elsewhere', owner: 'FBA19T000001' }
    expect(await desk.refused('shipment.edit', paste([{ id: 2, field: 'pro', text: 'TB-1' }]))).toMatchObject(
      refusal,
    )
    const twice: Edits = [
      { id: 2, field: 'pro', text: 'TB-2' },
      { id: 3, field: 'pro', text: 'TB-2' },
    ]
    expect(await desk.refused('shipment.edit', paste(twice))).toMatchObject({
      reason: 'used-elsewhere',
      owner: 'FBA19T000002',
    })
    const unchanged: Edits = [
      { id: 1, field: 'pro', text: 'TB-1' },
      { id: 2, field: 'pro', text: 'TB-1' },
    ]
    expect(await desk.refused('shipment.edit', paste(unchanged))).toMatchObject(refusal)
    expect(await readPros(desk)).toEqual(['TB-1', null, null])
  })

  test('can change places with another in one paste, and the undo changes them back', async () => {
    const desk = await openFreightDesk(2)
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    const [first, second] = await readPros(desk)
    const edits: Edits = [
      { id: 1, field: 'pro', text: second! },
      { id: 2, field: 'pro', text: first! },
    ]
    expect(await desk.call('shipment.edit', paste(edits))).toEqual({ cells: 2 })
    expect(await readPros(desk)).toEqual([second, first])
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await readPros(desk)).toEqual([first, second])
  })

  test('can move to another shipment when it leaves its own in the same paste', async () => {
    const desk = await openFreightDesk(2)
    await desk.call('shipment.edit', paste([{ id: 1, field: 'pro', text: 'TB-1' }]))
    const edits: Edits = [
      { id: 2, field: 'pro', text: 'TB-1' },
      { id: 1, field: 'pro', text: '' },
    ]
    await desk.call('shipment.edit', paste(edits))
    expect(await readPros(desk)).toEqual([null, 'TB-1'])
  })

  test('that a block has given out never comes back by typing', async () => {
    const desk = await openFreightDesk(1)
    await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
    const [pro] = await readPros(desk)
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await desk.refused('shipment.edit', paste([{ id: 1, field: 'pro', text: pro! }]))).toMatchObject({
      reason: 'issued-before',
    })
  })
})
