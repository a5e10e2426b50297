import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../../main/engine/engine.ts'
import { openEngine } from '../../main/engine/engine.ts'
import type { EngineStart } from '../../main/engine/engine-process.ts'
import { attachToEngine } from '../../main/engine/local-pipe.ts'
import { getDefaultFiles } from '../../main/engine/workspaces.ts'
import { forkParser } from '../../main/files/fork-parser.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'

const entry = fileURLToPath(new URL('../../out/main/forked-engine.js', import.meta.url))

export const getTestFiles = (folder: string) => getDefaultFiles(folder, path.join(folder, 'export'))

/** A real engine in a process of its own, as it ships. */
export async function startEngineProcess(folder: string): Promise<ChildProcess> {
  const child = fork(entry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const start: EngineStart = {
    type: 'open',
    files: getTestFiles(folder),
    version: 'test',
    canPickFolder: true,
  }
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: { type: string; problem?: unknown }) => {
      if (message.type === 'ready') resolve()
      if (message.type === 'refused') reject(new Error(JSON.stringify(message.problem)))
    })
    child.once('exit', () => reject(new Error('the engine ended')))
  })
  child.send(start)
  await ready
  return child
}

export async function attach(folder: string): Promise<Engine> {
  const attached = await attachToEngine(getTestFiles(folder).database)
  if (!attached?.ok) throw new Error(`no engine answers: ${JSON.stringify(attached)}`)
  return attached.value
}

let lastMs = 1_700_000_000_000

/** An engine in this process on real files; its clock moves on by a second with each look, unless a test has one. */
export function openTestEngine(folder: string, nowMs = () => (lastMs += 1_000)): Engine {
  const opened = openEngine({
    files: getTestFiles(folder),
    surroundings: { nowMs, who: () => 'tester', version: 'test' },
    startParser: forkParser,
    canPickFolder: true,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  return opened.value
}

/** The value of a call that must succeed. */
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
export const nextOpId = (): string => `test-operation-${process.pid}-${++lastOp}`
