import type { Marketplace } from '../rule-pack/marketplace.ts'
import type { AmazonMode, Programme, RoadMode } from '../shipment.ts'

/** Where a value stood in a client's file. `sheet` is the sheet's index in the file, `row` is 1-based. */
export interface SourcePlace {
  sheet: number
  row: number
}

export interface ImportedBox {
  boxId: string | null
  trackingId: string | null
  weightKg: number | null
  place: SourcePlace
}

/** One shipment as a client's file states it, rows joined over sheets. Undefined: the file has no such column. */
export interface ImportedShipment {
  fbaId: string
  place: SourcePlace
  fc?: string
  referenceId?: string
  amazonMode?: AmazonMode
  roadMode?: RoadMode
  programme?: Programme
  carrierName?: string
  pro?: string
  bol?: string
  isa?: string
  clientReference?: string
  declaredBoxCount?: number
  grossWeightKg?: number
  amazonStatus?: string
  note?: string
  clientName?: string
  marketplace?: Marketplace
  createdOn?: string
  planId?: string
  etaOn?: string
  appointmentAt?: string
  windowFrom?: string
  windowTo?: string
  deliveredOn?: string
  palletCount?: number
  /** The ID that the client had before; its boxes and numbers go to this one. */
  replacedFbaId?: string
  extras: Record<string, string>
  /** In the order of the file; empty when the file only counts them. */
  boxes: ImportedBox[]
}

/** A cell that was not taken, or taken with a notice. `level` block: the cell (or, for a key, its row) is held back. */
export interface CellProblem {
  kind: CellProblemKind
  level: 'block' | 'warn' | 'notice'
  sheet: string
  /** A1 address. */
  cell: string
  value: string
  /** Heading of the column, for words. */
  heading?: string
}

export const cellProblemKinds = [
  'scientific-notation',
  'too-many-digits',
  'trailing-decimal',
  'zeroed-tail',
  'leading-zero-lost',
  'numeric-id',
  'several-values',
  'bad-characters',
  'look-alike-letters',
  'error-value',
  'looks-like-date',
  'not-an-fba-id',
  'one-character-missing',
  'not-amazon',
  'not-a-box-id',
  'bad-box-range',
  'range-count-differs',
  'box-of-another-shipment',
  'not-a-tracking-id',
  'duplicate-box-id',
  'duplicate-tracking-id',
  'conflicting-values',
  'box-count-differs',
  'unknown-mode',
  'unknown-fc',
  'bad-number',
  'ambiguous-date',
  'impossible-date',
  'date-without-year',
  'day-without-time',
  'unreadable-date',
  'no-shipment-for-row',
  'cleaned',
  'totals-row',
  'over-long',
] as const
export type CellProblemKind = (typeof cellProblemKinds)[number]
