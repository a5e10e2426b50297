import { describe, expect, test } from 'vitest'
import { parsePairingText, patchPairing, planSettledPairing } from '../../../shared/domain/pairing/pairing.ts'
import {
  boxesById,
  fbaId,
  fleetOnAll,
  keep,
  listKinds,
  listPairs,
  makeBoxId,
  makeFedex,
  makeNumbers,
  makeShipment,
  makeTarget,
  makeUps,
  otherFbaId,
  overwrite,
  planText,
  ups,
  writePlan,
} from './pairing-case.ts'

describe('numbers and boxes on file', () => {
  test('a number of another shipment is linked to it and kept there', () => {
    const target = makeTarget([makeShipment({ boxes: 2 })], {
      [makeUps(1)]: { boxRowId: 2007, fbaId: otherFbaId },
    })
    const result = planText(
      target,
      `${makeBoxId(fbaId, 1)} ${makeUps(1)}\n${makeBoxId(fbaId, 2)} ${makeUps(2)}`,
      overwrite,
    )
    expect(listPairs(result)).toEqual([[1002, makeUps(2)]])
    expect(result.mismatches).toContainEqual({
      kind: 'used-elsewhere',
      level: 'block',
      index: 0,
      trackingId: makeUps(1),
      fbaId: otherFbaId,
      boxRowId: 2007,
    })
  })

  test('a box keeps the number it has unless overwriting is asked for', () => {
    const target = makeTarget([makeShipment({ boxes: 1, numbers: { 1: makeUps(1) } })])
    const text = `${makeBoxId(fbaId, 1)} ${makeUps(2)}`
    const facts = { kind: 'box-has-number', index: 0, boxRowId: 1001, before: makeUps(1), after: makeUps(2) }
    expect(planText(target, text)).toMatchObject({
      pairs: [],
      mismatches: [{ ...facts, level: 'block' }],
      canWrite: false,
    })
    expect(planText(target, text, overwrite)).toMatchObject({
      pairs: [{ boxRowId: 1001, trackingId: makeUps(2), before: makeUps(1) }],
      mismatches: [{ ...facts, level: 'warn' }],
      canWrite: true,
    })
  })

  test('two boxes may exchange their numbers when both are overwritten', () => {
    const target = makeTarget([makeShipment({ boxes: 2, numbers: { 1: makeUps(1), 2: makeUps(2) } })])
    const text = `${makeBoxId(fbaId, 1)} ${makeUps(2)}\n${makeBoxId(fbaId, 2)} ${makeUps(1)}`
    expect(listPairs(planText(target, text, overwrite))).toEqual([
      [1001, makeUps(2)],
      [1002, makeUps(1)],
    ])
    expect(planText(target, text).pairs).toEqual([])
  })

  test('a chain of moving numbers stops where a box keeps its own', () => {
    const numbers = { 1: makeUps(1), 2: makeUps(2), 3: makeUps(3) }
    const target = makeTarget([makeShipment({ boxes: 3, numbers })])
    const wrong = `${makeUps(4).slice(0, -1)}${(Number(makeUps(4).at(-1)) + 5) % 10}`
    const text = [makeUps(2), makeUps(3), wrong].map((number, i) => `${makeBoxId(fbaId, i + 1)} ${number}`)
    const result = planText(target, text.join('\n'), overwrite)
    expect(result.pairs).toEqual([])
    expect(listKinds(result).filter((kind) => kind === 'used-elsewhere')).toHaveLength(2)
  })

  test('a pattern that no courier on file has is only said where a label names the box', () => {
    const target = makeTarget([makeShipment({ boxes: 1 })])
    const result = planText(target, `${makeBoxId(fbaId, 1)} UNI12345QX99`)
    expect(listPairs(result)).toEqual([[1001, 'UNI12345QX99']])
    expect(result.mismatches).toEqual([
      { kind: 'other-courier', level: 'warn', index: 0, shipmentId: 1, courier: null },
    ])
  })
})

test("DPD's 14 printed digits are taken for a DPD shipment: nothing can be checked", () => {
  const dpd = { ...ups, name: 'DPD', courier: 'dpd' }
  const result = planText(
    makeTarget([makeShipment({ boxes: 1, carrier: dpd })]),
    `${makeBoxId(fbaId, 1)} 09980000014702`,
  )
  expect(listPairs(result)).toEqual([[1001, '09980000014702']])
  expect(result.mismatches).toEqual([])
})

const listWeights = (weights: number[]): string =>
  ['Box ID\tTracking Number\tWeight(kg)']
    .concat(weights.map((weight, i) => `${makeBoxId(fbaId, i + 1)}\t${makeUps(i)}\t${weight}`))
    .join('\n')

describe('notices', () => {
  test('more boxes than Amazon takes in one shipment are said', () => {
    const target = makeTarget([makeShipment({ boxes: 501 })])
    expect(planText(target, makeNumbers(501).join('\n')).mismatches).toEqual([
      { kind: 'too-many-boxes', level: 'warn', fbaId, boxes: 501, limit: 500 },
    ])
  })

  test("the limit goes by Amazon's mode, whoever carries the boxes", () => {
    const saysOf = (amazonMode: 'SPD' | 'LTL' | 'FTL' | null, boxes: number) =>
      planText(makeTarget([makeShipment({ boxes, carrier: fleetOnAll, amazonMode })]), '8100200008')
        .mismatches
    const over = { kind: 'too-many-boxes', level: 'warn', fbaId }
    expect(saysOf('SPD', 501)).toEqual([{ ...over, boxes: 501, limit: 500 }])
    for (const mode of ['LTL', 'FTL', null] as const) {
      expect(saysOf(mode, 5_000)).toEqual([])
      expect(saysOf(mode, 5_001)).toEqual([{ ...over, boxes: 5_001, limit: 5_000 }])
    }
  })

  test('three boxes with other weights than the list says are a sign of a shifted list, two are not', () => {
    const target = makeTarget([makeShipment({ boxes: 4, weightKg: 10 })])
    expect(planText(target, listWeights([10.9, 9.1, 12, 12])).mismatches).toEqual([])
    const result = planText(target, listWeights([10.9, 12, 12, 8]))
    expect(result.mismatches).toEqual([
      { kind: 'weight-differs', level: 'warn', boxRowIds: [1002, 1003, 1004] },
    ])
    expect(result.pairs).toHaveLength(4)
  })

  test('mismatches of the whole list come first, then those of the lines in turn', () => {
    const numbers = makeNumbers(21)
    const text = numbers.with(4, makeFedex(1)).with(2, makeUps(1)).join('\n')
    const target = makeTarget([makeShipment()], { [makeUps(1)]: { boxRowId: 2001, fbaId: otherFbaId } })
    expect(listKinds(planText(target, text))).toEqual(['more-numbers', 'used-elsewhere', 'other-courier'])
  })
})

describe('settled by hand', () => {
  const numbers = makeNumbers(3)
  const lines = parsePairingText(numbers.join('\n'))

  test('each box gets the number set beside it, and a gap leaves its box', () => {
    const target = makeTarget([makeShipment({ boxes: 3 })])
    const order = [
      { boxRowId: 1001, numberIndex: 1 },
      { boxRowId: 1002, numberIndex: null },
      { boxRowId: 1003, numberIndex: 0 },
    ]
    const result = planSettledPairing(target, lines, order, keep)
    expect(result).toMatchObject({ rule: 'by-hand', canWrite: true, boxesLeft: 1, mismatches: [] })
    expect(listPairs(result)).toEqual([
      [1001, numbers[1]],
      [1003, numbers[0]],
    ])
  })

  test('a number set beside two boxes goes to neither', () => {
    const target = makeTarget([makeShipment({ boxes: 3 })])
    const order = [1001, 1002].map((boxRowId) => ({ boxRowId, numberIndex: 0 }))
    const result = planSettledPairing(target, lines, [...order, { boxRowId: 1003, numberIndex: 2 }], keep)
    expect(listPairs(result)).toEqual([[1003, numbers[2]]])
  })

  test('a number on file elsewhere stays there', () => {
    const target = makeTarget([makeShipment({ boxes: 3 })], {
      [numbers[0]!]: { boxRowId: 2001, fbaId: otherFbaId },
    })
    const result = planSettledPairing(target, lines, [{ boxRowId: 1001, numberIndex: 0 }], overwrite)
    expect(result).toMatchObject({ pairs: [], canWrite: false })
  })

  test('a damaged number stays out, whoever set it', () => {
    const damaged = parsePairingText('4.00015E+11')
    const target = makeTarget([makeShipment({ boxes: 1 })])
    const result = planSettledPairing(target, damaged, [{ boxRowId: 1001, numberIndex: 0 }], keep)
    expect(result.pairs).toEqual([])
    expect(listKinds(result)).toEqual(['damaged-number'])
  })

  test('another courier’s number is kept with a warning', () => {
    const target = makeTarget([makeShipment({ boxes: 1 })])
    const other = parsePairingText(makeFedex(1))
    const result = planSettledPairing(target, other, [{ boxRowId: 1001, numberIndex: 0 }], keep)
    expect(listPairs(result)).toEqual([[1001, makeFedex(1)]])
    expect(result.mismatches).toEqual([
      { kind: 'other-courier', level: 'warn', index: 0, shipmentId: 1, courier: 'fedex' },
    ])
  })

  test('a box that has left the target is listed', () => {
    const target = makeTarget([makeShipment({ boxes: 1 })])
    const result = planSettledPairing(target, lines, [{ boxRowId: 77, numberIndex: 0 }], keep)
    expect(result.mismatches).toEqual([{ kind: 'unknown-box-id', level: 'block', index: 0, boxId: '77' }])
  })

  test('a line that the list does not have is a bug', () => {
    const target = makeTarget([makeShipment({ boxes: 1 })])
    expect(() => planSettledPairing(target, lines, [{ boxRowId: 1001, numberIndex: 3 }], keep)).toThrow(
      RangeError,
    )
  })
})

describe('as a patch', () => {
  test('changes the number, and for a shared one the mark that it is shared', () => {
    const own = makeTarget([makeShipment({ boxes: 1 })])
    expect(patchPairing(planText(own, makeUps(1)), boxesById(own))).toEqual([
      { entity: 'box', id: 1001, field: 'trackingId', before: null, after: makeUps(1) },
    ])
    const shared = makeTarget([makeShipment({ boxes: 1, carrier: fleetOnAll })])
    expect(patchPairing(planText(shared, '8100200008'), boxesById(shared))).toEqual([
      { entity: 'box', id: 1001, field: 'trackingId', before: null, after: '8100200008' },
      { entity: 'box', id: 1001, field: 'isTrackingShared', before: 0, after: 1 },
    ])
  })

  test.each([
    ['labels', (numbers: string[]) => numbers.map((number, i) => `${makeBoxId(fbaId, i + 1)} ${number}`)],
    ['order', (numbers: string[]) => numbers],
    ['sequence', (numbers: string[]) => numbers.map((number, i) => `${fbaId} ${i + 1}/20 ${number}`)],
  ])('writing a list by %s again changes nothing', (_, format) => {
    const target = makeTarget([makeShipment()])
    const text = format(makeNumbers(20)).join('\n')
    const written = writePlan(target, planText(target, text))
    const again = planText(written, text)
    expect(patchPairing(again, boxesById(written))).toEqual([])
    expect(again).toMatchObject({ canWrite: false, boxesLeft: 0, mismatches: [] })
    expect(again.pairs).toHaveLength(20)
  })
})
