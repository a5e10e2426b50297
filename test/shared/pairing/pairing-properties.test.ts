import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Box } from '../../../shared/domain/box.ts'
import {
  parsePairingText,
  patchPairing,
  planPairing,
  planSettledPairing,
  type PairingPlan,
} from '../../../shared/domain/pairing/pairing.ts'
import type { PairingShipment, PairingTarget } from '../../../shared/domain/pairing/pairing-target.ts'
import {
  fedex,
  fleetOnAll,
  makeBoxId,
  makeFedex,
  makeShipment,
  makeTarget,
  makeUps,
  ups,
} from './pairing-case.ts'

const fbaIds = ['FBA19TB4K7Q2', 'FBA15TB8M3X9', 'FBA17TB2C5D1'] as const
/** Few, so that lists and boxes collide. */
const numbers = [1, 2, 3, 4, 5, 6].map((serial) => makeUps(serial * 40)).concat([makeFedex(3), makeFedex(9)])

interface World {
  all: PairingShipment[]
  target: PairingTarget
}

/** Some shipments, each number on at most one box or on boxes of one sharing shipment; the target is some of them. */
const worlds: fc.Arbitrary<World> = fc
  .record({
    shipments: fc.array(
      fc.record({
        boxes: fc.integer({ min: 0, max: 5 }),
        carrier: fc.constantFrom(ups, ups, fedex, fleetOnAll, null),
        taken: fc.array(fc.integer({ min: 0, max: numbers.length - 1 }), { maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    inTarget: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  })
  .map(({ shipments, inTarget }) => {
    const used = new Set<string>()
    const all = shipments.map(({ boxes, carrier, taken }, i) => {
      const onBoxes: Record<number, string> = {}
      for (const [position, choice] of taken.slice(0, boxes).entries()) {
        const number = numbers[choice]!
        if (!used.has(number)) onBoxes[position + 1] = number
        used.add(number)
      }
      return makeShipment({
        id: i + 1,
        fbaId: fbaIds[i]!,
        carrier,
        boxes,
        numbers: onBoxes,
        firstU: 1 + i * 10,
      })
    })
    const chosen = all.filter((_, i) => inTarget[i])
    const { getOwner } = makeTarget(all)
    return { all, target: { shipments: chosen.length > 0 ? chosen : all, getOwner } }
  })

const listLines = fc.array(
  fc.record({
    number: fc.constantFrom(...numbers, '4.00015E+11', ''),
    shipment: fc.integer({ min: 0, max: 2 }),
    position: fc.integer({ min: 1, max: 6 }),
    label: fc.constantFrom('box', 'sequence', 'shipment', 'none'),
  }),
  { maxLength: 8 },
)

const isUniform = fc.boolean()

const texts = fc
  .tuple(listLines, isUniform, fc.constantFrom('box', 'sequence', 'none'))
  .map(([lines, uniform, one]) =>
    lines
      .map(({ number, shipment, position, label }) => {
        const ofFbaId = fbaIds[shipment]!
        switch (uniform ? one : label) {
          case 'box':
            return `${makeBoxId(ofFbaId, position + shipment * 10)}\t${number}`
          case 'sequence':
            return `${ofFbaId} ${position}/5\t${number}`
          case 'shipment':
            return `${ofFbaId}\t${number}`
          default:
            return number
        }
      })
      .join('\n'),
  )

function writeWorld(world: World, plan: PairingPlan): World {
  const pairs = new Map(plan.pairs.map((pair) => [pair.boxRowId, pair]))
  const all = world.all.map((shipment) => ({
    ...shipment,
    boxes: shipment.boxes.map((box) => {
      const pair = pairs.get(box.id)
      return pair ? { ...box, trackingId: pair.trackingId, isTrackingShared: pair.isShared } : box
    }),
  }))
  const ids = new Set(world.target.shipments.map((shipment) => shipment.id))
  const { getOwner } = makeTarget(all)
  return { all, target: { shipments: all.filter((shipment) => ids.has(shipment.id)), getOwner } }
}

const boxesOf = (world: World): Box[] => world.all.flatMap((shipment) => shipment.boxes)

/** Numbers that stand on several boxes, unless all are of one shipment whose carrier shares it. */
function findRepeatedNumbers(world: World): string[] {
  const places = world.all.flatMap((shipment) =>
    shipment.boxes.flatMap((box) => (box.trackingId === null ? [] : [{ shipment, number: box.trackingId }])),
  )
  return [...Map.groupBy(places, (place) => place.number)]
    .filter(([, group]) => {
      const [first, ...others] = group
      const isOneShipment = others.every((place) => place.shipment === first?.shipment)
      return others.length > 0 && !(isOneShipment && first?.shipment.carrier?.strategy === 'same_on_all')
    })
    .map(([number]) => number)
}

const findRepeats = <T>(values: readonly T[]): T[] => values.filter((value, i) => values.indexOf(value) < i)

/** What breaks the proof: a box or a number twice, a box outside the target, a number replaced unasked. */
function findFaults(world: World, plan: PairingPlan, overwrites: boolean): Record<string, unknown[]> {
  const boxes = new Map(boxesOf(world).map((box) => [box.id, box]))
  const inTarget = new Set(world.target.shipments.flatMap((shipment) => shipment.boxes.map((box) => box.id)))
  const own = plan.pairs.filter((pair) => !pair.isShared)
  return {
    boxesTwice: findRepeats(plan.pairs.map((pair) => pair.boxRowId)),
    numbersTwice: findRepeats(own.map((pair) => pair.trackingId)),
    outside: plan.pairs.filter((pair) => !inTarget.has(pair.boxRowId)),
    misread: plan.pairs.filter((pair) => boxes.get(pair.boxRowId)?.trackingId !== pair.before),
    replaced: plan.pairs.filter(
      (pair) => !overwrites && pair.before !== null && pair.before !== pair.trackingId,
    ),
    repeatedOnFile: findRepeatedNumbers(writeWorld(world, plan)),
  }
}

const noFaults = {
  boxesTwice: [],
  numbersTwice: [],
  outside: [],
  misread: [],
  replaced: [],
  repeatedOnFile: [],
}

test('boxes and numbers of a plan are one to one, on file and in the plan, unless shared', () => {
  fc.assert(
    fc.property(worlds, texts, fc.boolean(), (world, text, overwrites) => {
      const plan = planPairing(world.target, parsePairingText(text), { overwrites })
      expect(findFaults(world, plan, overwrites)).toEqual(noFaults)
    }),
    { numRuns: 1500 },
  )
})

test('what a person settles is one to one too', () => {
  const orders = fc.array(fc.record({ box: fc.nat({ max: 30 }), number: fc.option(fc.nat({ max: 30 })) }), {
    maxLength: 10,
  })
  fc.assert(
    fc.property(worlds, texts, orders, fc.boolean(), (world, text, order, overwrites) => {
      const lines = parsePairingText(text)
      const boxes = boxesOf(world)
      fc.pre(lines.length > 0 && boxes.length > 0)
      const settled = order.map(({ box, number }) => ({
        boxRowId: boxes[box % boxes.length]!.id,
        numberIndex: number === null ? null : number % lines.length,
      }))
      const plan = planSettledPairing(world.target, lines, settled, { overwrites })
      expect(findFaults(world, plan, overwrites)).toEqual(noFaults)
    }),
    { numRuns: 500 },
  )
})

test('a pair of a list with box labels is always one of its lines', () => {
  fc.assert(
    fc.property(worlds, texts, fc.boolean(), (world, text, overwrites) => {
      const plan = planPairing(world.target, parsePairingText(text), { overwrites })
      if (plan.rule !== 'by-box-id') return
      const boxes = new Map(boxesOf(world).map((box) => [box.id, box]))
      for (const { boxRowId, trackingId } of plan.pairs)
        expect(text.split('\n')).toContain(`${boxes.get(boxRowId)!.boxId}\t${trackingId}`)
    }),
    { numRuns: 500 },
  )
})

test('by order nothing is written unless the list is as long as the blank boxes or as the shipment', () => {
  fc.assert(
    fc.property(worlds, listLines, fc.boolean(), (world, lines, overwrites) => {
      const text = lines.map((line) => line.number).join('\n')
      const plan = planPairing(world.target, parsePairingText(text), { overwrites })
      if (plan.rule !== 'by-order') return
      expect(world.target.shipments).toHaveLength(1)
      const { boxes } = world.target.shipments[0]!
      const blanks = boxes.filter((box) => box.trackingId === null).length
      const count = lines.filter((line) => line.number !== '').length
      expect([blanks, boxes.length]).toContain(count)
      expect(plan.pairs).toHaveLength(count)
    }),
    { numRuns: 1000 },
  )
})

test('writing a list twice is the same as once', () => {
  fc.assert(
    fc.property(worlds, texts, fc.boolean(), (world, text, overwrites) => {
      const lines = parsePairingText(text)
      const written = writeWorld(world, planPairing(world.target, lines, { overwrites }))
      const again = planPairing(written.target, lines, { overwrites })
      expect(patchPairing(again, new Map(boxesOf(written).map((box) => [box.id, box])))).toEqual([])
      expect(again.canWrite).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('the count of boxes left is what the plan leaves blank', () => {
  fc.assert(
    fc.property(worlds, texts, (world, text) => {
      const plan = planPairing(world.target, parsePairingText(text), { overwrites: false })
      const after = writeWorld(world, plan).target.shipments.flatMap((shipment) => shipment.boxes)
      expect(plan.boxesLeft).toBe(after.filter((box) => box.trackingId === null).length)
    }),
    { numRuns: 300 },
  )
})

const toPlain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

test('a number that is read was text in the list, and any text is read without failing', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(...numbers, '\t', '\n', ',', ' ', '"', '3/20', '-', '单号:', 'FBA19TB4K7Q2U000001'),
    ),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      const numbersRead = parsePairingText(text).flatMap(({ trackingId }) =>
        trackingId.ok ? [toPlain(trackingId.value)] : [],
      )
      expect(numbersRead.filter((number) => !toPlain(text).includes(number))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
