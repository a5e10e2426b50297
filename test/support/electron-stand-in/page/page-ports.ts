import type { PortWire } from '../remote-ports.ts'
import type { Codec } from './codec.ts'

export interface PagePorts {
  adopt(port: MessagePort): string
  admit(id: string): MessagePort
  receive(wire: PortWire): void
}

/** The ports a page and the main process have handed each other: real ones in the page, pumped through the wire. */
export function createPagePorts(codec: Codec, post: (wire: PortWire) => void): PagePorts {
  const pumped = new Map<string, MessagePort>()
  let lastId = 0

  const pump = (id: string, port: MessagePort): void => {
    pumped.set(id, port)
    port.addEventListener('message', ({ data, ports }) => {
      post({ kind: 'port-message', port: id, data: codec.encode(data), ports: ports.map(adopt) })
    })
    port.addEventListener('close', () => {
      if (pumped.delete(id)) post({ kind: 'port-close', port: id })
    })
    port.start()
  }

  const adopt = (port: MessagePort): string => {
    const id = `page-${++lastId}`
    // Its messages may come before the one that carries this id has been sent.
    setTimeout(() => pump(id, port))
    return id
  }

  const admit = (id: string): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    pump(id, port1)
    return port2
  }

  const receive = (wire: PortWire): void => {
    const port = pumped.get(wire.port)
    if (wire.kind === 'port-message')
      port?.postMessage(codec.decode(wire.data as string), wire.ports.map(admit))
    else {
      pumped.delete(wire.port)
      port?.close()
    }
  }

  return { adopt, admit, receive }
}
