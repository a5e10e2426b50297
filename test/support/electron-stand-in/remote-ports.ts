import { PortEnd, type PortPlace } from './port-end.ts'

/** What two processes, or a process and a page, say to each other about the ports one has handed the other. */
export type PortWire =
  | { kind: 'port-message'; port: string; data: unknown; ports: string[] }
  | { kind: 'port-close'; port: string }

/** The ports held by another process or page. Both sides keep one of these, each with its own prefix for new ids. */
export class RemotePorts implements PortPlace {
  readonly #prefix: string
  readonly #send: (wire: PortWire) => void
  readonly #ends = new Map<string, PortEnd>()
  readonly #ids = new Map<PortEnd, string>()
  #lastId = 0

  constructor(prefix: string, send: (wire: PortWire) => void) {
    this.#prefix = prefix
    this.#send = send
  }

  /** Gives the end to the other side. Send the message that carries the id first, then `open` the end. */
  adopt(end: PortEnd): string {
    const id = `${this.#prefix}${++this.#lastId}`
    this.#keep(id, end)
    return id
  }

  open(ids: readonly string[]): void {
    for (const id of ids) this.#ends.get(id)?.moveTo(this)
  }

  /** Takes in an end that the other side has given to this one. */
  admit(id: string): PortEnd {
    const [here, there] = PortEnd.createPair()
    this.#keep(id, there)
    there.moveTo(this)
    return here
  }

  deliver(end: PortEnd, { data, ports }: { data: unknown; ports: PortEnd[] }): void {
    const port = this.#ids.get(end)
    if (port === undefined) return
    const ids = ports.map((given) => this.adopt(given))
    this.#send({ kind: 'port-message', port, data, ports: ids })
    this.open(ids)
  }

  closed(end: PortEnd): void {
    const port = this.#forget(end)
    if (port !== undefined) this.#send({ kind: 'port-close', port })
  }

  receive(wire: PortWire): void {
    const end = this.#ends.get(wire.port)
    if (!end) return
    if (wire.kind === 'port-message') {
      end.post({ data: wire.data, ports: wire.ports.map((id) => this.admit(id)) })
    } else {
      this.#forget(end)
      end.close()
    }
  }

  /** The other side is gone, and with it every port it held. */
  closeAll(): void {
    for (const end of this.#ends.values()) {
      this.#forget(end)
      end.close()
    }
  }

  #keep(id: string, end: PortEnd): void {
    this.#ends.set(id, end)
    this.#ids.set(end, id)
  }

  #forget(end: PortEnd): string | undefined {
    const id = this.#ids.get(end)
    this.#ids.delete(end)
    if (id !== undefined) this.#ends.delete(id)
    return id
  }
}
