import type { OpenProblem } from '../shared/domain/store-problem.ts'
import { getErrorCode } from './sqlite.ts'

/** What SQLite or the system says of the database file, or null for what is a bug. */
export function toOpenProblem(file: string, error: unknown): OpenProblem | null {
  const code = getErrorCode(error)
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return { kind: 'database-in-use', file }
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT'))
    return { kind: 'database-damaged', file, detail: code }
  const isWorld = code !== null && /^(SQLITE_(CANTOPEN|READONLY|FULL|IOERR)|E[A-Z]+$)/.test(code)
  return isWorld ? { kind: 'database-unwritable', file, code } : null
}
