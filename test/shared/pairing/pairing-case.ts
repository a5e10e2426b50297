import type { Box } from '../../../shared/domain/box.ts'
import type { Carrier } from '../../../shared/domain/carrier.ts'
import type {
  NumberOwner,
  PairingShipment,
  PairingTarget,
} from '../../../shared/domain/pairing/pairing-target.ts'
import { parsePairingText, planPairing, type PairingPlan } from '../../../shared/domain/pairing/pairing.ts'

export const fbaId = 'FBA19TB4K7Q2'
export const otherFbaId = 'FBA15TB8M3X9'

const makeCarrier = (over: Partial<Carrier>): Carrier => ({
  id: 1,
  name: 'UPS',
  kind: 'parcel',
  scac: 'UPSN',
  amazonName: 'UPS',
  strategy: 'per_box',
  courier: 'ups',
  proPolicy: 'per_shipment',
  cardUntil: null,
  isActive: true,
  ...over,
})

export const ups = makeCarrier({})
export const fedex = makeCarrier({ id: 2, name: 'FedEx', scac: 'FDEG', courier: 'fedex' })
const truck = { kind: 'own_fleet', scac: 'TBXX', amazonName: 'OTHER', courier: null } as const
export const fleetByShipment = makeCarrier({ ...truck, id: 3, name: 'Own fleet', strategy: 'per_shipment' })
export const fleetOnAll = makeCarrier({ ...truck, id: 4, name: 'Own pallets', strategy: 'same_on_all' })

/** Units digit that a UPS 1Z number ends in: weights 1, 2, 1, 2 …, letters count (ASCII − 3) mod 10. */
export function makeUps(serial: number): string {
  const body = `A1B2C303${String(serial).padStart(7, '0')}`
  let sum = 0
  for (const [i, character] of Array.from(body).entries()) {
    const value = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 3) % 10
    sum += value * (i % 2 === 0 ? 1 : 2)
  }
  return `1Z${body}${(10 - (sum % 10)) % 10}`
}

/** A FedEx number of 12 digits: weights 3, 1, 7, sum modulo 11, modulo 10. */
export function makeFedex(serial: number): string {
  const body = `4${String(serial).padStart(10, '0')}`
  const sum = Array.from(body).reduce((total, digit, i) => total + Number(digit) * [3, 1, 7][i % 3]!, 0)
  return `${body}${(sum % 11) % 10}`
}

export const changeLastDigit = (number: string): string =>
  `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`

export const makeBoxId = (ofFbaId: string, u: number): string => `${ofFbaId}U${String(u).padStart(6, '0')}`

interface ShipmentOptions {
  id?: number
  fbaId?: string
  amazonMode?: PairingShipment['amazonMode']
  carrier?: Carrier | null
  boxes?: number
  /** The `U` number of the first box. */
  firstU?: number
  /** Numbers that boxes have already, by position. */
  numbers?: Record<number, string>
  weightKg?: number
}

/** Row ids of boxes are 1000 × shipment + position. */
export function makeShipment(options: ShipmentOptions = {}): PairingShipment {
  const { id = 1, amazonMode = 'SPD', boxes = 20, firstU = 1, numbers = {}, weightKg } = options
  const ofFbaId = options.fbaId ?? fbaId
  const carrier = options.carrier === undefined ? ups : options.carrier
  return {
    id,
    fbaId: ofFbaId,
    amazonMode,
    carrier,
    boxes: Array.from({ length: boxes }, (_, i): Box => ({
      id: id * 1000 + i + 1,
      shipmentId: id,
      position: i + 1,
      boxId: makeBoxId(ofFbaId, firstU + i),
      trackingId: numbers[i + 1] ?? null,
      isTrackingShared: numbers[i + 1] !== undefined && carrier !== null && carrier.strategy !== 'per_box',
      weightKg: weightKg ?? null,
    })),
  }
}

export function makeTarget(
  shipments: readonly PairingShipment[],
  elsewhere: Record<string, NumberOwner> = {},
): PairingTarget {
  const owners = new Map<string, NumberOwner>(Object.entries(elsewhere))
  for (const shipment of shipments) {
    for (const box of shipment.boxes) {
      if (box.trackingId !== null) owners.set(box.trackingId, { boxRowId: box.id, fbaId: shipment.fbaId })
    }
  }
  return { shipments, getOwner: (trackingId) => owners.get(trackingId) ?? null }
}

/** Row ids of boxes by a label they had before; labels that boxes have now are those of the shipments. */
export const withFormerLabels = (
  target: PairingTarget,
  former: Readonly<Record<string, readonly number[]>>,
  all: readonly PairingShipment[] = target.shipments,
): PairingTarget & Required<Pick<PairingTarget, 'getLabelOwners'>> => ({
  ...target,
  getLabelOwners: (label) => ({
    now: all.flatMap(({ boxes }) => boxes.filter((box) => box.boxId === label).map((box) => box.id)),
    before: former[label] ?? [],
  }),
})

/** Numbers that rise by steps wide enough to be no run of neighbours. */
export const makeNumbers = (count: number, make = makeUps, first = 1470): string[] =>
  Array.from({ length: count }, (_, i) => make(first + i * 137))

export const listPairs = (plan: PairingPlan): [number, string][] =>
  plan.pairs.map((pair) => [pair.boxRowId, pair.trackingId])

export const listKinds = (plan: PairingPlan): string[] => plan.mismatches.map((mismatch) => mismatch.kind)

/** The target as it stands after the plan is written. */
export function writePlan(target: PairingTarget, plan: PairingPlan): PairingTarget {
  const pairs = new Map(plan.pairs.map((pair) => [pair.boxRowId, pair]))
  return makeTarget(
    target.shipments.map((shipment) => ({
      ...shipment,
      boxes: shipment.boxes.map((box) => {
        const pair = pairs.get(box.id)
        return pair ? { ...box, trackingId: pair.trackingId, isTrackingShared: pair.isShared } : box
      }),
    })),
  )
}

export const keep = { overwrites: false }
export const overwrite = { overwrites: true }

export const planText = (target: PairingTarget, text: string, options = keep): PairingPlan =>
  planPairing(target, parsePairingText(text), options)

export const boxesById = (target: PairingTarget): Map<number, Box> =>
  new Map(target.shipments.flatMap((shipment) => shipment.boxes.map((box) => [box.id, box])))
