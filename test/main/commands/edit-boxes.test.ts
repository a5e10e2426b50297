import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { writeParcelFile } from '../../support/sample-files.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

type Edits = CallInput<'box.edit'>['edits']

const paste = (edits: Edits): CallInput<'box.edit'> => ({ opId: nextOpId(), edits, gesture: 'paste' })
const [first, second, third] = ['1ZA1B2C30300014703', '1ZA1B2C30300014801', '1ZA1B2C30300014909']

/** Two parcel shipments of three boxes with row ids 1 … 6. */
async function openParcelDesk(): Promise<TestDesk> {
  const desk = openTestDesk()
  await desk.import(writeParcelFile(desk.folder, 'a.csv', 2, 3))
  return desk
}

const readTracking = async (desk: TestDesk, fbaId = 'FBA15P000001') =>
  (await desk.boxes(fbaId)).map((box) => box.trackingId)

describe('a tracking ID', () => {
  test('is cleaned, stored, counted on its shipment, and undone', async () => {
    const desk = await openParcelDesk()
    const edits: Edits = [
      { id: 1, field: 'trackingId', text: '1za1 b2c3 0300 0147 03' },
      { id: 1, field: 'weightKg', text: '13.5' },
    ]
    expect(await desk.call('box.edit', paste(edits))).toEqual({ cells: 2 })
    expect(await readTracking(desk)).toEqual([first, null, null])
    expect((await desk.row('FBA15P000001')).paired).toBe(1)
    await desk.call('history.undo', { opId: nextOpId() })
    expect(await readTracking(desk)).toEqual([null, null, null])
    expect((await desk.row('FBA15P000001')).paired).toBe(0)
  })

  test('that stands on another box is refused, and its shipment is named', async () => {
    const desk = await openParcelDesk()
    await desk.call('box.edit', paste([{ id: 1, field: 'trackingId', text: first }]))
    const refusal = {
      kind: 'value-refused',
      field: 'trackingId',
      reason: 'used-elsewhere',
      owner: 'FBA15P000001',
    }
    for (const id of [2, 4])
      expect(await desk.refused('box.edit', paste([{ id, field: 'trackingId', text: first }]))).toEqual({
        ...refusal,
        value: first,
      })
    const unchanged: Edits = [
      { id: 1, field: 'trackingId', text: first },
      { id: 4, field: 'trackingId', text: first },
    ]
    expect(await desk.refused('box.edit', paste(unchanged))).toMatchObject(refusal)
    const twice: Edits = [
      { id: 4, field: 'trackingId', text: second },
      { id: 5, field: 'trackingId', text: second },
    ]
    expect(await desk.refused('box.edit', paste(twice))).toMatchObject({ owner: 'FBA15P000002' })
    expect(await readTracking(desk, 'FBA15P000002')).toEqual([null, null, null])
  })

  test('can change places with others in one paste, also between shipments', async () => {
    const desk = await openParcelDesk()
    const set: Edits = [
      { id: 1, field: 'trackingId', text: first },
      { id: 2, field: 'trackingId', text: second },
      { id: 4, field: 'trackingId', text: third },
    ]
    await desk.call('box.edit', paste(set))
    const turn: Edits = [
      { id: 1, field: 'trackingId', text: third },
      { id: 2, field: 'trackingId', text: first },
      { id: 4, field: 'trackingId', text: second },
    ]
    await desk.call('box.edit', paste(turn))
    expect([...(await readTracking(desk)), ...(await readTracking(desk, 'FBA15P000002'))]).toEqual([
      third,
      first,
      null,
      second,
      null,
      null,
    ])
  })

  test('given twice for one box counts once, the last', async () => {
    const desk = await openParcelDesk()
    const edits: Edits = [
      { id: 1, field: 'trackingId', text: first },
      { id: 1, field: 'trackingId', text: second },
      { id: 2, field: 'trackingId', text: first },
    ]
    expect(await desk.call('box.edit', paste(edits))).toEqual({ cells: 2 })
    expect(await readTracking(desk)).toEqual([second, first, null])
  })
})

describe('a box ID', () => {
  test('must be its own shipment’s and stand on no other box', async () => {
    const desk = await openParcelDesk()
    const refuse = async (text: string) => {
      const problem = await desk.refused('box.edit', paste([{ id: 1, field: 'boxId', text }]))
      return problem.kind === 'value-refused' ? [problem.reason, problem.owner] : problem
    }
    expect(await refuse('FBA15P000002U000009')).toEqual(['other-shipment', null])
    expect(await refuse('FBA15P000001U000002')).toEqual(['used-elsewhere', 'FBA15P000001'])
    const twice: Edits = [
      { id: 1, field: 'boxId', text: 'FBA15P000001U000009' },
      { id: 2, field: 'boxId', text: 'FBA15P000001U000009' },
    ]
    expect(await desk.refused('box.edit', paste(twice))).toMatchObject({ reason: 'used-elsewhere' })
  })

  test('can change places with another in one paste', async () => {
    const desk = await openParcelDesk()
    const edits: Edits = [
      { id: 1, field: 'boxId', text: 'FBA15P000001U000002' },
      { id: 2, field: 'boxId', text: 'FBA15P000001U000001' },
    ]
    await desk.call('box.edit', paste(edits))
    expect((await desk.boxes('FBA15P000001')).map((box) => box.boxId)).toEqual([
      'FBA15P000001U000002',
      'FBA15P000001U000001',
      'FBA15P000001U000003',
    ])
  })
})
