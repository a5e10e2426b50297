import type { ImportField } from './import-field.ts'

export type SheetShape = 'per-shipment' | 'per-box' | 'tracking-workbook' | 'none'

export type ColumnVerdict = 'known' | 'confirm' | 'extra'

/** Why a column got its verdict; put into words by the screens. */
export type ColumnReason =
  | { kind: 'heading-and-contents'; passed: number; of: number }
  | { kind: 'heading-only' }
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
