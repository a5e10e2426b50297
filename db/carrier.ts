import { asc } from 'drizzle-orm'
import type { CarrierRule } from '../shared/domain/assign.ts'
import type { Carrier } from '../shared/domain/carrier.ts'
import { carrierRules, carriers } from './schema.ts'
import type { Store } from './store.ts'

export const getCarriers = (store: Store): Carrier[] =>
  store.orm.select().from(carriers).orderBy(asc(carriers.id)).all()

export const getCarrierRules = (store: Store): CarrierRule[] =>
  store.orm.select().from(carrierRules).orderBy(asc(carrierRules.position), asc(carrierRules.id)).all()
