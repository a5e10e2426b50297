import type { LineProblem, TrackingPlace } from './tracking-line.ts'

/** Where a number or a box stands outside the rule. Indexes are those of the lines, in the order of reading. */
export type MismatchFacts =
  /** Boxes without a number in the list. */
  | { kind: 'fewer-numbers'; missing: number }
  /** `duplicateIndexes`: the lines that repeat an earlier number, the first to drop. */
  | { kind: 'more-numbers'; extra: number; duplicateIndexes: number[] }
  | { kind: 'number-twice'; trackingId: string; indexes: number[] }
  /**
   * Alone or repeated where each box needs its own: a master number without its piece numbers. `canShare`: a truck's
   * number, which may stand on all boxes if somebody says why.
   */
  | { kind: 'master-number'; trackingId: string; fbaId: string; canShare: boolean }
  | { kind: 'used-elsewhere'; index: number; trackingId: string; fbaId: string; boxRowId: number }
  | { kind: 'check-digit'; index: number; shipmentId: number; courier: string }
  /** `courier` is whose pattern the number has; null when no courier on file has it. */
  | { kind: 'other-courier'; index: number; shipmentId: number; courier: string | null }
  | { kind: 'box-has-number'; index: number; boxRowId: number; before: string; after: string }
  /** The numbers fall by steps from line to line. */
  | { kind: 'order-reversed' }
  | { kind: 'too-many-boxes'; fbaId: string; boxes: number; limit: number }
  | { kind: 'unknown-box-id'; index: number; boxId: string }
  /** No shipment of the target, or not the one that the line's box belongs to. */
  | { kind: 'unknown-shipment'; index: number; fbaId: string }
  | { kind: 'damaged-number'; index: number; place: TrackingPlace; problem: LineProblem }
  /** Lines that name their box by a label it had under an earlier shipment ID; they are paired by it. */
  | { kind: 'former-label'; indexes: number[] }
  /** One box with different numbers. */
  | { kind: 'box-id-twice'; boxRowId: number; boxId: string | null; indexes: number[] }
  | { kind: 'no-boxes'; fbaId: string }
  | { kind: 'weight-differs'; boxRowIds: number[] }
  /** Lines that do not say which box they are for, where the order cannot say it. */
  | { kind: 'unlabelled'; indexes: number[] }
  /** The list's sequences count another number of boxes than are on file. */
  | { kind: 'box-count-differs'; fbaId: string; counted: number; boxes: number; indexes: number[] }

/** `block` keeps its box from being written, and under a rule for the whole list every box; `warn` only says so. */
export type MismatchLevel = 'block' | 'warn'

export type Mismatch = MismatchFacts & { level: MismatchLevel }

/** What speaks against a number itself; a person may let it stand. */
export type CourierMismatch = Extract<Mismatch, { kind: 'check-digit' | 'other-courier' }>

type Levelled<F extends MismatchFacts> = F & { level: MismatchLevel }

export const block = <F extends MismatchFacts>(facts: F): Levelled<F> => ({ ...facts, level: 'block' })
export const warn = <F extends MismatchFacts>(facts: F): Levelled<F> => ({ ...facts, level: 'warn' })

const getFirstIndex = (mismatch: Mismatch): number =>
  'index' in mismatch ? mismatch.index : 'indexes' in mismatch ? (mismatch.indexes[0] ?? -1) : -1

/** What concerns the whole list first, then line by line. */
export const sortMismatches = (mismatches: readonly Mismatch[]): Mismatch[] =>
  mismatches.toSorted((a, b) => getFirstIndex(a) - getFirstIndex(b))
