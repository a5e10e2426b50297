import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'

export type Sqlite = BetterSqlite3.Database
export type Statement = BetterSqlite3.Statement

const oldestNode = 22

/** better-sqlite3 13 crashes the whole process on Node 20, so the version is checked before it is loaded. */
export function loadSqlite(): typeof BetterSqlite3 {
  const major = Number(process.versions.node.split('.')[0])
  if (major < oldestNode) {
    throw new Error(
      `Tailboard needs Node ${oldestNode} or newer to open its database; this is ${process.versions.node}. ` +
        'Run it through its npm scripts, which bring their own Node.',
    )
  }
  return createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3
}

/** The `code` of an SQLite or system error, or null. */
export function getErrorCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}
