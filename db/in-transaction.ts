import { statfsSync } from 'node:fs'
import path from 'node:path'
import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { alignBlocksWithLedger } from './align-blocks.ts'
import { RowMovedOn } from './apply-patch.ts'
import { toOpenProblem } from './open-problem.ts'
import { getErrorCode } from './sqlite.ts'
import type { Store } from './store.ts'

/** Rows beside the log are no operation of their own. */
const asideOpId = ''

/**
 * Runs `work` in BEGIN IMMEDIATE; a Problem or a throw rolls back, and trouble with the disk becomes a Problem. After
 * an I/O error the connection is made anew and the operation looked up, so that the answer is what the file says.
 */
export function inTransaction<T, P>(
  store: Store,
  opId: string,
  work: () => Result<T, P>,
): Result<T, P | StoreProblem> {
  if (!store.sqlite.open) {
    const reopened = store.reopen()
    if (!reopened.ok) return reopened
  }
  const { sqlite } = store
  if (opId !== asideOpId) store.noteChange()
  let answer: Result<T, P> | undefined
  try {
    sqlite.exec('BEGIN IMMEDIATE')
    answer = work()
    sqlite.exec(answer.ok ? 'COMMIT' : 'ROLLBACK')
    return answer
  } catch (error) {
    const code = getErrorCode(error)
    if (code?.startsWith('SQLITE_IOERR')) return settleAfterIoError(store, opId, code, answer)
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    const problem = error instanceof RowMovedOn ? error.problem : toStoreProblem(store, error)
    if (!problem) throw error
    skipBurntNumbers(store)
    return fail(problem)
  }
}

/** For rows beside the log that no history keeps: drafts and settings. */
export const writeAside = <T>(store: Store, write: () => T): Result<T, StoreProblem> =>
  inTransaction<T, never>(store, asideOpId, () => ok(write()))

/** A COMMIT that reported an error may yet be in the file, unseen by the connection that made it. */
function settleAfterIoError<T, P>(
  store: Store,
  opId: string,
  code: string,
  answer: Result<T, P> | undefined,
): Result<T, P | StoreProblem> {
  const isReopened = store.reopen().ok
  if (answer?.ok && !isReopened) return fail({ kind: 'commit-in-doubt', opId, code })
  if (answer?.ok && isCarriedOut(store, opId)) return answer
  if (isReopened) skipBurntNumbers(store)
  return fail({ kind: 'database-unwritable', file: store.file, code })
}

const isCarriedOut = (store: Store, opId: string): boolean =>
  store.prepare('SELECT 1 FROM change_events WHERE op_id = ?').get(opId) !== undefined

function toStoreProblem(store: Store, error: unknown): StoreProblem | null {
  const code = getErrorCode(error)
  if (code !== 'SQLITE_FULL' && code !== 'ENOSPC' && code !== 'EDQUOT')
    return toOpenProblem(store.file, error)
  const folder = path.dirname(store.file)
  return { kind: 'disk-full', path: folder, freeMb: getFreeMb(folder) }
}

function getFreeMb(folder: string): number | null {
  try {
    const stat = statfsSync(folder)
    return Math.floor((stat.bavail * stat.bsize) / 1_048_576)
  } catch {
    return null
  }
}

/** Numbers that are in the ledger and were rolled back are a gap; where even that cannot be written, the start does it. */
function skipBurntNumbers(store: Store): void {
  try {
    alignBlocksWithLedger(store)
  } catch (error) {
    if (!toStoreProblem(store, error)) throw error
  }
}
