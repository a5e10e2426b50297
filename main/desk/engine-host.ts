import path from 'node:path'
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron'
import { connectRemoteEngine } from '../engine/remote-engine.ts'
import type { EngineStart } from '../engine/engine-process.ts'
import type { FromEngine } from '../engine/wire.ts'
import { parserFlags } from '../files/file-limits.ts'
import type { ParserOrder } from './port-parser.ts'
import type { ParserNews } from './utility-engine.ts'

/** Starts the engine in its own process, and parsers for it. */
export function startEngine(folder: string, start: Omit<EngineStart, 'type'>) {
  const engine = utilityProcess.fork(path.join(folder, 'engine.js'), [], { serviceName: 'Tailboard engine' })
  const parsers = new Map<number, UtilityProcess>()
  const startParser = (id: number) => {
    const parser = utilityProcess.fork(path.join(folder, 'parser.js'), [], {
      serviceName: 'Tailboard parser',
      execArgv: parserFlags,
      env: {},
    })
    parsers.set(id, parser)
    const { port1, port2 } = new MessageChannelMain()
    parser.once('spawn', () => {
      parser.postMessage(null, [port1])
      engine.postMessage({ type: 'parser-here', id, pid: parser.pid } satisfies ParserNews, [port2])
    })
    parser.once('exit', () => {
      if (parsers.delete(id)) engine.postMessage({ type: 'parser-gone', id } satisfies ParserNews)
    })
  }
  const endParser = (id: number) => {
    const parser = parsers.get(id)
    parsers.delete(id)
    parser?.kill()
  }
  engine.postMessage({ ...start, type: 'open' } satisfies EngineStart)
  return connectRemoteEngine(
    {
      send: (message) => engine.postMessage(message),
      onMessage: (listener) =>
        void engine.on('message', (message: FromEngine | ParserOrder) => {
          if (message.type === 'parser-wanted') startParser(message.id)
          else if (message.type === 'parser-done') endParser(message.id)
          else listener(message as FromEngine)
        }),
      onClose: (listener) => void engine.on('exit', listener),
    },
    () => void engine.kill(),
  )
}
