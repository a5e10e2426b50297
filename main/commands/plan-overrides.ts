import { getOverrides } from '../../db/override.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import type { RowInserts } from '../../shared/domain/patch.ts'
import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { CommandContext } from '../engine/context.ts'

export interface WantedOverride {
  shipmentId: number
  rule: ReadinessReason
  value: string
}

const fields = ['id', 'shipmentId', 'rule', 'value', 'reason', 'who', 'atMs'] as const

/** Rows for those that do not stand yet, all with one reason. */
export function planOverrides(
  context: CommandContext,
  store: Store,
  wanted: readonly WantedOverride[],
  reason: string,
): RowInserts {
  const standing = getOverrides(
    store,
    wanted.map(({ shipmentId }) => shipmentId),
  )
  const added = wanted.filter(
    ({ shipmentId, rule, value }) =>
      !standing.get(shipmentId)?.some((other) => other.rule === rule && other.value === value),
  )
  const firstId = added.length === 0 ? 0 : takeRowIds(store, 'override', added.length)
  const [who, atMs] = [context.who(), context.nowMs()]
  const rows = added.map(({ shipmentId, rule, value }, index) => [
    firstId + index,
    shipmentId,
    rule,
    value,
    reason,
    who,
    atMs,
  ])
  return { entity: 'override', fields, rows }
}
