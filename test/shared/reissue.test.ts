import { describe, expect, test } from 'vitest'
import type { CellChange } from '../../shared/domain/patch.ts'
import { planReissue, type LabelledBox, type ReissueSide } from '../../shared/domain/reissue.ts'
import type { Shipment } from '../../shared/domain/shipment.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeReissueProblem } from '../../shared/words/describe-reissue.ts'
import { makeBox, makeShipment } from '../support/factories.ts'

const oldId = 'FBA19TB4K7Q2'
const newId = 'FBA19TB9ZZZ1'

const makeBoxes = (fbaId: string, firstRow: number, trackings: (string | null)[]): LabelledBox[] =>
  trackings.map((trackingId, place) => ({
    ...makeBox({
      id: firstRow + place,
      shipmentId: fbaId === oldId ? 1 : 2,
      position: place + 1,
      boxId: `${fbaId}U00000${place + 1}`,
      trackingId,
    }),
    formerBoxIds: null,
  }))

const makeSide = (
  fbaId: string,
  values: Partial<Shipment> = {},
  trackings: (string | null)[] = [],
  more: Partial<ReissueSide> = {},
): ReissueSide => ({
  shipment: makeShipment({ id: fbaId === oldId ? 1 : 2, fbaId, ...values }),
  client: '宁波星野',
  replacedBy: null,
  replaces: null,
  boxes: makeBoxes(fbaId, fbaId === oldId ? 11 : 21, trackings),
  overrides: [],
  ...more,
})

const onTheRoad = {
  carrierId: 3,
  roadMode: 'truck',
  pro: '8100200004',
  isa: '7250785844',
  appointmentAt: '2026-12-01T08:00',
  bol: 'BOL-1',
  loadId: 5,
} as const

const plan = (from: ReissueSide, known: ReissueSide | null) =>
  planReissue(from, { fbaId: known?.shipment.fbaId ?? newId, known, newShipmentId: 2 })

const must = (from: ReissueSide, known: ReissueSide | null) => {
  const planned = plan(from, known)
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem))
  return planned.value
}

const refusal = (from: ReissueSide, known: ReissueSide | null) => {
  const planned = plan(from, known)
  return planned.ok ? null : planned.problem
}

const after = (cells: readonly CellChange[], entity: string, id: number) =>
  Object.fromEntries(
    cells.filter((cell) => cell.entity === entity && cell.id === id).map((cell) => [cell.field, cell.after]),
  )

describe('a new ID that is not on file', () => {
  const from = makeSide(
    oldId,
    {
      ...onTheRoad,
      origin: 'international',
      createdOn: '2026-08-01',
      grossWeightKg: 120,
      planId: 'wf1',
      extras: { 柜号: 'TCNU1234567' },
    },
    ['1ZA1B2C30300014703', null],
  )
  const { patch, summary } = must(from, null)

  test('gets a row of its own with what is true of the goods under any ID', () => {
    const [insert] = patch.inserts
    const row = Object.fromEntries(insert!.fields.map((field, place) => [field, insert!.rows[0]![place]]))
    expect(row).toEqual({
      id: 2,
      fbaId: newId,
      accountId: 1,
      programme: 'own',
      origin: 'international',
      etaOn: null,
      clientReference: null,
      declaredBoxCount: null,
      grossWeightKg: 120,
      palletCount: null,
      note: null,
      extras: '{"柜号":"TCNU1234567"}',
    })
  })

  test('gets truck and numbers, which leave the old one', () => {
    expect(after(patch.cells, 'shipment', 2)).toEqual(onTheRoad)
    expect(after(patch.cells, 'shipment', 1)).toEqual({
      ...Object.fromEntries(Object.keys(onTheRoad).map((field) => [field, null])),
      replacedBy: 2,
    })
  })

  test('gets the boxes, whose old labels are only remembered', () => {
    expect(after(patch.cells, 'box', 11)).toEqual({
      shipmentId: 2,
      boxId: null,
      formerBoxIds: `${oldId}U000001`,
    })
    expect(patch.removes).toEqual([])
    expect(summary).toMatchObject({ isNew: true, boxes: 2, trackingIds: 1, pro: '8100200004' })
  })
})

describe('a new ID that is on file with as many boxes', () => {
  const from = makeSide(oldId, onTheRoad, ['1ZA1B2C30300014703', null, '1ZA1B2C30300014721'])
  const known = makeSide(newId, {}, [null, null, null])
  const { patch } = must(from, known)

  test('keeps its box IDs and takes the tracking IDs box by box', () => {
    expect([21, 22, 23].map((id) => after(patch.cells, 'box', id))).toEqual([
      { trackingId: '1ZA1B2C30300014703', formerBoxIds: `${oldId}U000001` },
      { formerBoxIds: `${oldId}U000002` },
      { trackingId: '1ZA1B2C30300014721', formerBoxIds: `${oldId}U000003` },
    ])
  })

  test('has the boxes once: the old rows go', () =>
    expect(patch.removes).toEqual([{ entity: 'box', ids: [11, 12, 13] }]))

  test('remembers the labels of a chain, the newest last', () => {
    const second = {
      ...from,
      boxes: from.boxes.map((box) => ({ ...box, formerBoxIds: 'FBA19TA0AAA0U000009' })),
    }
    expect(after(must(second, known).patch.cells, 'box', 21)['formerBoxIds']).toBe(
      `FBA19TA0AAA0U000009 ${oldId}U000001`,
    )
  })

  test('without boxes of its own takes over those of the old one', () => {
    const { patch: moving } = must(from, makeSide(newId, { declaredBoxCount: 3 }))
    expect(after(moving.cells, 'box', 12)).toMatchObject({ shipmentId: 2, boxId: null })
    expect([moving.inserts, moving.removes]).toEqual([[], []])
  })

  test('a shared PRO number moves as a shared one', () => {
    const shared = makeSide(oldId, { pro: '8100200004', isProShared: true })
    expect(after(must(shared, makeSide(newId)).patch.cells, 'shipment', 2)).toEqual({
      pro: '8100200004',
      isProShared: 1,
    })
    expect(after(must(shared, makeSide(newId)).patch.cells, 'shipment', 1)).toMatchObject({ isProShared: 0 })
  })
})

describe('nothing is written and every difference is listed', () => {
  test('where the counts of boxes differ', () => {
    expect(refusal(makeSide(oldId, {}, [null, null]), makeSide(newId, {}, [null, null, null]))).toEqual({
      kind: 'differs',
      from: oldId,
      to: newId,
      differences: [{ kind: 'box-count', before: 2, after: 3 }],
    })
    expect(
      refusal(makeSide(oldId, {}, [null, null]), makeSide(newId, { declaredBoxCount: 5 })),
    ).toMatchObject({ differences: [{ kind: 'box-count', before: 2, after: 5 }] })
  })

  test('where both have a value and the two differ', () => {
    const from = makeSide(oldId, { pro: '8100200004', isa: '7250785844', carrierId: 3 }, [
      '1ZA1B2C30300014703',
    ])
    const to = makeSide(newId, { pro: '8100200012', isa: '7250785844', carrierId: 4 }, ['1ZA1B2C30300014721'])
    expect(refusal(from, to)).toMatchObject({
      differences: [
        { kind: 'value', field: 'carrierId', before: 3, after: 4 },
        { kind: 'value', field: 'pro', before: '8100200004', after: '8100200012' },
        { kind: 'tracking', position: 1, before: '1ZA1B2C30300014703', after: '1ZA1B2C30300014721' },
      ],
    })
  })

  test('where each is on a load of its own, which is said without the numbers of rows', () => {
    const refused = refusal(makeSide(oldId, { loadId: 5 }), makeSide(newId, { loadId: 6 }))
    expect(refused).toMatchObject({ differences: [{ kind: 'value', field: 'loadId', before: 5, after: 6 }] })
    expect(describeReissueProblem(refused!, getTranslate('en'))).toContain(': each is on a load of its own.')
    expect(describeReissueProblem(refused!, getTranslate('zh-CN'))).toContain('：两边各在一个车次上。')
  })
})

describe('refused outright', () => {
  const from = makeSide(oldId)
  test.each([
    ['FBA19', 'not-an-fba-id'],
    ['FBA19TB9ZZZ', 'one-character-missing'],
    ['IBR19TB9ZZZ1', 'not-amazon'],
  ])('what is no FBA shipment ID, with the reason: %s', (fbaId, kind) => {
    const planned = planReissue(from, { fbaId, known: null, newShipmentId: 2 })
    expect(planned).toMatchObject({ problem: { kind, fbaId } })
  })
  test('the same ID', () =>
    expect(planReissue(from, { fbaId: oldId, known: from, newShipmentId: 2 })).toMatchObject({
      problem: { kind: 'same-id' },
    }))
  test('an old ID whose place was taken before', () =>
    expect(refusal({ ...from, replacedBy: 'FBA19TB8AAA8' }, null)).toEqual({
      kind: 'replaced-before',
      fbaId: oldId,
      by: 'FBA19TB8AAA8',
    }))
  test('a new ID whose own place was taken, so that no chain closes to a ring', () =>
    expect(refusal(from, { ...makeSide(newId), replacedBy: oldId })).toMatchObject({
      kind: 'replaced-before',
      fbaId: newId,
    }))
  test('a new ID that has the boxes of another', () =>
    expect(refusal(from, { ...makeSide(newId), replaces: 'FBA19TB8AAA8' })).toMatchObject({
      kind: 'replaces-another',
      other: 'FBA19TB8AAA8',
    }))
  test('an ID of another client', () =>
    expect(refusal(from, { ...makeSide(newId), client: '深圳海纳' })).toEqual({
      kind: 'other-client',
      fbaId: newId,
      client: '深圳海纳',
    }))
})

describe('what was let through with a reason', () => {
  const tracking = '1ZA1B2C30300014703'
  const let1 = (rule: string, value: string) => ({
    shipmentId: 1,
    rule,
    value,
    reason: `${rule} is so`,
    who: '小林',
    atMs: 1_700_000_000_000,
  })
  const listTaken = (overrides: [rule: string, value: string][], known: ReissueSide | null = null) =>
    must(
      makeSide(oldId, { ...onTheRoad, amazonMode: 'LTL' }, [tracking, null], {
        overrides: overrides.map(([rule, value]) => let1(rule, value)),
      }),
      known,
    ).overrides

  test('goes with the value it speaks of, with its reason, who gave it and when', () => {
    expect(listTaken([['pro-format', onTheRoad.pro]])).toEqual([
      { ...let1('pro-format', onTheRoad.pro), shipmentId: 2 },
    ])
  })

  test.each<[string, string]>([
    ['pro-repeated', onTheRoad.pro],
    ['pro-is-container', onTheRoad.pro],
    ['bol-not-for-carrier-central', 'BOL-1'],
    ['isa-shape', '7250785844'],
    ['tracking-check-digit', tracking],
    ['tracking-other-format', tracking],
    ['tracking-shared', tracking],
    ['same-number', tracking],
    ['carrier-inactive', '自营车队'],
    ['carrier-against-mode', 'SPD 自营车队'],
    ['two-trucks', ''],
    ['tracking-missing', '1/2'],
    ['box-too-heavy', '24'],
  ])('%s of %s goes', (rule, value) => expect(listTaken([[rule, value]])).toHaveLength(1))

  test.each<[string, string]>([
    ['pro-format', '8100200012'],
    ['tracking-check-digit', '1ZA1B2C30300014721'],
    ['closed-by-clock', '2026-11-27'],
    ['dead-shipment', 'CLOSED'],
    ['not-found', '2026-11-20'],
    ['fc-unknown', 'ZZZ9'],
    ['reference-shape', '123'],
    ['gone-from-file', ''],
    ['carrier-missing', ''],
    ['appointment-missing', ''],
  ])('%s of “%s” stays: another value, or what Amazon gives each ID anew', (rule, value) =>
    expect(listTaken([[rule, value]])).toEqual([]),
  )

  test('is not given twice where the new ID has it already', () => {
    const known = makeSide(newId, { pro: onTheRoad.pro }, [], {
      overrides: [{ ...let1('pro-format', onTheRoad.pro), shipmentId: 2, reason: 'its own' }],
    })
    expect(listTaken([['pro-format', onTheRoad.pro]], known)).toEqual([])
  })

  test('is counted in what is said before', () => {
    const from = makeSide(oldId, onTheRoad, [tracking], {
      overrides: [let1('pro-format', onTheRoad.pro), let1('closed-by-clock', '2026-11-27')],
    })
    expect(must(from, null).summary.overrides).toBe(1)
  })
})
