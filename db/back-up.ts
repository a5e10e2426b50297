import { closeSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { loadSqlite, type Sqlite } from './sqlite.ts'
import { syncFolder, writeFileWhole } from './write-file-whole.ts'

/** What stands beside a copy of the database: where the ledger was, so that a copy older than the ledger shows. */
export interface BackupNote {
  ledgerHead: string
  schemaVersion: number
}

export const getBackupNoteFile = (target: string): string => `${target}.ledger.json`

/** A copy that was read again before it got its name; throws where it is not whole. */
export function backUp(sqlite: Sqlite, target: string, ledgerHead: string): number {
  const partial = `${target}.partial`
  // Made by the system first: its error says more than SQLite's.
  closeSync(openSync(partial, 'w', 0o600))
  sqlite.prepare('VACUUM INTO ?').run(partial)
  syncFile(partial)
  const schemaVersion = sqlite.pragma('user_version', { simple: true }) as number
  verify(partial, schemaVersion)
  writeFileWhole(
    getBackupNoteFile(target),
    `${JSON.stringify({ ledgerHead, schemaVersion } satisfies BackupNote)}\n`,
  )
  renameSync(partial, target)
  syncFolder(path.dirname(target))
  return statSync(target).size
}

function verify(file: string, schemaVersion: number): void {
  const Database = loadSqlite()
  const copy = new Database(file, { readonly: true })
  try {
    const damage = copy.pragma('integrity_check(1)', { simple: true }) as string
    const version = copy.pragma('user_version', { simple: true }) as number
    if (damage !== 'ok' || version !== schemaVersion)
      throw new Error(`the copy does not read back: ${damage}`)
  } finally {
    copy.close()
  }
}

function syncFile(file: string): void {
  const fd = openSync(file, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
