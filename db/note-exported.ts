import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { fail, type Result } from '../shared/result.ts'
import { keepHead } from './draw-lock.ts'
import { toExportLines } from './export-lines.ts'
import { writeAside } from './in-transaction.ts'
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
    const lines = toExportLines(blocks, added, request)
    if (lines.length > 0) {
      store.ledger.append(lines, store.install.id)
      keepHead(store)
    }
    return null
  })
}
