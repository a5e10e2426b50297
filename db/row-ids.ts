import type { Entity } from '../shared/domain/patch.ts'
import type { Store } from './store.ts'

/**
 * Takes `count` row ids for new rows and returns the first. Ids are never used again, not even after an
 * undone import, so that the change log keeps speaking of the same rows. Only inside applyChange.
 */
export function takeRowIds(store: Store, entity: Entity, count: number): number {
  const next = store.prepare('SELECT next FROM id_counters WHERE entity = ?').pluck().get(entity) as
    number | undefined
  store
    .prepare('INSERT INTO id_counters VALUES (?, ?) ON CONFLICT (entity) DO UPDATE SET next = excluded.next')
    .run(entity, (next ?? 1) + count)
  return next ?? 1
}
