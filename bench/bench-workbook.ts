import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBenchFolder } from './bench-engine.ts'
import { medianPair, type Measured } from './measure.ts'
import { runApart } from './run-apart.ts'

const rows = 100_000
const columns = 12
const writer = fileURLToPath(new URL('./write-shipment-xlsx.ts', import.meta.url))

export async function benchWorkbook(): Promise<Measured> {
  const source = makeBenchFolder()
  const file = path.join(source.folder, 'boxes.xlsx')
  spawnSync(process.execPath, [writer, file, String(rows)], { stdio: 'inherit' })
  let mb = 0
  const { ms, floorMs } = await medianPair(
    5,
    async () => {
      const run = await runApart('understand-file', file)
      if (run.count !== rows) throw new Error(`${run.count} rows were understood`)
      mb = Math.max(mb, run.mb)
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
