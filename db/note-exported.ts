import { findBlock } from '../shared/domain/number-state.ts'
import { toRuns } from '../shared/domain/number-run.ts'
import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { fail, type Result } from '../shared/result.ts'
import { keepHead } from './draw-lock.ts'
import { writeAside } from './in-transaction.ts'
import { toNumberLine } from './ledger-line.ts'
import { getNumberBlocks } from './number-block.ts'
import { insertExported } from './number-fate.ts'
import { isExported } from './number-view.ts'
import type { Store } from './store.ts'

/**
 * Before the files are there: from now on none of these numbers is released, whatever becomes of the export. A copied
 * folder lets none out that another desk may give to another shipment.
 */
export function noteExported(
  store: Store,
  numbers: readonly string[],
  request: { opId: string; nowMs: number },
): Result<null, StoreProblem> {
  if (store.install.isElsewhere && !numbers.every((number) => isExported(store, number)))
    return fail({ kind: 'drawing-locked', lock: 'other-install' })
  return writeAside(store, () => {
    const blocks = getNumberBlocks(store)
    const added = numbers.filter((number) => insertExported(store, number, request.opId))
    const placed = added.flatMap((number) => findBlock(number, blocks) ?? [])
    const lines = [...Map.groupBy(placed, ({ block }) => block)].flatMap(([block, own]) =>
      toRuns(
        own.map(({ seq }) => seq).toSorted((a, b) => a - b),
        block.increment,
      ).map((run) => toNumberLine('export', block, run, request)),
    )
    if (lines.length > 0) {
      store.ledger.append(lines, store.install.id)
      keepHead(store)
    }
    return null
  })
}
