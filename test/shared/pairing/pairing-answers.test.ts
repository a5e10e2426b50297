import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answerTarget,
  listOverrides,
  parsePairingText,
  patchPairing,
  planPairing,
  planSettledPairing,
  retypeLines,
  type PairingAnswers,
  type PairingTarget,
  type TargetAnswers,
} from '../../../shared/domain/pairing/pairing.ts'
import {
  boxesById,
  changeLastDigit,
  fbaId,
  fedex,
  fleetByShipment,
  listPairs,
  makeBoxId,
  makeNumbers,
  makeShipment,
  makeTarget,
  makeUps,
  otherFbaId,
  ups,
} from './pairing-case.ts'

const answer = (over: Partial<PairingAnswers>) => ({
  overwrites: false,
  answers: { kept: new Map<string, string>(), moved: new Set<string>(), ...over },
})
const nothingSaid: TargetAnswers = { carriers: new Map(), sharedBecause: null }

describe('a number whose check digit is wrong', () => {
  const numbers = makeNumbers(4)
  const wrong = changeLastDigit(numbers[2]!)
  const text = numbers.with(2, wrong).join('\n')
  const target = makeTarget([makeShipment({ boxes: 4 })])
  const lines = parsePairingText(text)

  test('stays with a reason, which goes on file for this number and shipment', () => {
    const options = answer({ kept: new Map([[wrong, 'the label says so']]) })
    const plan = planPairing(target, lines, options)
    expect(listPairs(plan)).toEqual(numbers.with(2, wrong).map((number, i) => [1001 + i, number]))
    expect(plan.mismatches).toEqual([
      { kind: 'check-digit', level: 'warn', index: 2, shipmentId: 1, courier: 'ups' },
    ])
    expect(listOverrides(plan, target, lines, options.answers, nothingSaid)).toEqual([
      { shipmentId: 1, rule: 'tracking-check-digit', value: wrong, reason: 'the label says so' },
    ])
  })

  test.each(['', '  '])('does not stay without a reason (%o)', (reason) => {
    expect(planPairing(target, lines, answer({ kept: new Map([[wrong, reason]]) })).pairs).toEqual([])
  })

  test('stays where a reason is on file already, and none is added', () => {
    const excused: PairingTarget = {
      ...target,
      isExcused: (id, rule, number) => `${id} ${rule} ${number}` === `1 tracking-check-digit ${wrong}`,
    }
    const plan = planPairing(excused, lines, answer({}))
    expect(plan.pairs).toHaveLength(4)
    expect(listOverrides(plan, excused, lines, answer({}).answers, nothingSaid)).toEqual([])
  })

  test('set by hand is still left out, and only it', () => {
    const order = [1001, 1002, 1003, 1004].map((boxRowId, numberIndex) => ({ boxRowId, numberIndex }))
    const plan = planSettledPairing(target, lines, order, answer({}))
    expect(plan.pairs.map((pair) => pair.boxRowId)).toEqual([1001, 1002, 1004])
  })

  test('may be typed anew, as a person types', () => {
    const right = numbers[2]!
    const typed = `${right.slice(0, 2)} ${right.slice(2).toLowerCase()}`
    const plan = planPairing(target, retypeLines(lines, [{ index: 2, text: typed }]), answer({}))
    expect(plan.mismatches).toEqual([])
    expect(listPairs(plan)[2]).toEqual([1003, right])
  })
})

describe('a number of another carrier’s pattern', () => {
  const numbers = makeNumbers(3)
  const stranger = '400014700213'
  const lines = parsePairingText(numbers.with(1, stranger).join('\n'))
  const target = makeTarget([makeShipment({ boxes: 3 })])

  test('stays if somebody says so', () => {
    const plan = planPairing(target, lines, answer({ kept: new Map([[stranger, '']]) }))
    expect(listPairs(plan)).toEqual(numbers.with(1, stranger).map((number, i) => [1001 + i, number]))
  })

  test('and all others fit once the shipment’s carrier is changed', () => {
    const list = parsePairingText('400014700213\n400014701005\n400014702310')
    const carriers = new Map([[1, { ...fedex, courier: null }]])
    const changed = answerTarget(target, { carriers, sharedBecause: null })
    expect(planPairing(target, list, answer({})).pairs).toEqual([])
    expect(planPairing(changed, list, answer({})).pairs).toHaveLength(3)
  })
})

describe('a number on another shipment', () => {
  const [a, b, used] = [makeUps(1), makeUps(2), makeUps(3)]
  const lines = parsePairingText(
    [a, used].map((number, i) => `${makeBoxId(fbaId, i + 1)}\t${number}`).join('\n'),
  )
  const shipment = makeShipment({ boxes: 2 })
  const other = makeShipment({ id: 2, fbaId: otherFbaId, boxes: 1, numbers: { 1: used } })
  const target = { ...makeTarget([shipment, other]), shipments: [shipment] }

  test('moves if somebody says so: its box there is left without', () => {
    const plan = planPairing(target, lines, answer({ moved: new Set([used]) }))
    expect(plan.moves).toEqual([{ boxRowId: 2001, fbaId: otherFbaId, trackingId: used }])
    expect(plan.mismatches).toEqual([
      {
        kind: 'used-elsewhere',
        level: 'warn',
        index: 1,
        trackingId: used,
        fbaId: otherFbaId,
        boxRowId: 2001,
      },
    ])
    const cells = patchPairing(plan, boxesById(makeTarget([shipment, other])))
    expect(cells.map(({ id, field, before, after }) => [id, field, before, after])).toEqual([
      [2001, 'trackingId', used, null],
      [1001, 'trackingId', null, a],
      [1002, 'trackingId', null, used],
    ])
  })

  test('does not move when the box it was for gets another number', () => {
    const twice = parsePairingText([used, b].map((number) => `${makeBoxId(fbaId, 1)}\t${number}`).join('\n'))
    const plan = planPairing(target, twice, answer({ moved: new Set([used]) }))
    expect([plan.pairs, plan.moves]).toEqual([[], []])
  })

  test('that stands on several boxes there stays', () => {
    const owner = { boxRowId: 2001, fbaId: otherFbaId, isShared: true }
    const shared = makeTarget([shipment], { [used]: owner })
    const plan = planPairing(shared, lines, answer({ moved: new Set([used]) }))
    expect(plan.moves).toEqual([])
    expect(plan.pairs.map((pair) => pair.boxRowId)).toEqual([1001])
  })
})

describe('a line that is dropped', () => {
  const [a, b] = [makeUps(1), makeUps(2)]
  const target = makeTarget([makeShipment({ boxes: 3 })])
  const list = (...numbers: string[]) =>
    parsePairingText(numbers.map((number, i) => `${makeBoxId(fbaId, i + 1)}\t${number}`).join('\n'))

  test('leaves its number to the other box that had it too, and its own box stays without', () => {
    const lines = list(a, b, b)
    expect(listPairs(planPairing(target, lines, answer({})))).toEqual([[1001, a]])
    const plan = planPairing(target, lines, answer({ dropped: new Set([2]) }))
    expect(listPairs(plan)).toEqual([
      [1001, a],
      [1002, b],
    ])
    expect(plan).toMatchObject({ boxesLeft: 1, mismatches: [{ kind: 'fewer-numbers', level: 'warn' }] })
  })

  test('never makes a list with labels one that is paired by its order', () => {
    const lines = parsePairingText(`${makeBoxId(fbaId, 2)}\t${a}\n${b}`)
    const one = makeTarget([makeShipment({ boxes: 1 })])
    const plan = planPairing(one, lines, answer({ dropped: new Set([0]) }))
    expect([plan.rule, plan.pairs]).toEqual(['by-box-id', []])
  })

  test('gives nothing to the box that it was set on by hand', () => {
    const order = [1001, 1002].map((boxRowId, numberIndex) => ({ boxRowId, numberIndex }))
    const plan = planSettledPairing(target, list(a, b), order, answer({ dropped: new Set([0]) }))
    expect(listPairs(plan)).toEqual([[1002, b]])
  })

  test('is as if it had not been in the list, whichever lines of labelled ones are dropped', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.boolean()), { maxLength: 8 }), (rows) => {
        const lines = parsePairingText(
          rows.map(([box, number]) => `${makeBoxId(fbaId, box + 1)}\t${makeUps(number)}`).join('\n'),
        )
        const dropped = new Set(lines.map(({ index }) => index).filter((index) => rows[index]?.[2]))
        const left = lines.filter(({ index }) => !dropped.has(index))
        fc.pre(left.length > 0)
        expect(planPairing(target, lines, answer({ dropped }))).toEqual(planPairing(target, left, answer({})))
      }),
    )
  })
})

describe('one number for all boxes of a carrier with a number per box', () => {
  const said: TargetAnswers = { carriers: new Map(), sharedBecause: 'pallet number of the fleet' }
  const truck = { ...fleetByShipment, strategy: 'per_box' as const }

  test('stands on all boxes of a truck’s shipment with a reason, which goes on file', () => {
    const target = makeTarget([makeShipment({ boxes: 3, carrier: truck })])
    const lines = parsePairingText('TB810020000\nTB810020000\nTB810020000')
    const before = planPairing(target, lines, answer({}))
    expect(before.pairs).toEqual([])
    expect(before.mismatches).toContainEqual(
      expect.objectContaining({ kind: 'master-number', canShare: true }),
    )
    const changed = answerTarget(target, said)
    const plan = planPairing(changed, lines, answer({}))
    expect(plan.pairs.map((pair) => [pair.boxRowId, pair.trackingId, pair.isShared])).toEqual([
      [1001, 'TB810020000', true],
      [1002, 'TB810020000', true],
      [1003, 'TB810020000', true],
    ])
    expect(listOverrides(plan, changed, lines, answer({}).answers, said)).toEqual([
      { shipmentId: 1, rule: 'tracking-shared', value: 'TB810020000', reason: 'pallet number of the fleet' },
    ])
  })

  test('is never spread for a parcel carrier, whatever was said', () => {
    const target = makeTarget([makeShipment({ boxes: 3, carrier: ups })])
    const lines = parsePairingText(makeUps(7))
    expect(planPairing(answerTarget(target, said), lines, answer({})).pairs).toEqual([])
  })
})
