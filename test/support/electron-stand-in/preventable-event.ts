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
  const event = Object.assign(
    { ...details },
    {
      defaultPrevented: false,
      preventDefault() {
        event.defaultPrevented = true
      },
    },
  )
  emitter.emit(name, event, ...args)
  return event
}
