import { asc } from 'drizzle-orm'
import type { CarrierRule, RuleSet } from '../shared/domain/carrier-rule.ts'
import { carrierRules, ruleSets } from './schema.ts'
import { getSetting, setSetting } from './settings.ts'
import type { Store } from './store.ts'

/** The rules of all sets, each set's in order. */
export const getCarrierRules = (store: Store): CarrierRule[] =>
  store.orm.select().from(carrierRules).orderBy(asc(carrierRules.position), asc(carrierRules.id)).all()

export const getRuleSets = (store: Store): RuleSet[] =>
  store.orm.select().from(ruleSets).orderBy(asc(ruleSets.id)).all()

const lastUsedName = 'rules-last-used'

/** Client id → the set its shipments were last assigned by; null is the standard set. */
export function getLastUsedSets(store: Store): Map<number, number | null> {
  const text = getSetting(store, lastUsedName) ?? '[]'
  return new Map(JSON.parse(text) as [number, number | null][])
}

export function keepLastUsedSet(store: Store, clientIds: Iterable<number>, setId: number | null): void {
  const used = getLastUsedSets(store)
  for (const clientId of clientIds) used.set(clientId, setId)
  setSetting(store, lastUsedName, JSON.stringify([...used]))
}
