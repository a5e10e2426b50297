import type { AmazonMode } from '../../shared/domain/shipment.ts'
import { sampleClients, type SampleClient } from './sample-clients.ts'
import { formatBoxId, formatFedEx12, formatFedExGround, formatUps1z } from './sample-numbers.ts'
import { createRandom, type SeededRandom } from './seeded-random.ts'

export interface SampleBox {
  boxId: string
  /** Null for a box that goes by truck. */
  trackingId: string | null
  weightKg: number
}

/** A shipment as it truly is, whatever the client's file makes of it. */
export interface SampleShipment {
  fbaId: string
  client: SampleClient
  fc: string
  referenceId: string
  mode: AmazonMode
  /** Dock appointment of a shipment by truck. */
  isa: string | null
  boxes: SampleBox[]
}

export const boxesPerShipment = 20

const fcs = ['ONT8', 'LAX9', 'LGB8', 'SBD1', 'IND9', 'FTW1', 'MDW2', 'ABE8', 'GYR3', 'CLT2', 'TEB9', 'SCK4']
/** Without letters that are easily taken for digits. */
const idCharacters = '0123456789BCDFGHJKLMNPQRSTVWXZ'

/** Clients in order, each with its shipments in the order of its file, trucks and parcels mixed. */
export function makeSampleShipments(seed: number): SampleShipment[] {
  const random = createRandom(seed)
  const ids = createIdSource(random)
  const numbers = createTrackingSource(random)
  return sampleClients.flatMap((client) => {
    const trucks = Array.from({ length: client.trucked }, (_, at): AmazonMode =>
      at % 6 === 5 ? 'FTL' : 'LTL',
    )
    const parcels = Array.from({ length: client.parcels }, (): AmazonMode => 'SPD')
    let parcelCount = 0
    return random.shuffle([...trucks, ...parcels]).map((mode) => {
      if (mode === 'SPD') parcelCount += 1
      const isGround = client === sampleClients[0] && mode === 'SPD' && parcelCount % 5 === 0
      return makeShipment(client, mode, isGround, random, ids, numbers)
    })
  })
}

function makeShipment(
  client: SampleClient,
  mode: AmazonMode,
  isGround: boolean,
  random: SeededRandom,
  ids: IdSource,
  numbers: TrackingSource,
): SampleShipment {
  const fbaId = ids.takeFbaId()
  // Amazon goes on counting when boxes of a plan are packed again.
  const firstNumber = random.below(12) === 0 ? 22 : 1
  const boxes = Array.from({ length: boxesPerShipment }, (_, at) => ({
    boxId: formatBoxId(fbaId, firstNumber + at),
    trackingId: mode === 'SPD' ? numbers.take(client, isGround) : null,
    weightKg: (80 + random.below(146)) / 10,
  }))
  numbers.endShipment()
  return {
    fbaId,
    client,
    fc: random.pick(fcs),
    referenceId: ids.takeReferenceId(),
    mode,
    isa: mode === 'SPD' ? null : ids.takeIsa(),
    boxes,
  }
}

interface IdSource {
  takeFbaId(): string
  takeReferenceId(): string
  takeIsa(): string
}

function createIdSource(random: SeededRandom): IdSource {
  const taken = new Set<string>()
  const take = (make: () => string): string => {
    let id = make()
    while (taken.has(id)) id = make()
    taken.add(id)
    return id
  }
  const letters = (count: number): string =>
    Array.from({ length: count }, () => idCharacters[random.below(idCharacters.length)]).join('')
  return {
    takeFbaId: () => take(() => `FBA1${random.pick(['5', '8', '9'])}TB${letters(5)}`),
    takeReferenceId: () => take(() => `${1 + random.below(8)}TB${letters(5)}`),
    takeIsa: () => take(() => `5${String(random.below(1_000_000_000)).padStart(9, '0')}`),
  }
}

interface TrackingSource {
  take(client: SampleClient, isGround: boolean): string
  endShipment(): void
}

/** UPS numbers of a shipment lie apart, FedEx numbers run in sequence; so the carriers give them out. */
function createTrackingSource(random: SeededRandom): TrackingSource {
  const upsTaken = new Set<number>()
  let fedExSerial = 40_001_470_021
  let groundNumber = 1_470_021
  const takeUps = (): number => {
    let number = 1_000_000 + random.below(9_000_000)
    while (upsTaken.has(number)) number = 1_000_000 + random.below(9_000_000)
    upsTaken.add(number)
    return number
  }
  return {
    take(client, isGround) {
      if (client.parcelCarrier === 'UPS') return formatUps1z(takeUps())
      return isGround ? formatFedExGround(groundNumber++) : formatFedEx12(fedExSerial++)
    },
    endShipment() {
      fedExSerial += 11 + random.below(60)
      groundNumber += 11 + random.below(60)
    },
  }
}
