import type { Codec } from './codec.ts'
import type { PagePorts } from './page-ports.ts'
import type { MainWire, PageWire, SyncRequest } from './wire.ts'

type Listener = (event: object, ...args: unknown[]) => void

interface Waiting {
  channel: string
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

/** Electron's ipcRenderer, in the page's isolated world. */
export function createIpcRenderer(
  codec: Codec,
  ports: PagePorts,
  post: (wire: PageWire) => void,
  callSync: (request: SyncRequest) => string,
) {
  const listeners = new Map<string, { listener: Listener; run: Listener }[]>()
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  const add = (channel: string, listener: Listener, run: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, run }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
    )
    return ipcRenderer
  }

  const postMessage = (channel: string, args: unknown[], transfer: MessagePort[]): void => {
    const ids = transfer.map((port) => ports.adopt(port))
    post({ kind: 'send', channel, args: codec.encode(args), ports: ids })
  }

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId
      return new Promise((resolve, reject) => {
        post({ kind: 'invoke', id, channel, args: codec.encode(args) })
        waiting.set(id, { channel, resolve, reject })
      })
    },
    send: (channel: string, ...args: unknown[]) => postMessage(channel, args, []),
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) =>
      postMessage(channel, [message], transfer),
    sendSync: (channel: string, ...args: unknown[]) =>
      codec.decode(callSync({ kind: 'send-sync', channel, args: codec.encode(args) })),
    on: (channel: string, listener: Listener) => add(channel, listener, listener),
    addListener: (channel: string, listener: Listener) => add(channel, listener, listener),
    once: (channel: string, listener: Listener) =>
      add(channel, listener, (event, ...args) => {
        remove(channel, listener)
        listener(event, ...args)
      }),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  const receive = (wire: Extract<MainWire, { kind: 'answer' | 'event' }>): void => {
    if (wire.kind === 'event') {
      const event = { sender: ipcRenderer, ports: wire.ports.map((id) => ports.admit(id)) }
      const args = codec.decode(wire.args) as unknown[]
      for (const { run } of listeners.get(wire.channel) ?? []) run(event, ...args)
      return
    }
    const call = waiting.get(wire.id)
    waiting.delete(wire.id)
    if (!wire.isError) call?.resolve(codec.decode(wire.value))
    else {
      const text = String(codec.decode(wire.value))
      call?.reject(new Error(`Error invoking remote method '${call.channel}': ${text}`))
    }
  }

  return { ipcRenderer, receive }
}
