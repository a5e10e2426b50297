import type { PlannedChange } from '../../db/change-log.ts'
import { toExportLines } from '../../db/export-lines.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { insertExported } from '../../db/number-fate.ts'
import type { Store } from '../../db/store.ts'
import type { BlockHistory } from '../../shared/domain/used-numbers.ts'

/**
 * An old sheet's numbers as part of its import. They went out long ago: like exported ones they are never released, nor
 * drawn from a block that is added later.
 */
export function learnNumbers(
  store: Store,
  named: readonly string[],
  learned: readonly BlockHistory[],
  request: { opId: string; nowMs: number },
): Required<Pick<PlannedChange<null>, 'draws' | 'ledgerLines' | 'writeRecords'>> {
  const draws = learned.flatMap(({ draw }) => draw ?? [])
  const used = [...draws.flatMap(({ numbers }) => numbers), ...learned.flatMap(({ far }) => far)]
  return {
    draws,
    ledgerLines: toExportLines(getNumberBlocks(store), used, request),
    writeRecords(target) {
      for (const number of [...used, ...named]) insertExported(target, number, request.opId)
    },
  }
}
