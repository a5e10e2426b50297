import { readBlockFacts } from './block-facts.ts'
import type { MappedRow } from './mapped-row.ts'
import type { RawSheetInfo } from './raw-cell.ts'
import { sortColumns } from './row-columns.ts'
import type { SheetLayout } from './sheet-layout.ts'

/** A row that stands nowhere as such: what the lines of a sheet without a table say of its one shipment. */
export function makeFactsRow(layout: SheetLayout, info: RawSheetInfo): MappedRow {
  const facts = readBlockFacts(layout.facts)
  const cell = layout.facts.find((fact) => fact.field === 'fbaId')?.cell ?? 'A1'
  return {
    row: Number(/\d+$/.exec(cell)![0]),
    table: sortColumns(layout, info).table,
    facts,
    fbaId: facts.fbaId,
    isBox: false,
    boxId: null,
    run: null,
    trackingId: null,
    boxWeightKg: null,
    shipment: {},
    extras: {},
    problems: [],
    isHeld: false,
  }
}

/** A box that a heading names; its place is that heading. */
export function makeBoxRow({ boxId }: { boxId: string }, layout: SheetLayout, info: RawSheetInfo): MappedRow {
  return { ...makeFactsRow(layout, info), row: layout.headingRow, fbaId: null, isBox: true, boxId }
}
