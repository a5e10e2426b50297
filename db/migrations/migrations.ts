import { foundation } from './0001-foundation.ts'

/** In order; the place in the list + 1 is the schema version. A released entry is never edited. */
export const migrations: readonly { name: string; sql: string }[] = [{ name: 'foundation', sql: foundation }]

export const schemaVersion = migrations.length
