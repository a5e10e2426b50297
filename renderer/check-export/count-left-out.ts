import type { ExportPlan } from '../../shared/contract/outputs.ts'
import type { ReadinessReason, ShipmentStatus } from '../../shared/domain/readiness.ts'

export interface LeftOutGroup {
  status: ShipmentStatus
  /** Null: the status says it all, as for exempt shipments. */
  reason: ReadinessReason | null
  ids: number[]
}

/** Shipments by what keeps them back; one with several reasons stands under its first. The largest group leads. */
export function countLeftOut(leftOut: ExportPlan['leftOut']): LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup>()
  for (const { id, status, reasons } of leftOut) {
    const reason = reasons[0] ?? null
    const key = `${status} ${reason}`
    const group = groups.get(key)
    if (group) group.ids.push(id)
    else groups.set(key, { status, reason, ids: [id] })
  }
  return [...groups.values()].toSorted((a, b) => b.ids.length - a.ids.length)
}
