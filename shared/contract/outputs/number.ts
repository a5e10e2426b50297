import type { NumberState } from '../../domain/number-state.ts'
import type { CheckMethod } from '../../domain/pro-number.ts'

export interface BlockView {
  id: number
  carrierId: number
  carrier: string
  prefix: string
  width: number
  checkMethod: CheckMethod
  position: number
  first: number
  last: number
  increment: number
  next: number
  lowStock: number
  isClosed: boolean
  isRetired: boolean
  firstNumber: string
  lastNumber: string
  nextNumber: string | null
  left: number
  issued: number
  released: number
  isLow: boolean
  /** For all open blocks of its carrier; null where nothing was drawn yet. */
  daysLeft: number | null
}

/** What drew a number last, as the history has it. */
export interface NumberBatch {
  command: string
  label: Record<string, string | number>
  who: string
  atMs: number
  isUndone: boolean
}

/** One number, or a run of them that nothing tells apart. */
export interface NumberView {
  first: string
  last: string
  count: number
  state: NumberState
  fbaId: string | null
  isExported: boolean
  batch: NumberBatch | null
}

export type NumberCounts = Record<NumberState, number>

export interface NumberStateView {
  number: string
  /** Null: outside every block. */
  block: { id: number; carrier: string } | null
  /** Null where the number is in no block, or in one but for its check digit. */
  state: NumberState | null
  /** What the check character should be; null where it is right or there is no block. */
  wantedCheck: string | null
  fbaId: string | null
  batch: NumberBatch | null
  /** It left the desk, or was about to when an export failed; then `exported` is null. */
  isExported: boolean
  exported: { id: number; atMs: number; folder: string } | null
}
