import path from 'node:path'
import { addShipments } from './bench-data.ts'
import { makeBenchFolder, must, nextOpId, openBenchEngine, openBenchStore } from './bench-engine.ts'
import { time, type Measured } from './measure.ts'

const shipments = 1_000

export async function benchExport(): Promise<Measured> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  addShipments(store, shipments, 20, 'SPD', true)
  store.close()
  const engine = openBenchEngine(bench)
  const { token } = await must(engine, 'folder.offer', { path: path.join(bench.folder, 'out') })
  const { ms, value } = await time(() => must(engine, 'export.run', { opId: nextOpId(), folder: token }))
  if (value.shipments !== shipments) throw new Error('not every shipment was exported')
  engine.close()
  bench.remove()
  return {
    name: 'export 1,000 tracking workbooks, verified',
    count: shipments,
    unit: 'workbooks',
    ms,
    floor: null,
    limit: { ms: 6_000 },
  }
}
