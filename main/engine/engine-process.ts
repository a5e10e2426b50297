import { forkParser } from '../files/fork-parser.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import { openEngine, type Engine, type EngineOptions } from './engine.ts'
import { servePipe } from './local-pipe.ts'
import { serveDoor, type EnginePort, type FromEngine, type ToEngine } from './wire.ts'
import { getUserName } from './user-name.ts'

/** First message to an engine process. */
export interface EngineStart {
  type: 'open'
  files: EngineOptions['files']
  version: string
  canPickFolder: boolean
}

/**
 * Runs an engine for one parent: answers it, serves the command line beside it, and ends with the parent, so that
 * the database's lock is free at once when a desk is killed.
 */
export function runEngineProcess(
  port: EnginePort<FromEngine, ToEngine | EngineStart>,
  startParser: StartParser = forkParser,
): void {
  let engine: Engine | null = null
  let pipe: { close(): void } | null = null
  let deliver: (message: ToEngine) => void = () => {}
  const end = () => {
    pipe?.close()
    engine?.close()
    process.exit(0)
  }
  port.onClose(end)
  process.on('SIGTERM', end)
  const doorPort: EnginePort<FromEngine, ToEngine> = {
    send: (message) => port.send(message),
    onMessage: (listener) => (deliver = listener),
    onClose: (listener) => port.onClose(listener),
  }
  port.onMessage((message) => {
    if (message.type !== 'open') deliver(message)
    else void open(message)
  })

  async function open(start: EngineStart): Promise<void> {
    const opened = openEngine({
      files: start.files,
      surroundings: { nowMs: Date.now, who: getUserName, version: start.version },
      startParser,
      canPickFolder: start.canPickFolder,
      watchesFolder: start.canPickFolder,
    })
    if (!opened.ok) {
      port.send({ type: 'refused', problem: opened.problem })
      return
    }
    engine = opened.value
    pipe = await servePipe(engine, start.files.database)
    serveDoor(engine, doorPort)
  }
}
