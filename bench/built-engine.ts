import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../main/engine/engine.ts'
import type { EngineStart } from '../main/engine/engine-process.ts'
import { connectRemoteEngine } from '../main/engine/remote-engine.ts'
import type { FromEngine } from '../main/engine/wire.ts'
import { getDefaultFiles } from '../main/engine/workspaces.ts'
import type { BenchFolder } from './bench-engine.ts'

const entry = fileURLToPath(new URL('../out/main/forked-engine.js', import.meta.url))

/** The engine as it ships, in a process of its own; `npm run bench` builds it first. */
export async function startBuiltEngine({
  folder,
}: BenchFolder): Promise<{ engine: Engine; pid: number; stop(): Promise<void> }> {
  const child = fork(entry, [], { serialization: 'advanced' })
  const start: EngineStart = {
    type: 'open',
    files: getDefaultFiles(folder, path.join(folder, 'export')),
    version: 'bench',
    canPickFolder: true,
  }
  child.send(start)
  const engine = await connectRemoteEngine(
    {
      send: (message) => void child.send(message),
      onMessage: (listener) => void child.on('message', (message) => listener(message as FromEngine)),
      onClose: (listener) => void child.on('exit', listener),
    },
    () => child.disconnect(),
  )
  if (!engine.ok) throw new Error(JSON.stringify(engine.problem))
  return {
    engine: engine.value,
    pid: child.pid!,
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
