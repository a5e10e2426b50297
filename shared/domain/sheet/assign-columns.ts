import {
  assignClaims,
  listContentClaims,
  listHeadingClaims,
  listRecalledClaims,
  type ColumnClaim,
} from './column-claims.ts'
import type { ColumnEvidence } from './column-evidence.ts'
import {
  agreement,
  decideByNeighbours,
  decideCount,
  decideWeight,
  getShare,
  type TableNumbers,
  type TrapVerdict,
} from './heading-traps.ts'
import type { ImportField } from './import-field.ts'
import type { RecalledField } from './layout-memory.ts'

/** A heading of several meanings is decided by its own cells, then by what the columns make of each other. */
export function decideTogether(
  column: ColumnEvidence,
  verdict: TrapVerdict,
  all: readonly ColumnEvidence[],
  numbers: TableNumbers,
): TrapVerdict {
  const isOpenBetween = (one: ImportField, other: ImportField): boolean =>
    verdict.fields.includes(one) && verdict.fields.includes(other)
  if (isOpenBetween('boxCount', 'units')) return decideCount(column, numbers)
  if (isOpenBetween('weight', 'boxWeight')) return decideWeight(column, numbers)
  return decideByNeighbours(column, verdict, all)
}

/** The field of each column, by its 0-based index: at most one claim a column and, mostly, one column a field. */
export function assignColumns(
  evidence: readonly ColumnEvidence[],
  recalled: ReadonlyMap<number, RecalledField>,
  traps: ReadonlyMap<ColumnEvidence, TrapVerdict | null>,
): Map<number, ColumnClaim> {
  const claims: ColumnClaim[] = []
  for (const column of evidence) {
    const known = recalled.get(column.index)
    if (known) claims.push(...listRecalledClaims(column, known))
    if (!known || known.source === 'proposed')
      claims.push(...listHeadingClaims(column, traps.get(column) ?? null))
  }
  const byIndex = new Map(evidence.map((column) => [column.index, column]))
  const isRight = (claim: ColumnClaim): boolean =>
    getShare(byIndex.get(claim.column)!, claim.field) >= agreement
  const claimed = new Set(claims.filter(isRight).map((claim) => claim.field))
  for (const column of evidence) {
    if (!recalled.has(column.index)) claims.push(...listContentClaims(column, claimed))
  }
  const last = evidence.at(-1)
  if (last?.heading === '' && evidence.some((column) => column.heading !== ''))
    claims.push({ column: last.index, field: 'notes', source: 'contents', score: 0.1 })
  return assignClaims(claims)
}
