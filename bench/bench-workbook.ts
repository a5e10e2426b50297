import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBenchFolder, must } from './bench-engine.ts'
import { startBuiltEngine } from './built-engine.ts'
import { medianPair, watchMemory, type Measured } from './measure.ts'
import { runApart } from './run-apart.ts'

const rows = 100_000
const columns = 12
const writer = fileURLToPath(new URL('./write-shipment-xlsx.ts', import.meta.url))

/** Of the engine and its parser as they ship, up to the preview. */
async function measureMemory(file: string): Promise<number> {
  const bench = makeBenchFolder()
  const built = await startBuiltEngine(bench)
  const watch = watchMemory(built.pid)
  const { token } = await must(built.engine, 'file.offer', { path: file })
  const { drafts } = await must(built.engine, 'import.open', { files: [token], client: '宁波星野' })
  const mb = watch.stop()
  if (drafts[0]?.difference?.newBoxes !== rows) throw new Error('not everything was read')
  await built.stop()
  bench.remove()
  return mb
}

export async function benchWorkbook(): Promise<Measured> {
  const source = makeBenchFolder()
  const file = path.join(source.folder, 'boxes.xlsx')
  spawnSync(process.execPath, [writer, file, String(rows)], { stdio: 'inherit' })
  const mb = await measureMemory(file)
  const { ms, floorMs } = await medianPair(
    5,
    async () => {
      const run = await runApart('understand-file', file)
      if (run.count !== rows) throw new Error(`${run.count} rows were understood`)
      return run.ms
    },
    async () => {
      const floor = await runApart('walk-workbook', file)
      if (floor.count !== (rows + 1) * columns) throw new Error(`the floor walked ${floor.count} cells`)
      return floor.ms
    },
  )
  source.remove()
  return {
    name: '100,000 × 12 .xlsx parsed and mapped',
    count: rows,
    unit: 'rows',
    ms,
    floor: { ms: floorMs, what: 'yauzl + saxes walking the same strings and cells and dropping them' },
    limit: { ratio: 1.6 },
    memory: { mb, limitMb: 400 },
  }
}
