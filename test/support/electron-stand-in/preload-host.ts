import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CdpSession } from './cdp.ts'
import type { MessagePortMain } from './message-port.ts'
import type { PageListener } from './page-listener.ts'
import { createCodec } from './page/codec.ts'
import type { MainWire, PageWire } from './page/wire.ts'
import { getIsolatedWorldScript, getMainWorldScript } from './page/world-scripts.ts'
import { RemotePorts } from './remote-ports.ts'

const world = 'Electron Isolated Context'
export const codec = createCodec()

/** The main process's end of a page's two worlds: its preload, and what the two say to each other. */
export class PreloadHost {
  readonly #session: CdpSession
  readonly #listener: PageListener
  #context: number | undefined
  readonly #ports = new RemotePorts('main-', (wire) => {
    this.#send(wire.kind === 'port-message' ? { ...wire, data: codec.encode(wire.data) } : wire)
  })

  constructor(session: CdpSession, mainFrameId: string, listener: PageListener) {
    this.#session = session
    this.#listener = listener
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string }
      if (context.name === world && frameId === mainFrameId) this.#context = context.id
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#context) this.#forgetPage()
    })
    session.on('Runtime.executionContextsCleared', () => this.#forgetPage())
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== '__standInPost') return
      const wire: PageWire = JSON.parse(payload)
      void this.#receive(wire, executionContextId)
    })
  }

  async install(preload: string | undefined, extraArguments: readonly string[]): Promise<void> {
    const channel = `stand-in-${randomUUID()}`
    const session = this.#session
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8')
    const isolated = getIsolatedWorldScript(channel, getProcessPart(extraArguments), source)
    await Promise.all([
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: '__standInPost', executionContextName: world }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: getMainWorldScript(channel) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { worldName: world, source: isolated }),
    ])
  }

  sendEvent(channel: string, args: unknown[], transfer: MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.#ports.adopt(port.detach()))
    this.#send({ kind: 'event', channel, args: codec.encode(args), ports })
    this.#ports.open(ports)
  }

  /** Evaluates in the world of the preload, as if the user had just pressed something. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression,
      userGesture: true,
      returnByValue: true,
      ...(this.#context === undefined ? {} : { contextId: this.#context }),
    })
    return result.value as unknown
  }

  async #receive(wire: PageWire, context: number): Promise<void> {
    switch (wire.kind) {
      case 'invoke': {
        const answer = await this.#listener
          .invoke(wire.channel, codec.decode(wire.args) as unknown[])
          .then((value) => ({ isError: false, value: codec.encode(value) }))
          .catch((error: unknown) => ({ isError: true, value: codec.encode(String(error)) }))
        return this.#send({ kind: 'answer', id: wire.id, ...answer }, context)
      }
      case 'send': {
        const ports = wire.ports.map((id) => this.#ports.admit(id))
        return this.#listener.send(wire.channel, codec.decode(wire.args) as unknown[], ports)
      }
      case 'title':
        return this.#listener.titled(wire.title)
      case 'preload-error':
        return this.#listener.preloadError(Object.assign(new Error(wire.message), { stack: wire.stack }))
      case 'port-message':
        return this.#ports.receive({ ...wire, data: codec.decode(wire.data as string) })
      default:
        return this.#ports.receive(wire)
    }
  }

  #send(wire: MainWire, context = this.#context): void {
    if (context === undefined) return
    const expression = `__standInReceive(${JSON.stringify(JSON.stringify(wire))})`
    this.#session.post('Runtime.evaluate', { contextId: context, expression })
  }

  #forgetPage(): void {
    this.#context = undefined
    this.#ports.closeAll()
  }
}

const getProcessPart = (extraArguments: readonly string[]): object => ({
  platform: process.platform,
  arch: process.arch,
  versions: process.versions,
  env: process.env,
  argv: [process.execPath, ...extraArguments],
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
})
