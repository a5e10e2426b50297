import { readClientFile } from '../main/commands/read-client-file.ts'
import type { CommandContext } from '../main/engine/context.ts'
import { forkParser } from '../main/files/fork-parser.ts'
import { makeBenchFolder, openBenchStore } from './bench-engine.ts'

/** A file parsed in the built parser process and mapped here, as the engine does it before it compares. */
const bench = makeBenchFolder()
const store = openBenchStore(bench.database)
const startParser = () => forkParser(new URL('../out/main/parser.js', import.meta.url))
const context: Pick<CommandContext, 'store' | 'startParser'> = { store, startParser }

const startedAt = performance.now()
const content = await readClientFile(
  context as CommandContext,
  { path: process.argv[2]! },
  { columns: [], acceptsAll: true },
  { clientName: null },
)
const ms = performance.now() - startedAt
if (!content.ok) throw new Error(JSON.stringify(content.problem))
process.send!({ ms, count: content.value.rowCount })
process.disconnect()
store.close()
bench.remove()
