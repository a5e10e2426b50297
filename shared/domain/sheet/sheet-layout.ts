import type { ImportField } from './import-field.ts'

/**
 * What a row of a sheet's table is. The second line are files of Seller Central that are read as box lists, the third
 * are files that are known for what they are and hold nothing for an import.
 */
export type SheetShape =
  | ('per-shipment' | 'per-box' | 'box-ranges' | 'boxes-as-columns' | 'one-shipment' | 'none')
  | ('tracking-workbook' | 'shipment-export' | 'classic-shipment')
  | ForeignShape

export const foreignShapes = [
  'pack-group',
  'manifest',
  'worldship',
  'carrier-list',
  'appointments',
  'status-read-back',
] as const
export type ForeignShape = (typeof foreignShapes)[number]

export const isForeignShape = (shape: SheetShape): shape is ForeignShape =>
  (foreignShapes as readonly SheetShape[]).includes(shape)

/** Shapes that Amazon gives, so that no client's layout is learned from them. */
export const isAmazonShape = (shape: SheetShape): boolean =>
  shape === 'tracking-workbook' || shape === 'shipment-export' || shape === 'classic-shipment'

export type ColumnVerdict = 'known' | 'confirm' | 'extra'

/** Why a column got its verdict; put into words by the screens. */
export type ColumnReason =
  | { kind: 'heading-and-contents'; passed: number; of: number }
  /** The column is empty. */
  | { kind: 'heading-only' }
  /** It is filled, but a column of its field is taken by the heading alone. */
  | { kind: 'contents-unchecked' }
  | { kind: 'contents-only'; passed: number; of: number }
  | { kind: 'contents-disagree'; passed: number; of: number }
  | { kind: 'two-meanings'; other: ImportField }
  | { kind: 'remembered' }
  /** Another client uses the same layout so. */
  | { kind: 'known-elsewhere'; client: string }
  /** Taught for all clients. */
  | { kind: 'taught' }
  | { kind: 'chosen' }
  | { kind: 'no-match' }

export interface LayoutColumn {
  /** 0-based column of the sheet. */
  index: number
  heading: string
  field: ImportField | null
  verdict: ColumnVerdict
  reason: ColumnReason
  /** The box of a row that the column is for, where boxes stand side by side. */
  box?: number
}

/** A `label: value` line above the table. */
export interface SheetFact {
  field: ImportField
  label: string
  value: string
  cell: string
}

export interface SheetLayout {
  shape: SheetShape
  /** True where boxes stand side by side: `index` of a column is then a row of the sheet less one, and a row a column. */
  isAcross?: true
  /** 1-based row of the last heading line; 0 when the sheet has no table. */
  headingRow: number
  columns: LayoutColumn[]
  facts: SheetFact[]
  /** Normalised headings in order; the same for the same layout whatever the data. */
  fingerprint: string
  missing: ImportField[]
}

/** What a client's layout memory keeps: fingerprint and the field chosen for each normalised heading. */
export interface RememberedLayout {
  fingerprint: string
  fields: Record<string, ImportField | null>
}

/** A heading whose field somebody taught for all clients; null: no field of ours. */
export interface TaughtHeading {
  /** Normalised. */
  heading: string
  field: ImportField | null
}

/** What earlier imports taught, newest first. */
export interface LayoutMemory {
  /** Of the file's own client. */
  own: readonly RememberedLayout[]
  /** Of other clients: proposals only, and only for the very same layout. */
  others: readonly (RememberedLayout & { client: string })[]
  taught: readonly TaughtHeading[]
  /** False: whose file it is nobody knows yet, so a layout that only one client uses counts as its own. */
  isClientKnown: boolean
}

export const emptyMemory: LayoutMemory = { own: [], others: [], taught: [], isClientKnown: false }
