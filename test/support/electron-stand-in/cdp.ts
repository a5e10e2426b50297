import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Commands = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues
type Listener = (payload: never) => void

interface Waiting {
  resolve: (result: never) => void
  reject: (error: Error) => void
}

interface Incoming {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

/** Chrome DevTools protocol over the pipe of --remote-debugging-pipe: JSON texts, each ended by a NUL byte. */
export class CdpConnection {
  readonly browser: CdpSession
  readonly #toBrowser: Writable
  readonly #sessions = new Map<string, CdpSession>()
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #unread: Buffer[] = []
  #isClosed = false

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser
    this.browser = this.getSession('')
    fromBrowser.on('data', (chunk: Buffer) => this.#read(chunk))
    for (const stream of [toBrowser, fromBrowser]) {
      stream.on('error', () => this.#close())
      stream.on('close', () => this.#close())
    }
  }

  getSession(sessionId: string): CdpSession {
    const known = this.#sessions.get(sessionId)
    if (known) return known
    const session = new CdpSession((method, params) => this.#send(method, params, sessionId))
    this.#sessions.set(sessionId, session)
    return session
  }

  #send(method: string, params: unknown, sessionId: string): Promise<never> {
    if (this.#isClosed) return Promise.reject(new Error(`Chromium has ended; ${method} was not sent.`))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#toBrowser.write(`${JSON.stringify({ id, method, params, sessionId: sessionId || undefined })}\0`)
    })
  }

  #read(chunk: Buffer): void {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      this.#unread.push(chunk.subarray(from, end))
      const message: Incoming = JSON.parse(Buffer.concat(this.#unread).toString())
      this.#receive(message)
      this.#unread = []
      from = end + 1
    }
    this.#unread.push(chunk.subarray(from))
  }

  #receive({ id, method, params, sessionId, result, error }: Incoming): void {
    if (id === undefined) {
      if (method) this.#sessions.get(sessionId ?? '')?.receive(method, params)
      return
    }
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result as never)
  }

  #close(): void {
    this.#isClosed = true
    for (const { reject } of this.#waiting.values()) reject(new Error('Chromium has ended.'))
    this.#waiting.clear()
  }
}

/** One target's side of the connection; the browser itself is the session without an id. */
export class CdpSession {
  readonly #send: (method: string, params: unknown) => Promise<never>
  readonly #listeners = new Map<string, Listener[]>()

  constructor(send: (method: string, params: unknown) => Promise<never>) {
    this.#send = send
  }

  send<M extends keyof Commands & keyof Answers>(method: M, params?: Commands[M]): Promise<Answers[M]> {
    return this.#send(method, params ?? {})
  }

  /** Sends without an answer: the page may be gone, and then there is nobody to tell. */
  post<M extends keyof Commands & keyof Answers>(method: M, params?: Commands[M]): void {
    this.send(method, params).catch(() => {})
  }

  on<E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }

  receive(event: string, payload: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload as never)
  }
}
