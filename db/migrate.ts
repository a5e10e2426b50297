import { readLedgerHead } from './read-ledger.ts'
import { backUp } from './back-up.ts'
import { getLedgerFile } from './ledger-place.ts'
import { migrations } from './migrations/migrations.ts'
import type { Sqlite } from './sqlite.ts'

/**
 * Brings the schema to the newest version in one transaction, after a verified copy of a database that holds
 * data. Foreign keys are off outside the transaction: inside it the pragma does nothing, and rebuilding a
 * parent table would delete its children.
 */
export function migrate(sqlite: Sqlite, file: string, list = migrations): void {
  const from = sqlite.pragma('user_version', { simple: true }) as number
  if (from >= list.length) return
  if (from > 0) backUp(sqlite, `${file}.before-v${list.length}`, readLedgerHead(getLedgerFile(file)))
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite
      .transaction(() => {
        for (const migration of list.slice(from)) sqlite.exec(migration.sql)
        const broken = sqlite.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`)
        sqlite.pragma(`user_version = ${list.length}`)
      })
      .immediate()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
