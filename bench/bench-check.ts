import { getAllShipments, readBoxFacts } from '../db/shipment.ts'
import { createShipmentIndex } from '../main/engine/shipment-index.ts'
import { checkClients } from '../shared/domain/missing-rate.ts'
import { addShipments } from './bench-data.ts'
import { makeBenchFolder, openBenchStore } from './bench-engine.ts'
import { median, time, type Measured } from './measure.ts'

const shipments = 20_000
const boxesEach = 20

export async function benchCheck(): Promise<Measured> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  addShipments(store, shipments, boxesEach, 'SPD', true)
  const readMs = await median(3, async () => {
    const { ms } = await time(() => {
      let boxes = 0
      for (const facts of readBoxFacts(store)) if (facts[0] > 0) boxes++
      return getAllShipments(store).length + boxes
    })
    return ms
  })
  const ms = await median(3, async () => {
    const { ms: once, value } = await time(() => checkClients(createShipmentIndex(store, '2026-11-27').all()))
    if (value.totals.ready !== shipments) throw new Error('not every shipment is ready')
    return once
  })
  store.close()
  bench.remove()
  return {
    name: 'check 20,000 shipments with 400,000 boxes',
    count: shipments,
    unit: 'shipments',
    ms,
    floor: { ms: readMs, what: 'reading the same shipments and boxes' },
    limit: { ratio: 4 },
  }
}

/** Of 20,000 on file: its rows read and judged anew, and whatever it touches. */
export async function benchJudgeOne(): Promise<Measured> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  addShipments(store, shipments, boxesEach, 'SPD', true)
  const index = createShipmentIndex(store, '2026-11-27')
  const ids = [...index.all()].map((row) => row.id)
  const ms = await median(101, async (run) => (await time(() => index.refresh([ids[run * 100]!]))).ms)
  store.close()
  bench.remove()
  return {
    name: 'judge one changed shipment of 20,000 again',
    count: 1,
    unit: 'shipments',
    ms,
    floor: null,
    limit: { ms: 5 },
  }
}
