import { assignColumns, decideTogether } from './assign-columns.ts'
import type { BoxesAcross } from './boxes-across.ts'
import { decideTrap, type ColumnClaim } from './column-claims.ts'
import { collectEvidence, type ColumnEvidence } from './column-evidence.ts'
import { judgeColumn } from './column-verdict.ts'
import { countFitting } from './field-contents.ts'
import { lookupHeading } from './heading-dictionary.ts'
import { findTableHeading, readHeadingText, type TableHeading } from './heading-row.ts'
import { agreement } from './heading-traps.ts'
import type { ImportField } from './import-field.ts'
import { hasShipmentColumn, isWorldShip, recognizeTable } from './known-table.ts'
import { makeFingerprint, recallColumns } from './layout-memory.ts'
import { getCellRaw, type RawRow, type RawSheetInfo } from './raw-cell.ts'
import { readRowFacts } from './sheet-facts.ts'
import {
  emptyMemory,
  isForeignShape,
  type LayoutColumn,
  type LayoutMemory,
  type SheetFact,
  type SheetLayout,
} from './sheet-layout.ts'
import {
  collectNumbers,
  decideBareShape,
  decideNumberedShape,
  decideShape,
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
  if (isWorldShip(head)) return makeBareLayout('worldship', [])
  const table = findTableHeading(info, head)
  const above = head.slice(0, factRows).filter((row) => !table || row.row < table.firstRow)
  const facts = above.flatMap(readRowFacts)
  if (table) return layOutTable(table, head, facts, info, memory)
  if (hasShipmentColumn(head)) {
    const bare = layOutTable({ firstRow: 0, lastRow: 0, headings: [], meanings: [] }, head, [], info, memory)
    if (bare.shape !== 'none') return bare
  }
  return makeBareLayout(decideBareShape(facts), facts)
}

/** The layout of a block whose boxes stand side by side; `above` are the rows between it and what comes before. */
export function layOutAcross(
  block: BoxesAcross,
  above: readonly RawRow[],
  info: RawSheetInfo,
  memory: LayoutMemory,
): SheetLayout {
  const facts = above.flatMap(readRowFacts)
  if (block.shape === 'pack-group')
    return { ...makeBareLayout('pack-group', facts), headingRow: block.headingRow }
  const headings = block.labels.cells.map((cell) => readHeadingText(getCellRaw(cell)))
  const { row } = block.labels
  const table = { firstRow: row, lastRow: row, headings, meanings: headings.map(lookupHeading) }
  const { columns, fingerprint, missing } = layOutTable(table, block.boxes, facts, info, memory)
  return {
    shape: block.shape,
    isAcross: true,
    headingRow: block.headingRow,
    columns,
    facts,
    fingerprint,
    missing,
  }
}

const makeBareLayout = (shape: SheetLayout['shape'], facts: SheetFact[]): SheetLayout => ({
  shape,
  headingRow: 0,
  columns: [],
  facts,
  fingerprint: '',
  missing: listMissing(shape, new Set(), facts),
})

function layOutTable(
  table: TableHeading,
  head: readonly RawRow[],
  facts: SheetFact[],
  info: RawSheetInfo,
  memory: LayoutMemory,
): SheetLayout {
  const evidence = collectEvidence(table, head)
  const fingerprint = makeFingerprint(table.headings)
  const known = recognizeTable(table.headings, facts)
  if (known === 'tracking-workbook') {
    // Amazon's instructions above the table read like a note of the client's.
    const own = facts.filter((fact) => fact.field === 'fbaId')
    const columns = describeWorkbook(evidence)
    return { shape: known, headingRow: table.lastRow, columns, facts: own, fingerprint, missing: [] }
  }
  const recalled = recallColumns(evidence, fingerprint, memory)
  const traps = new Map(evidence.map((column) => [column, decideTrap(column)]))
  const firstGuess = assignColumns(evidence, recalled, traps)
  const firstFind = makeFind(evidence, firstGuess)
  const numbers = collectNumbers(firstFind, decideShape(firstFind, facts, info), facts, info)
  for (const column of evidence) {
    const verdict = traps.get(column)
    if (verdict) traps.set(column, decideTogether(column, verdict, evidence, numbers))
  }
  const assigned = assignColumns(evidence, recalled, traps)
  const columns = evidence.map((column): LayoutColumn => {
    const claim = assigned.get(column.index) ?? null
    const verdict = traps.get(column) ?? null
    return {
      index: column.index,
      heading: column.heading,
      ...judgeColumn(column, claim, verdict, recalled.get(column.index) ?? null),
      ...(claim && column.meaning?.box !== undefined && { box: column.meaning.box }),
    }
  })
  const shape = known ?? decideNumberedShape(columns, decideShape(makeFind(evidence, assigned), facts, info))
  const missing = listMissing(shape, listFields(columns), facts)
  const settled = isForeignShape(shape) ? columns.map(settleColumn) : columns
  return { shape, headingRow: table.lastRow, columns: settled, facts, fingerprint, missing }
}

/** Of a file that is not imported nothing needs to be asked. */
const settleColumn = (column: LayoutColumn): LayoutColumn =>
  column.verdict === 'confirm' ? { ...column, verdict: column.field ? 'known' : 'extra' } : column

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
