import type { MessagePortMain } from 'electron'
import type { ParserChild, ParserMessage, ParserRequest, StartParser } from '../files/parser-protocol.ts'

/** From the engine to main: start a parser, or end one. */
export type ParserOrder = { type: 'parser-wanted' | 'parser-done'; id: number }

export interface PortParsers {
  start: StartParser
  /** Main has started parser `id` and hands over the line to it. */
  arrive(id: number, pid: number | undefined, port: MessagePortMain): void
  gone(id: number): void
}

/** Parsers that main starts for the engine: what is sent before the line is there waits for it. */
export function createPortParsers(order: (message: ParserOrder) => void): PortParsers {
  const running = new Map<number, PortParser>()
  let lastId = 0
  return {
    start() {
      const id = ++lastId
      const parser = createPortParser(() => {
        running.delete(id)
        order({ type: 'parser-done', id })
      })
      running.set(id, parser)
      order({ type: 'parser-wanted', id })
      return parser.child
    },
    arrive: (id, pid, port) => running.get(id)?.arrive(pid, port),
    gone(id) {
      running.get(id)?.gone()
      running.delete(id)
    },
  }
}

interface PortParser {
  child: ParserChild
  arrive(pid: number | undefined, port: MessagePortMain): void
  gone(): void
}

function createPortParser(end: () => void): PortParser {
  const waiting: ParserRequest[] = []
  const messageListeners: ((message: ParserMessage) => void)[] = []
  const exitListeners: (() => void)[] = []
  let line: MessagePortMain | null = null
  const child: ParserChild = {
    pid: undefined,
    send(request) {
      if (line) line.postMessage(request)
      else waiting.push(request)
    },
    on(event: 'message' | 'exit', listener: (message: ParserMessage) => void) {
      if (event === 'message') messageListeners.push(listener)
      else exitListeners.push(listener as () => void)
    },
    kill() {
      line?.close()
      end()
    },
  }
  return {
    child,
    arrive(pid, port) {
      child.pid = pid
      line = port
      port.on('message', ({ data }) => {
        for (const listener of messageListeners) listener(data as ParserMessage)
      })
      port.start()
      for (const request of waiting.splice(0)) port.postMessage(request)
    },
    gone() {
      for (const listener of exitListeners) listener()
    },
  }
}
