import type { EventEmitter } from 'node:events'

export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** Emits an event that a listener can prevent; `details` are the members Electron puts on that event. */
export function emitPreventable(
  emitter: EventEmitter,
  name: string,
  details: object = {},
  ...args: unknown[]
): PreventableEvent {
  let isPrevented = false
  const event = Object.assign(Object.create(null) as object, details, {
    preventDefault() {
      isPrevented = true
    },
  })
  Object.defineProperty(event, 'defaultPrevented', { get: () => isPrevented })
  emitter.emit(name, event, ...args)
  return event as PreventableEvent
}
