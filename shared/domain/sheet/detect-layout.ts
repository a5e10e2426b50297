import {
  assignClaims,
  decideTrap,
  listContentClaims,
  listHeadingClaims,
  listRecalledClaims,
  type ColumnClaim,
} from './column-claims.ts'
import { collectEvidence, type ColumnEvidence } from './column-evidence.ts'
import { judgeColumn } from './column-verdict.ts'
import { countFitting } from './field-contents.ts'
import { findTableHeading } from './heading-row.ts'
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
import { makeFingerprint, recallColumns, type RecalledField } from './layout-memory.ts'
import type { RawRow, RawSheetInfo } from './raw-cell.ts'
import { readRowFacts } from './sheet-facts.ts'
import { emptyMemory, type LayoutColumn, type LayoutMemory, type SheetLayout } from './sheet-layout.ts'
import {
  collectNumbers,
  decideShape,
  isTrackingWorkbook,
  listMissing,
  type FindColumn,
} from './sheet-shape.ts'

/** Rows above a table, or of a sheet without one, that are read for facts. */
const factRows = 60

/**
 * Finds a sheet's table and what each column means. `head` is the sheet's first rows (some hundreds: contents are
 * sampled from them).
 */
export function detectLayout(
  info: RawSheetInfo,
  head: readonly RawRow[],
  memory: LayoutMemory = emptyMemory,
): SheetLayout {
  const table = findTableHeading(info, head)
  const above = head.slice(0, factRows).filter((row) => !table || row.row < table.firstRow)
  const facts = above.flatMap(readRowFacts)
  if (!table) {
    const missing = listMissing('none', new Set(), facts)
    return { shape: 'none', headingRow: 0, columns: [], facts, fingerprint: '', missing }
  }
  const evidence = collectEvidence(table, head)
  const fingerprint = makeFingerprint(table.headings)
  if (isTrackingWorkbook(table.headings, facts)) {
    const columns = describeWorkbook(evidence)
    // Amazon's instructions above the table read like a note of the client's.
    const own = facts.filter((fact) => fact.field === 'fbaId')
    return {
      shape: 'tracking-workbook',
      headingRow: table.lastRow,
      columns,
      facts: own,
      fingerprint,
      missing: [],
    }
  }
  const recalled = recallColumns(evidence, fingerprint, memory)
  const traps = new Map(evidence.map((column) => [column, decideTrap(column)]))
  const firstGuess = assignColumns(evidence, recalled, traps)
  const firstFind = makeFind(evidence, firstGuess)
  const numbers = collectNumbers(firstFind, decideShape(firstFind, facts, info), info)
  for (const column of evidence) {
    const verdict = traps.get(column)
    if (verdict) traps.set(column, decideTogether(column, verdict, evidence, numbers))
  }
  const assigned = assignColumns(evidence, recalled, traps)
  const columns = evidence.map((column) => ({
    index: column.index,
    heading: column.heading,
    ...judgeColumn(
      column,
      assigned.get(column.index) ?? null,
      traps.get(column) ?? null,
      recalled.get(column.index) ?? null,
    ),
  }))
  const shape = decideShape(makeFind(evidence, assigned), facts, info)
  const missing = listMissing(shape, listFields(columns), facts)
  return { shape, headingRow: table.lastRow, columns, facts, fingerprint, missing }
}

function decideTogether(
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

function assignColumns(
  evidence: readonly ColumnEvidence[],
  recalled: ReadonlyMap<number, RecalledField>,
  traps: ReadonlyMap<ColumnEvidence, TrapVerdict | null>,
): Map<number, ColumnClaim> {
  const claims: ColumnClaim[] = []
  for (const column of evidence) {
    const known = recalled.get(column.index)
    if (known) claims.push(...listRecalledClaims(column.index, known))
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
  if (last?.heading === '')
    claims.push({ column: last.index, field: 'notes', source: 'contents', score: 0.1 })
  return assignClaims(claims)
}

const makeFind =
  (evidence: readonly ColumnEvidence[], assigned: ReadonlyMap<number, ColumnClaim>): FindColumn =>
  (field) =>
    evidence.find((column) => assigned.get(column.index)?.field === field) ?? null

function describeWorkbook(evidence: readonly ColumnEvidence[]): LayoutColumn[] {
  const fields: readonly ImportField[] = ['boxId', 'trackingId']
  return evidence.map(({ index, heading, cells }) => {
    const field = fields[index] ?? null
    if (!field) return { index, heading, field, verdict: 'extra', reason: { kind: 'no-match' } }
    const share = countFitting(cells, field)!
    const isAgreed = share.passed >= share.of * agreement
    const kind = isAgreed ? 'heading-and-contents' : 'contents-disagree'
    return { index, heading, field, verdict: isAgreed ? 'known' : 'confirm', reason: { kind, ...share } }
  })
}

const listFields = (columns: readonly LayoutColumn[]): Set<ImportField> =>
  new Set(columns.map((column) => column.field).filter((field) => field !== null))
