import { getShipmentByFbaId } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CellChange, RowInserts } from '../../shared/domain/patch.ts'
import type { Draft, DraftContent } from '../engine/draft-desk.ts'

/** The client's own tracking workbook is kept with its shipment, to be filled in place on export. */
export function planTemplates(
  store: Store,
  draft: Draft,
  content: DraftContent,
  inserts: readonly RowInserts[],
  claimed: ReadonlySet<string>,
): CellChange[] {
  if (!content.isTrackingWorkbook) return []
  const created = inserts.filter((insert) => insert.entity === 'shipment').flatMap((insert) => insert.rows)
  const createdIds = new Map(created.map((row) => [row[1], row[0] as number]))
  return content.shipments.flatMap(({ fbaId }) => {
    const known = getShipmentByFbaId(store, fbaId)
    const id = createdIds.get(fbaId) ?? known?.id
    const before = known?.templateSha256 ?? null
    if (id === undefined || before === draft.sha256 || claimed.has(fbaId)) return []
    return [{ entity: 'shipment' as const, id, field: 'templateSha256', before, after: draft.sha256 }]
  })
}
