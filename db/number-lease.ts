import { asc } from 'drizzle-orm'
import { numberLeases } from './schema.ts'
import type { Store } from './store.ts'

export type LeaseRow = typeof numberLeases.$inferSelect

export const getLeases = (store: Store): LeaseRow[] =>
  store.orm.select().from(numberLeases).orderBy(asc(numberLeases.blockId), asc(numberLeases.first)).all()

export const insertLease = (store: Store, lease: LeaseRow): void =>
  void store.orm.insert(numberLeases).values(lease).run()
