import { describe, expect, test } from 'vitest'
import {
  fbaId,
  fedex,
  listKinds,
  listPairs,
  makeBoxId,
  makeFedex,
  makeNumbers,
  makeShipment,
  makeTarget,
  makeUps,
  otherFbaId,
  planText,
  withFormerLabels,
} from './pairing-case.ts'

describe('by box ID', () => {
  test('a label says the box, in whatever order the lines come', () => {
    const target = makeTarget([makeShipment({ boxes: 3 })])
    const [a, b, c] = [makeUps(1), makeUps(2), makeUps(3)]
    const result = planText(
      target,
      `${makeBoxId(fbaId, 3)}\t${c}\n${makeBoxId(fbaId, 1)}\t${a}\n${makeBoxId(fbaId, 2)}\t${b}`,
    )
    expect(result).toMatchObject({ rule: 'by-box-id', boxesLeft: 0, canWrite: true, mismatches: [] })
    expect(listPairs(result)).toEqual([
      [1003, c],
      [1001, a],
      [1002, b],
    ])
  })

  test('labels reach the boxes of several shipments in one list', () => {
    const target = makeTarget([
      makeShipment({ boxes: 1 }),
      makeShipment({ id: 2, fbaId: otherFbaId, boxes: 1 }),
    ])
    const result = planText(
      target,
      `${makeUps(1)} ${makeBoxId(otherFbaId, 1)}\n${makeUps(2)} ${makeBoxId(fbaId, 1)}`,
    )
    expect(listPairs(result)).toEqual([
      [2001, makeUps(1)],
      [1001, makeUps(2)],
    ])
  })

  test('a list for some of the boxes is written, and the boxes it does not name are counted', () => {
    const result = planText(makeTarget([makeShipment()]), `${makeBoxId(fbaId, 5)} ${makeUps(1)}`)
    expect(listPairs(result)).toEqual([[1005, makeUps(1)]])
    expect(result.mismatches).toEqual([{ kind: 'fewer-numbers', missing: 19, level: 'warn' }])
    expect(result).toMatchObject({ canWrite: true, boxesLeft: 19 })
  })

  test('a label that is on no box is listed and pairs nothing, not even by its shipment', () => {
    const result = planText(makeTarget([makeShipment({ boxes: 1 })]), `${makeBoxId(fbaId, 2)} ${makeUps(1)}`)
    expect(result).toMatchObject({ pairs: [], canWrite: false })
    expect(result.mismatches).toContainEqual({
      kind: 'unknown-box-id',
      level: 'block',
      index: 0,
      boxId: makeBoxId(fbaId, 2),
    })
  })

  test('a range of labels is no box', () => {
    const result = planText(
      makeTarget([makeShipment()]),
      `${fbaId}U000001-10 ${makeUps(1)}\n${makeBoxId(fbaId, 11)} ${makeUps(2)}`,
    )
    expect(listPairs(result)).toEqual([[1011, makeUps(2)]])
    expect(listKinds(result)).toContain('unknown-box-id')
  })

  test('a box whose row names another shipment is kept out', () => {
    const target = makeTarget([
      makeShipment({ boxes: 1 }),
      makeShipment({ id: 2, fbaId: otherFbaId, boxes: 1 }),
    ])
    const result = planText(target, `${otherFbaId}\t${makeBoxId(fbaId, 1)}\t${makeUps(1)}`)
    expect(result.pairs).toEqual([])
    expect(listKinds(result)).toContain('unknown-shipment')
  })

  test('one box with two numbers gets neither', () => {
    const result = planText(
      makeTarget([makeShipment({ boxes: 2 })]),
      `${makeBoxId(fbaId, 1)} ${makeUps(1)}\n${makeBoxId(fbaId, 2)} ${makeUps(2)}\n${makeBoxId(fbaId, 1)} ${makeUps(3)}`,
    )
    expect(listPairs(result)).toEqual([[1002, makeUps(2)]])
    expect(result.mismatches).toContainEqual({
      kind: 'box-id-twice',
      level: 'block',
      boxRowId: 1001,
      boxId: makeBoxId(fbaId, 1),
      indexes: [0, 2],
    })
  })

  test('one number on two boxes goes to neither', () => {
    const result = planText(
      makeTarget([makeShipment({ boxes: 3 })]),
      [makeUps(1), makeUps(2), makeUps(1)]
        .map((number, i) => `${makeBoxId(fbaId, i + 1)} ${number}`)
        .join('\n'),
    )
    expect(listPairs(result)).toEqual([[1002, makeUps(2)]])
    expect(result.mismatches).toContainEqual({
      kind: 'number-twice',
      level: 'block',
      trackingId: makeUps(1),
      indexes: [0, 2],
    })
  })

  test('a number that also stands beside an unknown label goes to no box', () => {
    const result = planText(
      makeTarget([makeShipment({ boxes: 2 })]),
      `${makeBoxId(fbaId, 9)} ${makeUps(1)}\n${makeBoxId(fbaId, 2)} ${makeUps(1)}`,
    )
    expect(result.pairs).toEqual([])
  })

  test('a line written twice is one pair, and said', () => {
    const line = `${makeBoxId(fbaId, 1)} ${makeUps(1)}`
    const result = planText(makeTarget([makeShipment({ boxes: 1 })]), `${line}\n${line}`)
    expect(listPairs(result)).toEqual([[1001, makeUps(1)]])
    expect(result.mismatches).toEqual([
      { kind: 'number-twice', level: 'warn', trackingId: makeUps(1), indexes: [0, 1] },
    ])
  })

  test('a line without a label in a labelled list is left out', () => {
    const result = planText(
      makeTarget([makeShipment({ boxes: 2 })]),
      `${makeBoxId(fbaId, 1)}\t${makeUps(1)}\n\t${makeUps(2)}`,
    )
    expect(listPairs(result)).toEqual([[1001, makeUps(1)]])
    expect(result.mismatches).toContainEqual({ kind: 'unlabelled', level: 'block', indexes: [1] })
  })

  test('a damaged number is named with its place, and its box stays blank', () => {
    const result = planText(
      makeTarget([makeShipment({ boxes: 2, carrier: fedex })]),
      `${makeBoxId(fbaId, 1)}\t4.00015E+11\n${makeBoxId(fbaId, 2)}\t${makeFedex(7)}`,
    )
    expect(listPairs(result)).toEqual([[1002, makeFedex(7)]])
    expect(result.mismatches).toContainEqual({
      kind: 'damaged-number',
      level: 'block',
      index: 0,
      place: { line: 1 },
      problem: { kind: 'scientific-notation', text: '4.00015E+11' },
    })
  })

  test('a label whose number is still to come is no fault, only a missing number', () => {
    const result = planText(
      makeTarget([makeShipment({ boxes: 2 })]),
      `${makeBoxId(fbaId, 1)}\t待定\n${makeBoxId(fbaId, 2)}\t${makeUps(2)}`,
    )
    expect(result.mismatches).toEqual([{ kind: 'fewer-numbers', level: 'warn', missing: 1 }])
  })
})

describe('by shipment and sequence', () => {
  test('3/20 is the third box of the list on file, whatever its U number', () => {
    const target = makeTarget([makeShipment({ firstU: 22 })])
    const result = planText(target, `${fbaId} 3/20 ${makeUps(1)}\n${fbaId} 20/20 ${makeUps(2)}`)
    expect(result.rule).toBe('by-shipment-and-sequence')
    expect(listPairs(result)).toEqual([
      [1003, makeUps(1)],
      [1020, makeUps(2)],
    ])
  })

  test('a total that is not the number of boxes on file pairs nothing', () => {
    const result = planText(makeTarget([makeShipment({ boxes: 19 })]), `${fbaId} 3/20 ${makeUps(1)}`)
    expect(result).toMatchObject({ pairs: [], canWrite: false })
    expect(result.mismatches).toContainEqual({
      kind: 'box-count-differs',
      level: 'block',
      fbaId,
      counted: 20,
      boxes: 19,
      indexes: [0],
    })
  })

  test('0001 … 0020 in any order reach their positions, and a gap stays a gap', () => {
    const target = makeTarget([makeShipment()])
    const numbers = makeNumbers(20)
    const lines = numbers.map((number, i) => `${fbaId}\t${String(i + 1).padStart(4, '0')}\t${number}`)
    const shuffled = [...lines.slice(10), ...lines.slice(0, 6), ...lines.slice(7, 10)]
    const result = planText(target, shuffled.join('\n'))
    expect(new Map(listPairs(result))).toEqual(
      new Map(numbers.map((number, i): [number, string] => [1001 + i, number]).filter(([id]) => id !== 1007)),
    )
    expect(result.mismatches).toEqual([{ kind: 'fewer-numbers', level: 'warn', missing: 1 }])
  })

  test('sequences that end before the last box may count other boxes, and pair nothing', () => {
    const lines = makeNumbers(19).map((number, i) => `${fbaId} ${String(i + 1).padStart(4, '0')} ${number}`)
    const result = planText(makeTarget([makeShipment()]), lines.join('\n'))
    expect(result.pairs).toEqual([])
    expect(listKinds(result)).toContain('box-count-differs')
  })

  test('a shipment that is not in the target is listed', () => {
    const result = planText(makeTarget([makeShipment()]), `${otherFbaId} 1/20 ${makeUps(1)}`)
    expect(result.mismatches).toEqual([
      { kind: 'unknown-shipment', level: 'block', index: 0, fbaId: otherFbaId },
    ])
  })

  test('the box count of a shipment beside its one number is no sequence', () => {
    const target = makeTarget([makeShipment(), makeShipment({ id: 2, fbaId: otherFbaId, boxes: 12 })])
    const result = planText(target, `${fbaId}\t20\t${makeUps(1)}\n${otherFbaId}\t12\t${makeUps(2)}`)
    expect(result).toMatchObject({ rule: null, pairs: [], canWrite: false })
    expect(listKinds(result)).toEqual(expect.arrayContaining(['unlabelled', 'master-number']))
  })
})

describe('by a label that the box had before its shipment was issued anew', () => {
  const oldId = 'FBA17TB2C5D1'
  const target = makeTarget([makeShipment({ boxes: 3 })])
  const former = { [makeBoxId(oldId, 1)]: [1001], [makeBoxId(oldId, 2)]: [1002] }
  const [a, b] = [makeUps(1), makeUps(2)]

  test('the number goes on that box, and it is said', () => {
    const text = `${makeBoxId(oldId, 2)}\t${a}\n${makeBoxId(fbaId, 3)}\t${b}`
    const result = planText(withFormerLabels(target, former), text)
    expect(listPairs(result)).toEqual([
      [1002, a],
      [1003, b],
    ])
    expect(result.mismatches).toEqual([
      { kind: 'fewer-numbers', level: 'warn', missing: 1 },
      { kind: 'former-label', level: 'warn', indexes: [0] },
    ])
  })

  test('also of a box that has no label now, and beside the old shipment ID', () => {
    const [shipment] = target.shipments
    const unlabelled = makeTarget([
      { ...shipment!, boxes: shipment!.boxes.map((box) => ({ ...box, boxId: null })) },
    ])
    const result = planText(withFormerLabels(unlabelled, former), `${oldId}\t${makeBoxId(oldId, 1)}\t${a}`)
    expect(listPairs(result)).toEqual([[1001, a]])
    const contrary = planText(
      withFormerLabels(unlabelled, former),
      `${otherFbaId}\t${makeBoxId(oldId, 1)}\t${a}`,
    )
    expect(listPairs(contrary)).toEqual([])
    expect(listKinds(contrary)).toContain('unknown-shipment')
  })

  test('not where two boxes had it, nor where a box has it now, in this list or elsewhere', () => {
    const label = makeBoxId(oldId, 1)
    const plan = (owners: { now: number[]; before: number[] }) =>
      planText({ ...target, getLabelOwners: () => owners }, `${label}\t${a}`)
    expect(listPairs(plan({ now: [], before: [1001] }))).toEqual([[1001, a]])
    for (const owners of [
      { now: [], before: [1001, 1002] },
      { now: [9001], before: [1001] },
      { now: [], before: [] },
      { now: [], before: [9001] },
    ]) {
      expect(listPairs(plan(owners))).toEqual([])
      expect(listKinds(plan(owners))).toEqual(['unknown-box-id'])
    }
  })

  test('a box that is named by both labels with two numbers gets neither', () => {
    const text = `${makeBoxId(oldId, 1)}\t${a}\n${makeBoxId(fbaId, 1)}\t${b}`
    const result = planText(withFormerLabels(target, former), text)
    expect(listPairs(result)).toEqual([])
    expect(listKinds(result)).toContain('box-id-twice')
  })
})
