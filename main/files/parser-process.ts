import type { ParserMessage, ParserRequest } from './parser-protocol.ts'
import { serveParser } from './serve-parser.ts'

/** What an Electron utility process has; the types of Electron are not those of this layer. */
interface UtilityPort {
  postMessage: (message: ParserMessage) => void
  on: (event: 'message', listener: (event: { data: ParserRequest }) => void) => void
  start: () => void
}
interface UtilityProcess {
  parentPort?: { once: (event: 'message', listener: (event: { ports: UtilityPort[] }) => void) => void }
}

const { parentPort }: UtilityProcess = Object(process)

if (parentPort === undefined) {
  process.on('disconnect', () => process.exit())
  serveParser({
    postMessage: (message) => process.send?.(message),
    on: (event, listener) => process.on(event, (request: ParserRequest) => listener(request)),
  })
} else {
  parentPort.once('message', ({ ports: [port] }) => {
    if (port === undefined) return
    serveParser({
      postMessage: (message) => port.postMessage(message),
      on: (event, listener) => port.on(event, ({ data }) => listener(data)),
    })
    port.start()
  })
}
