import { describe, expect, test } from 'vitest'
import { patchPairing } from '../../../shared/domain/pairing/pairing.ts'
import {
  boxesById,
  fbaId,
  fedex,
  fleetByShipment,
  fleetOnAll,
  listKinds,
  listPairs,
  makeFedex,
  makeNumbers,
  makeShipment,
  makeTarget,
  makeUps,
  otherFbaId,
  overwrite,
  planText,
} from './pairing-case.ts'

describe('by order', () => {
  test('as many sound numbers as blank boxes of one shipment go in order', () => {
    const numbers = makeNumbers(20)
    const result = planText(makeTarget([makeShipment()]), numbers.join('\n'))
    expect(result).toMatchObject({ rule: 'by-order', mismatches: [], boxesLeft: 0, canWrite: true })
    expect(listPairs(result)).toEqual(numbers.map((number, i) => [1001 + i, number]))
  })

  test('boxes that have a number already are passed over', () => {
    const target = makeTarget([makeShipment({ boxes: 4, numbers: { 1: makeUps(1), 3: makeUps(3) } })])
    const result = planText(target, `${makeUps(20)}\n${makeUps(90)}`)
    expect(listPairs(result)).toEqual([
      [1002, makeUps(20)],
      [1004, makeUps(90)],
    ])
  })

  test('the whole list again, some of it on file, fills the rest', () => {
    const numbers = makeNumbers(4)
    const target = makeTarget([makeShipment({ boxes: 4, numbers: { 1: numbers[0]!, 2: numbers[1]! } })])
    const result = planText(target, numbers.join('\n'))
    expect(result).toMatchObject({ rule: 'by-order', canWrite: true, mismatches: [], boxesLeft: 0 })
    expect(patchPairing(result, boxesById(target)).map((cell) => cell.id)).toEqual([1003, 1004])
  })

  test('never for several shipments', () => {
    const target = makeTarget([
      makeShipment({ boxes: 2 }),
      makeShipment({ id: 2, fbaId: otherFbaId, boxes: 2 }),
    ])
    const result = planText(target, makeNumbers(4).join('\n'))
    expect(result).toMatchObject({ rule: null, pairs: [], canWrite: false })
    expect(result.mismatches).toEqual([{ kind: 'unlabelled', level: 'block', indexes: [0, 1, 2, 3] }])
  })

  test('not when a line names another shipment', () => {
    const target = makeTarget([makeShipment({ boxes: 2 })])
    const result = planText(target, `${otherFbaId}:\n${makeUps(1)}\n${makeUps(2)}`)
    expect(result.rule).toBeNull()
    expect(listKinds(result)).toEqual(['unknown-shipment', 'unknown-shipment'])
  })

  test('a shipment without boxes takes nothing', () => {
    const result = planText(makeTarget([makeShipment({ boxes: 0 })]), makeUps(1))
    expect(result.mismatches).toEqual([{ kind: 'no-boxes', level: 'block', fbaId }])
  })

  test('a number missing or too many pairs nothing', () => {
    const target = makeTarget([makeShipment()])
    const fewer = planText(target, makeNumbers(19).join('\n'))
    expect(fewer).toMatchObject({ rule: null, pairs: [], canWrite: false, boxesLeft: 20 })
    expect(fewer.mismatches).toEqual([{ kind: 'fewer-numbers', level: 'block', missing: 1 }])
    const more = planText(target, makeNumbers(21).join('\n'))
    expect(more.mismatches).toEqual([
      { kind: 'more-numbers', level: 'block', extra: 1, duplicateIndexes: [] },
    ])
  })

  test('of too many the repeated number is the first to drop', () => {
    const numbers = makeNumbers(20)
    const result = planText(makeTarget([makeShipment()]), numbers.toSpliced(5, 0, numbers[2]!).join('\n'))
    expect(result.mismatches).toContainEqual({
      kind: 'more-numbers',
      level: 'block',
      extra: 1,
      duplicateIndexes: [5],
    })
    expect(listKinds(result)).toContain('number-twice')
  })

  test('a number that falls in twice pairs nothing, though the count is right', () => {
    const numbers = makeNumbers(20)
    const result = planText(makeTarget([makeShipment()]), numbers.toSpliced(7, 1, numbers[3]!).join('\n'))
    expect(result).toMatchObject({ rule: null, pairs: [] })
    expect(listKinds(result)).toEqual(['number-twice'])
  })

  test('one lone or repeated number is a master number and is never spread over parcels', () => {
    const target = makeTarget([makeShipment()])
    const lone = planText(target, makeUps(1))
    expect(lone.pairs).toEqual([])
    expect(lone.mismatches).toContainEqual({
      kind: 'master-number',
      level: 'block',
      trackingId: makeUps(1),
      fbaId,
      canShare: false,
    })
    const repeated = planText(target, Array.from({ length: 20 }, () => makeUps(1)).join('\n'))
    expect(repeated.pairs).toEqual([])
    expect(listKinds(repeated)).toEqual(expect.arrayContaining(['master-number', 'number-twice']))
  })

  test('a failing check digit pairs nothing', () => {
    const numbers = makeNumbers(3)
    const wrong = `${numbers[1]!.slice(0, -1)}${(Number(numbers[1]!.at(-1)) + 5) % 10}`
    const result = planText(
      makeTarget([makeShipment({ boxes: 3 })]),
      [numbers[0], wrong, numbers[2]].join('\n'),
    )
    expect(result).toMatchObject({ rule: null, pairs: [] })
    expect(result.mismatches).toEqual([
      { kind: 'check-digit', level: 'block', index: 1, shipmentId: 1, courier: 'ups' },
    ])
  })

  test('a number of another courier pairs nothing and says whose it looks like', () => {
    const numbers = makeNumbers(3).with(2, makeFedex(5))
    const result = planText(makeTarget([makeShipment({ boxes: 3 })]), numbers.join('\n'))
    expect(result.mismatches).toEqual([
      { kind: 'other-courier', level: 'block', index: 2, shipmentId: 1, courier: 'fedex' },
    ])
  })

  test('a number that no courier on file has pairs nothing either', () => {
    const numbers = makeNumbers(3).with(1, 'UNI12345QX99')
    const result = planText(makeTarget([makeShipment({ boxes: 3 })]), numbers.join('\n'))
    expect(result).toMatchObject({ rule: null, pairs: [] })
    expect(result.mismatches).toEqual([
      { kind: 'other-courier', level: 'block', index: 1, shipmentId: 1, courier: null },
    ])
  })

  test('a list that replaces or finds no blank box is counted against all boxes', () => {
    const some = makeTarget([makeShipment({ boxes: 4, numbers: { 1: makeUps(1), 3: makeUps(3) } })])
    const three = [makeUps(100), makeUps(200), makeUps(300)].join('\n')
    expect(planText(some, three, overwrite).mismatches).toEqual([
      { kind: 'fewer-numbers', level: 'block', missing: 1 },
    ])
    const full = makeTarget([makeShipment({ boxes: 2, numbers: { 1: makeUps(1), 2: makeUps(2) } })])
    expect(planText(full, three).mismatches).toMatchObject([{ kind: 'more-numbers', extra: 1 }])
    expect(listPairs(planText(full, `${makeUps(100)}\n${makeUps(200)}`, overwrite))).toEqual([
      [1001, makeUps(100)],
      [1002, makeUps(200)],
    ])
  })

  test('without a carrier the list must still have one pattern', () => {
    const target = makeTarget([makeShipment({ boxes: 3, carrier: null })])
    expect(planText(target, makeNumbers(3).join('\n')).rule).toBe('by-order')
    expect(planText(target, [...makeNumbers(2), makeFedex(5)].join('\n')).mismatches).toEqual([
      { kind: 'other-courier', level: 'block', index: 2, shipmentId: 1, courier: 'fedex' },
    ])
  })

  test('numbers of an own fleet that now and then pass as a courier’s are not taken for them', () => {
    // 8100200032 passes DHL Express: 810020003 modulo 7 is 2.
    const target = makeTarget([makeShipment({ boxes: 5, carrier: null })])
    const own = ['8100200008', '8100200016', '8100200024', '8100200032', '8100200040']
    expect(planText(target, own.join('\n'))).toMatchObject({ rule: 'by-order', mismatches: [] })
  })

  test('a few numbers that only happen to fall are not called reversed', () => {
    const target = makeTarget([makeShipment({ boxes: 3 })])
    expect(planText(target, [makeUps(9000), makeUps(5000), makeUps(70)].join('\n')).rule).toBe('by-order')
  })

  test('numbers that fall by steps look reversed and pair nothing', () => {
    const target = makeTarget([makeShipment({ boxes: 5, carrier: fedex })])
    const rising = [11, 12, 13, 14, 15].map(makeFedex)
    expect(planText(target, rising.join('\n')).rule).toBe('by-order')
    expect(planText(target, rising.toReversed().join('\n')).mismatches).toEqual([
      { kind: 'order-reversed', level: 'block' },
    ])
  })
})

describe('the same number on all boxes', () => {
  test.each([fleetByShipment, fleetOnAll])('goes to every box where the strategy is $strategy', (carrier) => {
    const target = makeTarget([makeShipment({ boxes: 3, carrier })])
    const result = planText(target, '8100200008')
    expect(result).toMatchObject({ rule: 'same-on-all', canWrite: true, boxesLeft: 0, mismatches: [] })
    expect(result.pairs).toEqual(
      [1001, 1002, 1003].map((boxRowId) => ({
        boxRowId,
        trackingId: '8100200008',
        before: null,
        isShared: true,
      })),
    )
  })

  test('may be repeated in the list, once a box', () => {
    const target = makeTarget([makeShipment({ boxes: 3, carrier: fleetOnAll })])
    expect(planText(target, '8100200008\n8100200008\n8100200008').pairs).toHaveLength(3)
  })

  test('is not written from a list with a damaged line', () => {
    const target = makeTarget([makeShipment({ boxes: 3, carrier: fleetOnAll })])
    const result = planText(target, '8100200008\n8.1002E+9\n8100200008')
    expect(result).toMatchObject({ rule: null, pairs: [] })
    expect(listKinds(result)).toEqual(['damaged-number'])
  })

  test('holds for several shipments that the list names', () => {
    const target = makeTarget([
      makeShipment({ boxes: 2, carrier: fleetByShipment }),
      makeShipment({ id: 2, fbaId: otherFbaId, boxes: 1, carrier: fleetByShipment }),
    ])
    const result = planText(target, `${fbaId}\t8100200008\n${otherFbaId}\t8100200016`)
    expect(listPairs(result)).toEqual([
      [1001, '8100200008'],
      [1002, '8100200008'],
      [2001, '8100200016'],
    ])
  })

  test('never goes to two shipments', () => {
    const target = makeTarget([
      makeShipment({ boxes: 2, carrier: fleetOnAll }),
      makeShipment({ id: 2, fbaId: otherFbaId, boxes: 1, carrier: fleetOnAll }),
    ])
    const result = planText(target, `${fbaId}\t8100200008\n${otherFbaId}\t8100200008`)
    expect(result).toMatchObject({ rule: null, pairs: [] })
    expect(listKinds(result)).toEqual(['number-twice'])
  })

  test('is not the rule for two different numbers', () => {
    const target = makeTarget([makeShipment({ boxes: 2, carrier: fleetOnAll })])
    const result = planText(target, '8100200008\n8100200016')
    expect(result).toMatchObject({ rule: null, pairs: [] })
    expect(listKinds(result)).toEqual(['more-numbers'])
  })

  test('is written to no box when one keeps another number', () => {
    const target = makeTarget([makeShipment({ boxes: 3, carrier: fleetOnAll, numbers: { 2: '8100200016' } })])
    expect(planText(target, '8100200008')).toMatchObject({ rule: null, pairs: [] })
    expect(planText(target, '8100200008', overwrite).pairs).toHaveLength(3)
  })

  test('may stand on its own boxes already, not on those of another shipment', () => {
    const shipment = makeShipment({ boxes: 3, carrier: fleetOnAll, numbers: { 2: '8100200008' } })
    expect(planText(makeTarget([shipment]), '8100200008').canWrite).toBe(true)
    const taken = makeTarget([shipment], { '8100200016': { boxRowId: 2001, fbaId: otherFbaId } })
    expect(listKinds(planText(taken, '8100200016', overwrite))).toContain('used-elsewhere')
    expect(planText(taken, '8100200016', overwrite).pairs).toEqual([])
  })
})
