import { EventEmitter } from 'node:events'
import { notImplemented, strict } from './not-implemented.ts'

type Listener = Parameters<EventEmitter['on']>[1]

/**
 * An emitter of any events; reading a member that it has not throws. `new` gives the strict view of the object,
 * so the private fields of subclasses live on that view.
 */
export class StrictView extends EventEmitter {
  constructor(name: string) {
    super()
    return strict(name, this)
  }
}

/** Base of most of the stand-in's classes: listening for an event that the stand-in never sends throws too. */
export class StrictEmitter extends StrictView {
  readonly #name: string
  readonly #events: ReadonlySet<string>

  constructor(name: string, events: readonly string[]) {
    super(name)
    this.#name = name
    this.#events = new Set(events)
  }

  override on(event: string, listener: Listener): this {
    this.#check(event)
    return super.on(event, listener)
  }

  override addListener(event: string, listener: Listener): this {
    return this.on(event, listener)
  }

  override prependListener(event: string, listener: Listener): this {
    this.#check(event)
    return super.prependListener(event, listener)
  }

  #check(event: string): void {
    if (!this.#events.has(event)) throw notImplemented(`${this.#name}.on('${event}')`)
  }
}
