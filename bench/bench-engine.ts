import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStore } from '../db/open.ts'
import type { Store } from '../db/store.ts'
import { openEngine, type Engine } from '../main/engine/engine.ts'
import { getDefaultFiles } from '../main/engine/workspaces.ts'
import { forkParser } from '../main/files/fork-parser.ts'
import type { StartParser } from '../main/files/parser-protocol.ts'
import type { CallInput, CallName, CallOutput } from '../shared/contract/contract.ts'

export interface BenchFolder {
  folder: string
  database: string
  remove(): void
}

export function makeBenchFolder(): BenchFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'tailboard-bench-'))
  return {
    folder,
    database: getDefaultFiles(folder, '').database,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const getMachine = (folder: string): string => path.join(folder, 'machine')

export function openBenchEngine({ folder }: BenchFolder, startParser: StartParser = forkParser): Engine {
  const opened = openEngine({
    files: { ...getDefaultFiles(folder, path.join(folder, 'export')), machineFolder: getMachine(folder) },
    surroundings: { nowMs: Date.now, who: () => 'bench', version: 'bench' },
    startParser,
    canPickFolder: true,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  return opened.value
}

export function openBenchStore(file: string): Store {
  const opened = openStore(file, { machineFolder: getMachine(path.dirname(file)) })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  return opened.value
}

export async function must<N extends CallName>(
  engine: Engine,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await engine.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`)
  return answer.value
}

let lastOp = 0
export const nextOpId = (): string => `bench-operation-${process.pid}-${++lastOp}`
