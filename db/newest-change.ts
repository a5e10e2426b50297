import type { Store } from './store.ts'

/** When the newest change was made, undone or done again, by the clock of then; null on an empty desk. */
export const getNewestChangeMs = (store: Store): number | null =>
  store.prepare('SELECT max(at_ms) FROM change_events').pluck().get() as number | null
