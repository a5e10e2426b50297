import { asc } from 'drizzle-orm'
import { ruleLevels } from './schema.ts'
import type { Store } from './store.ts'

export type StoredRuleLevel = typeof ruleLevels.$inferSelect

/** Levels that a dispatcher gave to rules, one a rule. */
export const getRuleLevels = (store: Store): StoredRuleLevel[] =>
  store.orm.select().from(ruleLevels).orderBy(asc(ruleLevels.id)).all()
