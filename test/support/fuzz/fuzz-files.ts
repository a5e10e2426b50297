import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { planDraft } from '../../../main/commands/plan-draft.ts'
import { readClientFile } from '../../../main/commands/read-client-file.ts'
import type { CommandContext } from '../../../main/engine/context.ts'
import { createShipmentIndex } from '../../../main/engine/shipment-index.ts'
import { createRandom } from '../../../main/practice-morning/seeded-random.ts'
import { openTestStore } from '../test-store.ts'
import { makeFuzzKinds, type FuzzKind } from './fuzz-kinds.ts'
import { createSharedParser } from './shared-parser.ts'

const hangMs = 10_000
const savedFolder = fileURLToPath(new URL('../../../out/fuzz', import.meta.url))

export interface FuzzReport {
  read: number
  refused: Record<string, number>
  /** Mutants that hung, ended the parser or threw, each with its seed and the file it is kept in. */
  failures: string[]
  peakMb: number
  slowestMs: number
}

/** The mutant with this number: always the same bytes. */
export function makeMutant(kinds: readonly FuzzKind[], seed: number): { name: string; bytes: Buffer } {
  const random = createRandom(seed)
  const { extension, seeds, mutators } = kinds[seed % kinds.length]!
  return { name: `mutant-${seed}.${extension}`, bytes: random.pick(mutators)(random.pick(seeds), random) }
}

const foreignReasons = new Set(['parser-crashed', 'parser-timeout', 'parser-memory', 'cancelled'])

/** Reads mutants in the built parser process, understands what it hands over and plans its import as the engine does. */
export async function fuzzFiles(folder: string, first: number, count: number): Promise<FuzzReport> {
  const kinds = makeFuzzKinds()
  const parser = createSharedParser()
  const store = openTestStore(folder)
  const index = createShipmentIndex(store, '2026-11-27')
  const context = { store, index, startParser: parser.start } as CommandContext
  const report: FuzzReport = { read: 0, refused: {}, failures: [], peakMb: 0, slowestMs: 0 }
  const fail = (name: string, bytes: Buffer, what: string) => {
    mkdirSync(savedFolder, { recursive: true })
    writeFileSync(path.join(savedFolder, name), bytes)
    report.failures.push(`${name}: ${what} (kept in out/fuzz)`)
  }
  for (let seed = first; seed < first + count; seed += 1) {
    const { name, bytes } = makeMutant(kinds, seed)
    const before = performance.now()
    try {
      const signal = AbortSignal.timeout(hangMs)
      const content = await readClientFile(
        context,
        { bytes, name },
        { columns: [], acceptsAll: true },
        { signal, clientName: null },
      )
      if (content.ok) {
        planDraft(context, content.value, '宁波星野', name, { overwritesTyped: false, isHistory: false })
        report.read += 1
      } else {
        const { kind } = content.problem
        report.refused[kind] = (report.refused[kind] ?? 0) + 1
        if (foreignReasons.has(kind)) fail(name, bytes, kind)
      }
    } catch (error) {
      fail(name, bytes, error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    report.slowestMs = Math.max(report.slowestMs, performance.now() - before)
  }
  parser.stop()
  store.close()
  report.peakMb = parser.getPeakMb()
  return report
}
