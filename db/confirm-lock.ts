import type { CellChange } from '../shared/domain/patch.ts'
import type { DrawLock, StoreProblem } from '../shared/domain/store-problem.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { applyChange, type ChangeRequest } from './change-log.ts'
import { getDrawLock, unlockDrawing } from './draw-lock.ts'
import { toNumberLine, type ConfirmLine } from './ledger-line.ts'
import { getNumberBlocks } from './number-block.ts'
import type { Store } from './store.ts'

/**
 * confirmed: the ledger was looked at and this database is the newest. moved: these are the only data, under a new
 * install id. split: the desk these data were copied from goes on with its blocks, and none is drawn from here.
 */
export function confirmLock(
  store: Store,
  request: ChangeRequest,
  answer: ConfirmLine['answer'],
): Result<null, StoreProblem | { kind: 'lock-answer'; lock: DrawLock | null }> {
  const applied = applyChange(store, { ...request, isReversible: false }, () => {
    const lock = getDrawLock(store)
    const isInstall = lock === 'other-install'
    if (lock === null || isInstall === (answer === 'confirmed'))
      return fail({ kind: 'lock-answer', lock } as const)
    const retired = answer === 'split' ? getNumberBlocks(store).filter(({ isRetired }) => !isRetired) : []
    const cells = retired.map(({ id }): CellChange => ({
      entity: 'block',
      id,
      field: 'isRetired',
      before: 0,
      after: 1,
    }))
    return ok({
      patch: { inserts: [], cells },
      ledgerLines: [
        { kind: 'confirm', opId: request.opId, answer, atMs: request.nowMs } as const,
        ...retired.map((block) =>
          toNumberLine('retire', block, { from: block.first, to: block.last }, request),
        ),
      ],
      writeRecords: () => (isInstall ? store.install.renew() : unlockDrawing(store)),
      result: null,
    })
  })
  return applied.ok ? ok(null) : applied
}
