import path from 'node:path'
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { connectRemoteEngine } from '../engine/remote-engine.ts'
import type { EngineStart } from '../engine/engine-process.ts'
import type { FromEngine } from '../engine/wire.ts'
import { parserFlags } from '../files/file-limits.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import { createPortParsers, type ParserOrder } from './port-parser.ts'
import type { ParserNews } from './utility-engine.ts'

/** Starts the engine in its own process, and parsers for it. */
export function startEngine(folder: string, start: Omit<EngineStart, 'type'>) {
  const engine = utilityProcess.fork(path.join(folder, 'engine.js'), [], { serviceName: 'Tailboard engine' })
  const parsers = createParserKeeper(folder, {
    here: (id, pid, port) =>
      engine.postMessage({ type: 'parser-here', id, pid } satisfies ParserNews, [port]),
    gone: (id) => engine.postMessage({ type: 'parser-gone', id } satisfies ParserNews),
  })
  engine.postMessage({ ...start, type: 'open' } satisfies EngineStart)
  return connectRemoteEngine(
    {
      send: (message) => engine.postMessage(message),
      onMessage: (listener) =>
        void engine.on('message', (message: FromEngine | ParserOrder) => {
          if (message.type === 'parser-wanted' || message.type === 'parser-done') parsers.carryOut(message)
          else listener(message as FromEngine)
        }),
      onClose: (listener) => void engine.on('exit', listener),
    },
    () => void engine.kill(),
  )
}

/** Parsers for an engine that runs in main itself: the command line of the packaged app, which may not run Node. */
export function createUtilityParsers(folder: string): StartParser {
  const keeper = createParserKeeper(folder, {
    here: (id, pid, port) => parsers.arrive(id, pid, port),
    gone: (id) => parsers.gone(id),
  })
  const parsers = createPortParsers((order) => keeper.carryOut(order))
  return parsers.start
}

interface ParserOwner {
  here(id: number, pid: number | undefined, port: MessagePortMain): void
  gone(id: number): void
}

/** Starts and ends parser processes as their owner orders. */
function createParserKeeper(folder: string, owner: ParserOwner): { carryOut(order: ParserOrder): void } {
  const running = new Map<number, UtilityProcess>()
  const start = (id: number) => {
    const parser = utilityProcess.fork(path.join(folder, 'parser.js'), [], {
      serviceName: 'Tailboard parser',
      execArgv: parserFlags,
      env: {},
    })
    running.set(id, parser)
    const { port1, port2 } = new MessageChannelMain()
    parser.once('spawn', () => {
      parser.postMessage(null, [port1])
      owner.here(id, parser.pid, port2)
    })
    parser.once('exit', () => {
      if (running.delete(id)) owner.gone(id)
    })
  }
  return {
    carryOut({ type, id }) {
      if (type === 'parser-wanted') start(id)
      else {
        const parser = running.get(id)
        running.delete(id)
        parser?.kill()
      }
    },
  }
}
