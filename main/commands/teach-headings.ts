import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import { getTaughtHeadings } from '../../db/taught-heading.ts'
import { diffFields, type CellChange, type CellValue, type RowInserts } from '../../shared/domain/patch.ts'
import { normalizeHeading } from '../../shared/domain/sheet/heading-dictionary.ts'
import type { ImportField } from '../../shared/domain/sheet/import-field.ts'
import type { DraftChoices, DraftContent } from '../engine/draft-desk.ts'

export interface Correction {
  /** Normalised. */
  heading: string
  label: string
  field: ImportField | null
}

/** What was chosen for columns that have a heading; of a heading chosen twice the last choice counts. */
export function listCorrections({ sheets }: DraftContent, { columns }: DraftChoices): Correction[] {
  const corrections = new Map<string, Correction>()
  for (const { sheet, column, field } of columns) {
    const label = sheets[sheet]?.layout.columns.find(({ index }) => index === column)?.heading.trim() ?? ''
    const heading = normalizeHeading(label)
    if (heading !== '') corrections.set(heading, { heading, label, field })
  }
  return [...corrections.values()]
}

/** The corrections of a draft as entries for all clients; what was taught before gives way. */
export function planTeaching(
  store: Store,
  corrections: readonly Correction[],
): { inserts: RowInserts; cells: CellChange[] } {
  const known = new Map(getTaughtHeadings(store).map((entry) => [entry.heading, entry]))
  const rows: CellValue[][] = []
  const cells: CellChange[] = []
  for (const { heading, label, field } of corrections) {
    const before = known.get(heading)
    if (before) cells.push(...diffFields('heading', before, { field }))
    else rows.push([takeRowIds(store, 'heading', 1), heading, label, field])
  }
  return { inserts: { entity: 'heading', fields: ['id', 'heading', 'label', 'field'], rows }, cells }
}
