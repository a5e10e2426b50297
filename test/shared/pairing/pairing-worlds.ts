import * as fc from 'fast-check'
import type { Box } from '../../../shared/domain/box.ts'
import type { PairingAnswers, PairingOptions, PairingPlan } from '../../../shared/domain/pairing/pairing.ts'
import type { PairingShipment, PairingTarget } from '../../../shared/domain/pairing/pairing-target.ts'
import {
  changeLastDigit,
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
export const numbers = [1, 2, 3, 4, 5, 6]
  .map((serial) => makeUps(serial * 40))
  .concat([makeFedex(3), makeFedex(9), changeLastDigit(makeUps(7))])

export interface World {
  all: PairingShipment[]
  target: PairingTarget
}

/** Some shipments, each number on at most one box or on boxes of one sharing shipment; the target is some of them. */
export const worlds: fc.Arbitrary<World> = fc
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

export const listLines = fc.array(
  fc.record({
    number: fc.constantFrom(...numbers, '4.00015E+11', ''),
    shipment: fc.integer({ min: 0, max: 2 }),
    position: fc.integer({ min: 1, max: 6 }),
    label: fc.constantFrom('box', 'sequence', 'shipment', 'none'),
  }),
  { maxLength: 8 },
)

const isUniform = fc.boolean()

export const texts = fc
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

const oldFbaId = 'FBA16TB0A0B0'
/** Some of them are labels that boxes have now. */
const anyLabel = fc
  .tuple(fc.constantFrom(oldFbaId, oldFbaId, ...fbaIds), fc.integer({ min: 1, max: 4 }))
  .map(([ofFbaId, u]) => makeBoxId(ofFbaId, u))

/** Labels, and by a draw which box had them before. */
export const formerLabels = fc.array(fc.tuple(anyLabel, fc.nat({ max: 20 })), { maxLength: 8 })

export function placeFormerLabels(
  world: World,
  drawn: readonly (readonly [string, number])[],
): Record<string, number[]> {
  const boxes = boxesOf(world)
  const owners = new Map<string, Set<number>>()
  for (const [label, place] of boxes.length > 0 ? drawn : [])
    owners.set(label, (owners.get(label) ?? new Set()).add(boxes[place % boxes.length]!.id))
  return Object.fromEntries([...owners].map(([label, ids]) => [label, [...ids]]))
}

export const labelTexts = fc
  .array(fc.tuple(anyLabel, fc.constantFrom(...numbers)), { maxLength: 6 })
  .map((lines) => lines.map(([label, number]) => `${label}\t${number}`).join('\n'))

export function writeWorld(world: World, plan: PairingPlan): World {
  const pairs = new Map(plan.pairs.map((pair) => [pair.boxRowId, pair]))
  const givers = new Set(plan.moves.map((move) => move.boxRowId))
  const all = world.all.map((shipment) => ({
    ...shipment,
    boxes: shipment.boxes.map((box) => {
      const pair = pairs.get(box.id)
      if (givers.has(box.id)) return { ...box, trackingId: null, isTrackingShared: false }
      return pair ? { ...box, trackingId: pair.trackingId, isTrackingShared: pair.isShared } : box
    }),
  }))
  const ids = new Set(world.target.shipments.map((shipment) => shipment.id))
  const { getOwner } = makeTarget(all)
  return { all, target: { shipments: all.filter((shipment) => ids.has(shipment.id)), getOwner } }
}

export const boxesOf = (world: World): Box[] => world.all.flatMap((shipment) => shipment.boxes)

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

const nothingSaid: PairingAnswers = { kept: new Map(), moved: new Set() }

/** What a person may have said: some numbers stay, some move. */
export const pairingOptions: fc.Arbitrary<PairingOptions> = fc
  .tuple(fc.boolean(), fc.subarray(numbers), fc.subarray(numbers))
  .map(([overwrites, kept, moved]) => ({
    overwrites,
    answers: { kept: new Map(kept.map((number) => [number, 'as printed'])), moved: new Set(moved) },
  }))

/** What breaks the proof: a box or a number twice, a box outside the target, a number replaced unasked. */
export function findFaults(
  world: World,
  plan: PairingPlan,
  { overwrites, answers = nothingSaid }: PairingOptions,
): Record<string, unknown[]> {
  const boxes = new Map(boxesOf(world).map((box) => [box.id, box]))
  const inTarget = new Set(world.target.shipments.flatMap((shipment) => shipment.boxes.map((box) => box.id)))
  const own = plan.pairs.filter((pair) => !pair.isShared)
  return {
    boxesTwice: findRepeats(plan.pairs.map((pair) => pair.boxRowId)),
    numbersTwice: findRepeats(own.map((pair) => pair.trackingId)),
    outside: plan.pairs.filter((pair) => !inTarget.has(pair.boxRowId)),
    misread: plan.pairs.filter((pair) => boxes.get(pair.boxRowId)?.trackingId !== pair.before),
    takenTwice: plan.moves.filter(({ boxRowId }) => plan.pairs.some((pair) => pair.boxRowId === boxRowId)),
    takenUnasked: plan.moves.filter(({ trackingId }) => !answers.moved.has(trackingId)),
    replaced: plan.pairs.filter(
      (pair) => !overwrites && pair.before !== null && pair.before !== pair.trackingId,
    ),
    repeatedOnFile: findRepeatedNumbers(writeWorld(world, plan)),
  }
}

export const noFaults = {
  boxesTwice: [],
  numbersTwice: [],
  outside: [],
  misread: [],
  takenTwice: [],
  takenUnasked: [],
  replaced: [],
  repeatedOnFile: [],
}
