export interface WorldLink {
  emit(type: string, detail?: unknown): void
  on(type: string, listener: (detail: never) => void): void
}

/**
 * Synchronous events between the two worlds of one page. They share the document but no objects: the browser clones
 * an event's detail for the other world, files included.
 */
export function createWorldLink(channel: string): WorldLink {
  return {
    emit(type, detail) {
      document.dispatchEvent(new CustomEvent(`${channel}:${type}`, { detail }))
    },
    on(type, listener) {
      document.addEventListener(`${channel}:${type}`, (event) =>
        listener((event as CustomEvent<never>).detail),
      )
    },
  }
}
