import { existsSync, lstatSync, mkdirSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { fail, ok, type Result } from '../shared/result.ts'
import type { OpenProblem } from '../shared/domain/store-problem.ts'
import { alignBlocksWithLedger } from './align-blocks.ts'
import type { InstallOptions } from './install.ts'
import { getLedgerFile } from './ledger-place.ts'
import { getMachineFolder } from './machine-folder.ts'
import { migrate } from './migrate.ts'
import { schemaVersion } from './migrations/migrations.ts'
import { openNumberLedger } from './number-ledger.ts'
import { toOpenProblem } from './open-problem.ts'
import { loadSqlite, type Sqlite } from './sqlite.ts'
import { createStore, type Store } from './store.ts'
import { takeBackNumbers } from './take-back.ts'

/** 'TLBD' */
export const applicationId = 0x544c4244

/** Statfs types of NFS, CIFS and SMB. */
const networkFileSystems = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x517b])
const syncedFolder =
  /[\\/](OneDrive|Dropbox|iCloud ?Drive|Mobile Documents|Google ?Drive|坚果云)[^\\/]*[\\/]/i

/**
 * Opens or creates the database, migrates it and brings its blocks level with the ledger.
 * A database that cannot be opened keeps every byte as it is.
 */
export function openStore(
  file: string,
  install: InstallOptions = { machineFolder: getMachineFolder() },
): Result<Store, OpenProblem> {
  const place = checkPlace(file)
  if (place) return fail(place)
  let sqlite: Sqlite | undefined
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const connected = connect(file)
    if (!connected.ok) return connected
    sqlite = connected.value
    const store = createStore(file, sqlite, openNumberLedger(getLedgerFile(file)), install, () =>
      connect(file),
    )
    const takenBack = takeBackNumbers(store)
    if (!takenBack.ok) {
      store.close()
      return fail({ kind: 'database-unwritable', file, code: takenBack.problem.kind })
    }
    alignBlocksWithLedger(store)
    return ok(store)
  } catch (error) {
    sqlite?.close()
    const problem = toOpenProblem(file, error)
    if (!problem) throw error
    return fail(problem)
  }
}

function connect(file: string): Result<Sqlite, OpenProblem> {
  const Database = loadSqlite()
  let sqlite: Sqlite | undefined
  try {
    sqlite = new Database(file, { timeout: 200 })
    const problem = prepareConnection(sqlite, file)
    if (!problem) return ok(sqlite)
    sqlite.close()
    return fail(problem)
  } catch (error) {
    sqlite?.close()
    const problem = toOpenProblem(file, error)
    if (!problem) throw error
    return fail(problem)
  }
}

function prepareConnection(sqlite: Sqlite, file: string): OpenProblem | null {
  // EXCLUSIVE comes before WAL: then there is no shared-memory file, and a second opener is turned away.
  sqlite.pragma('locking_mode = EXCLUSIVE')
  const owner = sqlite.pragma('application_id', { simple: true }) as number
  const tables = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  if (owner !== applicationId && (owner !== 0 || tables > 0)) return { kind: 'database-not-ours', file }
  const newer = checkVersion(sqlite, file)
  if (newer) return newer
  sqlite.pragma('journal_mode = WAL')
  applySettings(sqlite)
  if (owner === 0) sqlite.pragma(`application_id = ${applicationId}`)
  if (tables > 0) {
    const damage = sqlite.pragma('integrity_check(1)', { simple: true }) as string
    if (damage !== 'ok') return { kind: 'database-damaged', file, detail: damage }
  }
  migrate(sqlite, file)
  const broken = sqlite.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) return { kind: 'database-damaged', file, detail: `foreign keys: ${broken.length}` }
  return null
}

/** A reopened WAL database silently runs at NORMAL in this build, so FULL is set and read back at every open. */
function applySettings(sqlite: Sqlite): void {
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('fullfsync = ON')
  sqlite.pragma('checkpoint_fullfsync = ON')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('recursive_triggers = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('mmap_size = 0')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('cache_size = -32768')
  if (sqlite.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
}

function checkVersion(sqlite: Sqlite, file: string): OpenProblem | null {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  return version > schemaVersion ? { kind: 'database-newer', file, version, known: schemaVersion } : null
}

function checkPlace(file: string): OpenProblem | null {
  if (file.startsWith('\\\\') || file.startsWith('//'))
    return { kind: 'database-place', file, reason: 'network' }
  if (syncedFolder.test(file)) return { kind: 'database-place', file, reason: 'synced-folder' }
  const folder = path.dirname(file)
  if (existsSync(folder) && networkFileSystems.has(statfsSync(folder).type))
    return { kind: 'database-place', file, reason: 'network' }
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (!stat) return null
  if (stat.isSymbolicLink() || (stat.isFile() && stat.nlink > 1))
    return { kind: 'database-place', file, reason: 'link' }
  return stat.isFile() ? null : { kind: 'database-place', file, reason: 'not-a-file' }
}
