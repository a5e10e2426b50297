import { getLayouts } from '../../db/imports.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import { diffFields, type CellChange, type CellValue, type RowInserts } from '../../shared/domain/patch.ts'
import { rememberLayout } from '../../shared/domain/sheet/layout-memory.ts'
import { isAmazonShape, isForeignShape } from '../../shared/domain/sheet/sheet-layout.ts'
import type { DraftContent } from '../engine/draft-desk.ts'

/** What was settled once is not asked again; of a layout this client has used before, the newest choice counts. */
export function planLayouts(
  store: Store,
  clientId: number,
  content: DraftContent,
): { inserts: RowInserts; cells: CellChange[] } {
  const own = getLayouts(store).filter((layout) => layout.clientId === clientId)
  const known = new Map(own.map((layout) => [layout.fingerprint, layout]))
  const rows: CellValue[][] = []
  const cells: CellChange[] = []
  const seen = new Set<string>()
  for (const { layout } of content.sheets) {
    const isRemembered =
      layout.columns.length > 0 && !isAmazonShape(layout.shape) && !isForeignShape(layout.shape)
    if (!isRemembered || seen.has(layout.fingerprint)) continue
    seen.add(layout.fingerprint)
    const { fingerprint, fields } = rememberLayout(layout)
    const before = known.get(fingerprint)
    if (before) cells.push(...diffFields('layout', before, { fields }))
    else rows.push([takeRowIds(store, 'layout', 1), clientId, fingerprint, JSON.stringify(fields)])
  }
  return { inserts: { entity: 'layout', fields: ['id', 'clientId', 'fingerprint', 'fields'], rows }, cells }
}
