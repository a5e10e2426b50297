import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBenchFolder } from './bench-engine.ts'
import { medianPair, type Measured } from './measure.ts'
import { runApart } from './run-apart.ts'

const boxesEach = 20
const times = 4
/** A tenth more than in proportion. */
const ratio = times * 1.1

async function benchGrowth(name: string, rows: number, write: (rows: number) => string): Promise<Measured> {
  const [small, large] = [write(rows / times), write(rows)]
  const understand = async (file: string, count: number): Promise<number> => {
    const run = await runApart('understand-file', file)
    if (run.count !== count) throw new Error(`${run.count} rows were understood`)
    return run.ms
  }
  const { ms, floorMs } = await medianPair(
    3,
    () => understand(large, rows),
    () => understand(small, rows / times),
  )
  const what = 'the same with a quarter of the rows'
  return { name, count: rows, unit: 'rows', ms, floor: { ms: floorMs, what }, limit: { ratio } }
}

function makeWriter(folder: string, script: string, extension: string, perUnit: number) {
  const entry = fileURLToPath(new URL(script, import.meta.url))
  return (rows: number): string => {
    const file = path.join(folder, `${rows}.${extension}`)
    const args = [entry, file, String(rows / perUnit), String(perUnit)]
    spawnSync(process.execPath, args, { stdio: 'inherit' })
    return file
  }
}

export async function benchTextGrowth(): Promise<Measured> {
  const bench = makeBenchFolder()
  const write = makeWriter(bench.folder, './write-box-csv.ts', 'csv', boxesEach)
  const measured = await benchGrowth('four times the rows of a CSV', 200_000, write)
  bench.remove()
  return measured
}

export async function benchWorkbookGrowth(): Promise<Measured> {
  const bench = makeBenchFolder()
  const write = makeWriter(bench.folder, './write-shipment-xlsx.ts', 'xlsx', 1)
  const measured = await benchGrowth('four times the rows of an .xlsx', 100_000, write)
  bench.remove()
  return measured
}
