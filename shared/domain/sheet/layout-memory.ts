import { nameColumns, type ColumnEvidence } from './column-evidence.ts'
import { normalizeHeading } from './heading-dictionary.ts'
import type { ImportField } from './import-field.ts'
import type { LayoutMemory, RememberedLayout, SheetLayout } from './sheet-layout.ts'

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

/** What is known of a column from earlier files, and from where; null: it was left an extra. */
export type RecalledField =
  | { source: 'remembered' | 'taught'; field: ImportField | null }
  | { source: 'proposed'; field: ImportField; client: string }

/**
 * Fields chosen before, by column index: the client's own choice, then what was taught for all clients, then what
 * another client's identical layout says. A layout that has drifted takes each heading from the newest own layout that
 * had it, so that only the differing columns are open.
 */
export function recallColumns(
  evidence: readonly ColumnEvidence[],
  fingerprint: string,
  memory: LayoutMemory,
): Map<number, RecalledField> {
  const others = memory.others.filter((layout) => layout.fingerprint === fingerprint)
  const presumed = presumeOwn(others, memory)
  const own = presumed ? [presumed] : memory.own
  const same = own.find((layout) => layout.fingerprint === fingerprint)
  const taught = new Map(memory.taught.map(({ heading, field }) => [heading, field]))
  const recalled = new Map<number, RecalledField>()
  for (const { index, key, heading } of evidence) {
    const source =
      same ?? (heading === '' ? undefined : own.find((layout) => Object.hasOwn(layout.fields, key)))
    const field = source && Object.hasOwn(source.fields, key) ? source.fields[key] : undefined
    const taughtField = taught.get(key)
    const other = others.find((layout) => layout.fields[key])
    if (field !== undefined) recalled.set(index, { source: 'remembered', field })
    else if (taughtField !== undefined) recalled.set(index, { source: 'taught', field: taughtField })
    else if (other)
      recalled.set(index, { source: 'proposed', field: other.fields[key]!, client: other.client })
  }
  return recalled
}

/** Of a file whose client nobody knows yet: the layout of the only client who uses it. */
function presumeOwn<L extends { client: string }>(
  same: readonly L[],
  { isClientKnown }: LayoutMemory,
): L | undefined {
  const isOnlyOne = new Set(same.map(({ client }) => client)).size === 1
  return !isClientKnown && isOnlyOne ? same[0] : undefined
}
