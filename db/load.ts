import { asc } from 'drizzle-orm'
import type { Driver, Load, Vehicle } from '../shared/domain/load.ts'
import { entityTables } from './entity-table.ts'
import { drivers, vehicles } from './schema.ts'
import type { Store } from './store.ts'

export const getVehicles = (store: Store): Vehicle[] =>
  store.orm.select().from(vehicles).orderBy(asc(vehicles.id)).all()

export const getDrivers = (store: Store): Driver[] =>
  store.orm.select().from(drivers).orderBy(asc(drivers.id)).all()

/** Every preview of a batch assign reads them all. */
const loadColumns = [...entityTables.load.columns]
  .map(([field, column]) => `${column} AS ${field}`)
  .join(', ')

/** By day, then by number. */
export const getLoads = (store: Store): Load[] =>
  store.prepare(`SELECT ${loadColumns} FROM loads ORDER BY day, number`).all() as Load[]

/** Id → number of each load. */
export function getLoadNumbers(store: Store): Map<number, string> {
  const rows = store.prepare('SELECT id, number FROM loads').raw().all() as [number, string][]
  return new Map(rows)
}

/** Numbers of all loads that ever stood, those taken back among them. */
export const readLoadNumbers = (store: Store): string[] =>
  store
    .prepare(
      `SELECT number FROM loads
       UNION SELECT content ->> '$.number' FROM removed_rows WHERE entity = 'load'`,
    )
    .pluck()
    .all() as string[]
