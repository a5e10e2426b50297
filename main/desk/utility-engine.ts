import { runEngineProcess, type EngineStart } from '../engine/engine-process.ts'
import type { ToEngine } from '../engine/wire.ts'
import { createPortParsers } from './port-parser.ts'

/** What main sends the engine beside calls: the line to a parser it started, or word that one ended. */
export type ParserNews =
  { type: 'parser-here'; id: number; pid: number | undefined } | { type: 'parser-gone'; id: number }

/** Entry of the desk's engine, an Electron utility process. Only main may start processes, so it starts parsers too. */
const { parentPort } = process
const parsers = createPortParsers((order) => parentPort.postMessage(order))

runEngineProcess(
  {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) =>
      void parentPort.on('message', ({ data, ports }) => {
        const message = data as ToEngine | EngineStart | ParserNews
        if (message.type === 'parser-here') parsers.arrive(message.id, message.pid, ports[0]!)
        else if (message.type === 'parser-gone') parsers.gone(message.id)
        else listener(message)
      }),
    onClose: (listener) => {
      process.on('disconnect', listener)
      // The line itself closes too when main ends; Electron's types do not know it.
      const line: NodeJS.EventEmitter = parentPort
      line.on('close', listener)
    },
  },
  parsers.start,
)
