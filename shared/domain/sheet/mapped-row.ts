import type { DatedTarget } from './dated-cell.ts'
import type { ImportField } from './import-field.ts'
import type { CellProblem, ImportedShipment } from './imported-shipment.ts'

/** Values of a shipment that one row, or the lines above a table, can state. */
export type ShipmentValues = Partial<Omit<ImportedShipment, 'fbaId' | 'place' | 'extras' | 'boxes'>>

/** Several columns of dates have the same field; each is named by what it says of a shipment. */
export type ColumnKey = ImportField | DatedTarget

/** What all rows of one sheet share: where its fields stand, to say in which cell a value was found. */
export interface MappedTable {
  sheetName: string
  columns: ReadonlyMap<ColumnKey, { index: number; heading: string; extraName: string }>
  /** Each box of several goods has a row for each of them, so that its ID repeats. */
  hasGoodsRows: boolean
  isAcross: boolean
  /** A row is a part of its shipment: counts and weights of the rows add up. */
  hasParts: boolean
}

/** The lines above a table or a block of it. With a shipment ID they speak of that shipment alone. */
export interface BlockFacts {
  fbaId: string | null
  values: ShipmentValues
  extras: Record<string, string>
  /** What could not be read stands in the extras too. */
  problems: readonly Omit<CellProblem, 'sheet'>[]
}

/** One of several boxes of a row; it may have no name. */
export interface RunBox {
  boxId: string | null
  trackingId: string | null
  weightKg: number | null
}

export interface MappedRow {
  /** 1-based row of the sheet. */
  row: number
  table: MappedTable
  facts: BlockFacts
  /** The row's own shipment ID, or that of a cell merged over it. */
  fbaId: string | null
  isBox: boolean
  boxId: string | null
  /** The boxes of a row that stands for several, in their order. */
  run: readonly RunBox[] | null
  trackingId: string | null
  boxWeightKg: number | null
  /** Shared by rows that state the same; never written to. */
  shipment: Readonly<ShipmentValues>
  /** By heading; the stored text, not cleaned. */
  extras: Record<string, string>
  problems: readonly CellProblem[]
  /** Its key is damaged: nothing of the row may be taken. */
  isHeld: boolean
}

/** What it takes to say where a row stood. */
export type SourceRow = Pick<MappedRow, 'row' | 'table'>

export type SkippedRow = { skipped: 'blank' | 'heading' } | { skipped: 'totals'; problem: CellProblem }
