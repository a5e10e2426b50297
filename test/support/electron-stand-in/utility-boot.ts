/** Entry of a forked utility process: gives it `process.parentPort` and runs the app's module. */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { toMessageEvent } from './message-port.ts'
import { notImplemented } from './not-implemented.ts'
import type { PortMessage } from './port-end.ts'
import { RemotePorts } from './remote-ports.ts'
import { StrictEmitter } from './strict-emitter.ts'
import type { UtilityWire } from './utility-wire.ts'

const send = (wire: UtilityWire): void => {
  if (process.connected) process.send!(wire)
}
const ports = new RemotePorts('child-', send)

class ParentPort extends StrictEmitter {
  #waiting: PortMessage[] = []

  constructor() {
    super('parentPort', ['message', 'close', 'newListener'])
    this.on('newListener', (event: string) => {
      if (event === 'message') setImmediate(() => this.#deliver())
    })
  }

  postMessage(data: unknown): void {
    send({ kind: 'message', data: structuredClone(data), ports: [] })
  }

  /** Messages wait for the first listener, as in Electron. */
  receive(message: PortMessage): void {
    this.#waiting.push(message)
    this.#deliver()
  }

  #deliver(): void {
    while (this.listenerCount('message') > 0 && this.#waiting.length > 0) {
      this.emit('message', toMessageEvent(this.#waiting.shift()!))
    }
  }
}

// The npm package of this name would start a download here.
registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/|$)/.test(specifier)) throw notImplemented(`${specifier} in a utility process`)
    return next(specifier, context)
  },
})

const parentPort = new ParentPort()
Object.assign(process, { parentPort, type: 'utility' })

process.on('message', (wire: UtilityWire) => {
  if (wire.kind !== 'message') ports.receive(wire)
  else parentPort.receive({ data: wire.data, ports: wire.ports.map((id) => ports.admit(id)) })
})
process.on('disconnect', () => {
  parentPort.emit('close')
  process.exit(0)
})

const [modulePath] = process.argv.splice(2, 1)
process.argv[1] = modulePath!
await import(pathToFileURL(modulePath!).href)
