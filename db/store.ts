import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { OpenProblem } from '../shared/domain/store-problem.ts'
import { ok, type Result } from '../shared/result.ts'
import { openInstall, type Install, type InstallOptions } from './install.ts'
import type { NumberLedger } from './number-ledger.ts'
import { toOpenProblem } from './open-problem.ts'
import * as schema from './schema.ts'
import type { Sqlite, Statement } from './sqlite.ts'

export type Orm = BetterSQLite3Database<typeof schema>

/** One open database with its ledger. Only the change log writes to it. */
export interface Store {
  readonly file: string
  readonly sqlite: Sqlite
  readonly orm: Orm
  readonly ledger: NumberLedger
  readonly install: Install
  /** Rises with every change that is tried, so that what was compared with the rows is known to be old. */
  readonly revision: number
  noteChange(): void
  /** A statement prepared once per connection. */
  prepare(sql: string): Statement
  /** Gives the connection up for a new one, after an I/O error; after a Problem there is none. */
  reopen(): Result<null, OpenProblem>
  close(): void
}

export function createStore(
  file: string,
  first: Sqlite,
  ledger: NumberLedger,
  installOptions: InstallOptions,
  connect: () => Result<Sqlite, OpenProblem>,
): Store {
  const statements = new Map<string, Statement>()
  let sqlite = first
  let orm = drizzle(sqlite, { schema })
  let revision = 0
  const install = openInstall(() => sqlite, file, ledger.getInstall(), installOptions)
  return {
    file,
    get sqlite() {
      return sqlite
    },
    get orm() {
      return orm
    },
    ledger,
    install,
    get revision() {
      return revision
    },
    noteChange() {
      revision += 1
    },
    prepare(sql) {
      let statement = statements.get(sql)
      if (!statement) {
        statement = sqlite.prepare(sql)
        statements.set(sql, statement)
      }
      return statement
    },
    reopen() {
      statements.clear()
      sqlite.close()
      const connected = connect()
      if (!connected.ok) return connected
      sqlite = connected.value
      orm = drizzle(sqlite, { schema })
      return ok(null)
    },
    close() {
      statements.clear()
      ledger.close()
      if (!sqlite.open) return
      try {
        sqlite.pragma('optimize')
        sqlite.pragma('wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // What is committed is in the write-ahead log, and the next start reads it from there.
        if (!toOpenProblem(file, error)) throw error
      } finally {
        sqlite.close()
      }
    },
  }
}
