import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Box } from '../shared/domain/box.ts'
import type { Carrier } from '../shared/domain/carrier.ts'
import { parsePairingText, planPairing } from '../shared/domain/pairing/pairing.ts'
import { addShipments, getBoxId, getFbaId, getTrackingId } from './bench-data.ts'
import { makeBenchFolder, must, nextOpId, openBenchEngine, openBenchStore } from './bench-engine.ts'
import { median, time, type Measured } from './measure.ts'

const shipments = 5_000
const boxesEach = 20

function makeList(): string {
  const lines: string[] = ['Box ID,Tracking Number']
  for (let s = 0; s < shipments; s++)
    for (let b = 1; b <= boxesEach; b++)
      lines.push(`${getBoxId(getFbaId(s), b)},${getTrackingId(s * boxesEach + b)}`)
  return lines.join('\n')
}

const ups: Carrier = {
  id: 1,
  name: 'UPS',
  kind: 'parcel',
  scac: 'UPSN',
  amazonName: 'OTHER',
  strategy: 'per_box',
  courier: 'ups',
  proPolicy: 'per_shipment',
  cardUntil: null,
  isActive: true,
}

/** The rule alone: 100,000 labelled lines over 100,000 boxes. */
export async function benchPairingRule(): Promise<Measured> {
  const lines = parsePairingText(makeList())
  const target = {
    shipments: Array.from({ length: shipments }, (_, s) => ({
      id: s + 1,
      fbaId: getFbaId(s),
      amazonMode: 'SPD' as const,
      carrier: ups,
      boxes: Array.from({ length: boxesEach }, (_box, b): Box => ({
        id: s * boxesEach + b + 1,
        shipmentId: s + 1,
        position: b + 1,
        boxId: getBoxId(getFbaId(s), b + 1),
        trackingId: null,
        isTrackingShared: false,
        weightKg: null,
      })),
    })),
    getOwner: () => null,
  }
  const ms = await median(3, async () => {
    const { ms: once, value } = await time(() => planPairing(target, lines, { overwrites: false }))
    if (value.pairs.length !== shipments * boxesEach) throw new Error('not every box was paired')
    return once
  })
  return {
    name: 'pair 100,000 tracking IDs with boxes (rule)',
    count: shipments * boxesEach,
    unit: 'boxes',
    ms,
    floor: null,
    limit: { ms: 1_500 },
  }
}

/** From the carrier's file to stored tracking IDs. */
export async function benchPairingFile(): Promise<Measured> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  addShipments(store, shipments, boxesEach, 'SPD', false)
  store.close()
  const file = path.join(bench.folder, 'list.csv')
  writeFileSync(file, makeList())
  const engine = openBenchEngine(bench)
  const { ms, value } = await time(async () => {
    const { token } = await must(engine, 'file.offer', { path: file })
    return must(engine, 'pairing.apply', { opId: nextOpId(), file: token })
  })
  if (value.written !== shipments * boxesEach) throw new Error('not every box was paired')
  engine.close()
  bench.remove()
  return {
    name: 'pair 100,000 tracking IDs from a file and store them',
    count: shipments * boxesEach,
    unit: 'boxes',
    ms,
    floor: null,
    limit: { ms: 15_000 },
  }
}
