import { asc } from 'drizzle-orm'
import type { Carrier } from '../shared/domain/carrier.ts'
import { carriers } from './schema.ts'
import type { Store } from './store.ts'

export const getCarriers = (store: Store): Carrier[] =>
  store.orm.select().from(carriers).orderBy(asc(carriers.id)).all()
