import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { ok, type Result } from '../shared/result.ts'
import type { CellChange } from '../shared/domain/patch.ts'
import { applyChange } from './change-log.ts'
import { getKnownHead } from './draw-lock.ts'
import type { NumberLine } from './ledger-line.ts'
import { listNumbers } from './number-fate.ts'
import { getProOwners } from './shipment.ts'
import type { Store } from './store.ts'

/**
 * A database older than the ledger may still show a number on a shipment that another shipment may have got since: it
 * had lost it by the time the number was released, or drawn or lent for the first time. It is taken off.
 */
export function takeBackNumbers(store: Store): Result<null, StoreProblem> {
  const lines = store.ledger.getLinesAfter(getKnownHead(store))
  const released = lines.filter(({ kind }) => kind === 'release').flatMap(listNumbers)
  const taken = lines.filter(({ kind }) => kind === 'draw' || kind === 'lend')
  const numbers = [...new Set([...released, ...listTypedAmong(store, taken)])]
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
    nowMs: lines.at(-1)!.atMs,
    isReversible: false,
  }
  const applied = applyChange<null, never>(store, request, () =>
    ok({ patch: { inserts: [], cells }, result: null }),
  )
  return applied.ok ? ok(null) : applied
}

/** Typed by hand, and not exported before: else the draw would have passed them over. */
function listTypedAmong(store: Store, taken: readonly NumberLine[]): string[] {
  if (taken.length === 0) return []
  const typed = new Set(
    store
      .prepare(
        `SELECT pro FROM shipments s WHERE pro IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM issued_numbers i WHERE i.number = s.pro)
         AND NOT EXISTS (SELECT 1 FROM exported_numbers e WHERE e.number = s.pro)`,
      )
      .pluck()
      .all() as string[],
  )
  return typed.size === 0 ? [] : taken.flatMap(listNumbers).filter((number) => typed.has(number))
}
