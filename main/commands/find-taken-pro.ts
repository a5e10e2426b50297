import { getIssuedAmong, getNumberBlocks } from '../../db/number-block.ts'
import { isExported } from '../../db/number-view.ts'
import { getLeases } from '../../db/number-lease.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { findBlock, getElsewhere } from '../../shared/domain/number-state.ts'
import { formatProNumber } from '../../shared/domain/pro-number.ts'
import type { ValueRefusal } from '../../shared/domain/shipment-edit.ts'

/** Why numbers that come onto shipments by hand may not: they were given out, or are not this desk's to give. */
export const findTakenPro = (store: Store, arriving: readonly string[]): CallProblem | null =>
  arriving.length === 0 ? null : (findIssued(store, arriving) ?? findElsewhere(store, arriving))

/** A number of a block that was given out, or went out though it was typed, never comes back by typing. */
function findIssued(store: Store, arriving: readonly string[]): CallProblem | null {
  const drawn = getIssuedAmong(store, arriving)
  const blocks = getNumberBlocks(store)
  const issued = arriving.find(
    (number) =>
      drawn.has(number) || (isExported(store, number) && findBlock(number, blocks)?.wantedCheck === null),
  )
  return issued === undefined ? null : refusePro(issued, 'issued-before', null)
}

/** Another desk's numbers, and those that something unknown here took out of their block. */
function findElsewhere(store: Store, arriving: readonly string[]): CallProblem | null {
  const blocks = getNumberBlocks(store)
  const lent = getLeases(store).filter(({ direction }) => direction === 'lent')
  for (const number of arriving) {
    const placed = findBlock(number, blocks)
    if (!placed) continue
    const { block, seq } = placed
    const lease = lent.find(({ blockId, first, last }) => blockId === block.id && seq >= first && seq <= last)
    const why = getElsewhere(placed, lease !== undefined)
    if (why === null) continue
    const { first, last } = lease ?? block
    return {
      kind: 'number-elsewhere',
      number,
      why,
      blockId: block.id,
      first: formatProNumber(block, first),
      last: formatProNumber(block, last),
      desk: lease?.otherInstall ?? null,
    }
  }
  return null
}

export const refusePro = (value: string, reason: ValueRefusal, owner: string | null): CallProblem => ({
  kind: 'value-refused',
  field: 'pro',
  value,
  reason,
  owner,
})
