import { PortEnd, type PortMessage } from './port-end.ts'
import { StrictEmitter } from './strict-emitter.ts'

/** Electron's MessagePortMain, in the main process and in a utility process. */
export class MessagePortMain extends StrictEmitter {
  #end: PortEnd | undefined

  constructor(end: PortEnd) {
    super('MessagePortMain', ['message', 'close'])
    this.#end = end
  }

  start(): void {
    this.#end?.moveTo({
      deliver: (_end, message) => setImmediate(() => this.emit('message', toMessageEvent(message))),
      closed: () => setImmediate(() => this.emit('close')),
    })
  }

  postMessage(data: unknown, transfer: MessagePortMain[] = []): void {
    this.#end?.post({ data: structuredClone(data), ports: transfer.map((port) => port.detach()) })
  }

  close(): void {
    this.#end?.close()
  }

  /** The port's end, on its way to another holder; this object is dead afterwards. */
  detach(): PortEnd {
    const end = this.#end
    if (!end) throw new Error('The port has been transferred already.')
    this.#end = undefined
    end.leave()
    return end
  }
}

export const toMessageEvent = ({
  data,
  ports,
}: PortMessage): { data: unknown; ports: MessagePortMain[] } => ({
  data,
  ports: ports.map((end) => new MessagePortMain(end)),
})

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const [one, other] = PortEnd.createPair()
    this.port1 = new MessagePortMain(one)
    this.port2 = new MessagePortMain(other)
  }
}
