import { asc } from 'drizzle-orm'
import type { ImportField } from '../shared/domain/sheet/import-field.ts'
import { taughtHeadings } from './schema.ts'
import type { Store } from './store.ts'

export interface StoredHeading {
  id: number
  /** Normalised. */
  heading: string
  /** As it stood in the sheet. */
  label: string
  /** Null: no field of ours. */
  field: ImportField | null
}

export const getTaughtHeadings = (store: Store): StoredHeading[] =>
  store.orm.select().from(taughtHeadings).orderBy(asc(taughtHeadings.id)).all()
