import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { ok, type Result } from '../shared/result.ts'
import type { CellChange } from '../shared/domain/patch.ts'
import { applyChange } from './change-log.ts'
import { getKnownHead } from './draw-lock.ts'
import { listNumbers } from './number-fate.ts'
import { getProOwners } from './shipment.ts'
import type { Store } from './store.ts'

/**
 * A database older than the ledger may still show a number on a shipment that had lost it by the time it was released,
 * and that another shipment may have got since: it is taken off.
 */
export function takeBackReleased(store: Store): Result<null, StoreProblem> {
  const released = store.ledger.getLinesAfter(getKnownHead(store)).filter(({ kind }) => kind === 'release')
  const numbers = [...new Set(released.flatMap(listNumbers))]
  const cells = numbers.flatMap((number) =>
    getProOwners(store, number).map(({ id }): CellChange => ({
      entity: 'shipment',
      id,
      field: 'pro',
      before: number,
      after: null,
    })),
  )
  if (cells.length === 0) return ok(null)
  const request = {
    opId: `taken-back-${store.ledger.getHead().hash.slice(0, 32)}`,
    command: 'numbers-taken-back',
    label: { numbers: cells.length },
    who: 'Tailboard',
    nowMs: released.at(-1)!.atMs,
    isReversible: false,
  }
  const applied = applyChange<null, never>(store, request, () =>
    ok({ patch: { inserts: [], cells }, result: null }),
  )
  return applied.ok ? ok(null) : applied
}
