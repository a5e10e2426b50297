import { findBlock } from '../shared/domain/number-state.ts'
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
 * install id. split: the desk these data were copied from goes on with its blocks: none is drawn from here, and what
 * was not exported before is taken off, since the other desk may yet give it to another shipment.
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
    const cells = [
      ...retired.map(({ id }) => toCell('block', id, 'isRetired', 0, 1)),
      ...(answer === 'split' ? listTakenOff(store) : []),
    ]
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

/** Typed by hand or drawn: the other desk comes to it, or has released it. */
function listTakenOff(store: Store): CellChange[] {
  const blocks = getNumberBlocks(store)
  const standing = store
    .prepare(
      `SELECT id, pro FROM shipments s WHERE pro IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM exported_numbers e WHERE e.number = s.pro)`,
    )
    .all() as { id: number; pro: string }[]
  return standing
    .filter(({ pro }) => findBlock(pro, blocks)?.wantedCheck === null)
    .map(({ id, pro }) => toCell('shipment', id, 'pro', pro, null))
}

const toCell = (
  entity: CellChange['entity'],
  id: number,
  field: string,
  before: CellChange['before'],
  after: CellChange['after'],
): CellChange => ({ entity, id, field, before, after })
