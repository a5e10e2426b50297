import { nameColumns, type ColumnEvidence } from './column-evidence.ts'
import { normalizeHeading } from './heading-dictionary.ts'
import type { ImportField } from './import-field.ts'
import type { RememberedLayout, SheetLayout } from './sheet-layout.ts'

/** Normalised headings in order; empty columns at the end do not count. */
export const makeFingerprint = (headings: readonly string[]): string =>
  headings.map(normalizeHeading).join('|').replace(/\|+$/, '')

export function rememberLayout(layout: SheetLayout): RememberedLayout {
  const headings: string[] = []
  for (const column of layout.columns) headings[column.index] = column.heading
  const keys = nameColumns(Array.from(headings, (heading) => heading ?? ''))
  const fields = layout.columns.map((column) => [keys[column.index]!, column.field] as const)
  return { fingerprint: layout.fingerprint, fields: Object.fromEntries(fields) }
}

/**
 * Fields chosen before, by column index; null where the column was left an extra. A layout that has drifted takes each
 * heading from the newest layout that had it, so that only the differing columns are open.
 */
export function recallColumns(
  evidence: readonly ColumnEvidence[],
  fingerprint: string,
  memory: readonly RememberedLayout[],
): Map<number, ImportField | null> {
  const same = memory.find((layout) => layout.fingerprint === fingerprint)
  const recalled = new Map<number, ImportField | null>()
  for (const { index, key, heading } of evidence) {
    if (!same && heading === '') continue
    const source = same ?? memory.find((layout) => Object.hasOwn(layout.fields, key))
    const field = source && Object.hasOwn(source.fields, key) ? source.fields[key] : undefined
    if (field !== undefined) recalled.set(index, field)
  }
  return recalled
}
