import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import papaparse from 'papaparse'
import { makeBenchFolder, must, nextOpId, openBenchStore } from './bench-engine.ts'
import { startBuiltEngine } from './built-engine.ts'
import { medianPair, time, watchMemory, type Measured } from './measure.ts'

const shipments = 10_000
const boxesEach = 20
const writer = fileURLToPath(new URL('./write-box-csv.ts', import.meta.url))

/** Decode + papaparse + one prepared insert a row into the product's own STRICT tables with their indexes. */
async function measureFloor(csv: string): Promise<number> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  const { sqlite } = store
  sqlite.exec(
    "INSERT INTO clients (id, name) VALUES (1, 'x'); INSERT INTO accounts (id, client_id) VALUES (1, 1)",
  )
  const { ms } = await time(() => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(csv))
    const rows = papaparse.parse<string[]>(text, { skipEmptyLines: true }).data
    const addShipment = sqlite.prepare(
      'INSERT INTO shipments (id, fba_id, account_id, fc, amazon_mode) VALUES (?, ?, 1, ?, ?)',
    )
    const addBox = sqlite.prepare(
      'INSERT INTO boxes (id, shipment_id, position, box_id, weight_kg) VALUES (?, ?, ?, ?, ?)',
    )
    sqlite.exec('BEGIN IMMEDIATE')
    let shipmentId = 0
    let position = 0
    let last = ''
    for (let i = 1; i < rows.length; i++) {
      const row = rows[i]!
      if (row[0] !== last) {
        last = row[0]!
        position = 0
        addShipment.run(++shipmentId, last, row[2], row[3])
      }
      addBox.run(i, shipmentId, ++position, row[1], Number(row[4]))
    }
    sqlite.exec('COMMIT')
  })
  store.close()
  bench.remove()
  return ms
}

/** From the file to committed rows with preview, difference and change log, in the built engine and parser processes. */
async function measureProduct(csv: string): Promise<{ ms: number; mb: number }> {
  const bench = makeBenchFolder()
  const built = await startBuiltEngine(bench)
  const { engine } = built
  const watch = watchMemory(built.pid)
  const { ms, value } = await time(async () => {
    const { token } = await must(engine, 'file.offer', { path: csv })
    const { drafts } = await must(engine, 'import.open', { files: [token], client: '宁波星野' })
    const { draftId } = drafts[0]!
    await must(engine, 'import.settle', { draftId, acceptsAll: true })
    return must(engine, 'import.commit', { opId: nextOpId(), draftIds: [draftId] })
  })
  const mb = watch.stop()
  if (value.imports[0]?.boxes !== shipments * boxesEach) throw new Error('not everything was imported')
  await built.stop()
  bench.remove()
  return { ms, mb }
}

export async function benchImport(): Promise<Measured> {
  const source = makeBenchFolder()
  const csv = path.join(source.folder, 'boxes.csv')
  spawnSync(process.execPath, [writer, csv, String(shipments), String(boxesEach)], { stdio: 'inherit' })
  let mb = 0
  const { ms, floorMs } = await medianPair(
    3,
    async () => {
      const run = await measureProduct(csv)
      mb = Math.max(mb, run.mb)
      return run.ms
    },
    () => measureFloor(csv),
  )
  source.remove()
  return {
    name: 'import 200,000 box rows from CSV',
    count: shipments * boxesEach,
    unit: 'rows',
    ms,
    floor: { ms: floorMs, what: 'decode + papaparse + one prepared insert a row into the same tables' },
    limit: { ratio: 2.5 },
    memory: { mb, limitMb: 500 },
  }
}
