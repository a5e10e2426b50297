import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { NumberLedger } from './number-ledger.ts'
import * as schema from './schema.ts'
import type { Sqlite, Statement } from './sqlite.ts'

export type Orm = BetterSQLite3Database<typeof schema>

/** One open database with its ledger. Only the change log writes to it. */
export interface Store {
  readonly file: string
  readonly sqlite: Sqlite
  readonly orm: Orm
  readonly ledger: NumberLedger
  /** A statement prepared once per connection. */
  prepare(sql: string): Statement
  close(): void
}

export function createStore(file: string, sqlite: Sqlite, ledger: NumberLedger): Store {
  const statements = new Map<string, Statement>()
  return {
    file,
    sqlite,
    orm: drizzle(sqlite, { schema }),
    ledger,
    prepare(sql) {
      let statement = statements.get(sql)
      if (!statement) {
        statement = sqlite.prepare(sql)
        statements.set(sql, statement)
      }
      return statement
    },
    close() {
      statements.clear()
      ledger.close()
      if (!sqlite.open) return
      try {
        sqlite.pragma('optimize')
        sqlite.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        sqlite.close()
      }
    },
  }
}
