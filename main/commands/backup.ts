import { existsSync } from 'node:fs'
import { backUp } from '../../db/back-up.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { describeWriteError } from '../files/verified-write.ts'

/** A copy to put aside; what is there already is never written over. */
export const writeBackup: Handler<'backup.write'> = ({ store }, { path: file }) => {
  if (existsSync(file)) return fail({ kind: 'not-published', problem: { kind: 'target-exists', path: file } })
  const ledgerHead = store.ledger.getHead().hash
  try {
    return ok({ file, bytes: backUp(store.sqlite, file, ledgerHead), ledgerHead })
  } catch (error) {
    const problem = describeWriteError(error, file)
    if (!problem) throw error
    return fail({ kind: 'not-published', problem })
  }
}
