import type { Result } from '../../result.ts'
import type { TrackingProblem } from '../number/tracking-number.ts'

/** Where a number stood: a 1-based line of pasted text, or an A1 address in a file. */
export type TrackingPlace = { line: number } | { sheet: string; cell: string }

/** Why a number is refused; beyond what its text shows, what its cell or its neighbours show. */
export type LineProblem =
  | TrackingProblem
  | {
      kind:
        | 'too-many-digits'
        | 'leading-zero-lost'
        | 'zeroed-tail'
        | 'looks-like-date'
        | 'error-value'
        | 'not-a-tracking-id'
      text: string
    }

/** One number of a list, with what the list says of its box. */
export interface TrackingLine {
  /** 0-based order of reading. */
  index: number
  place: TrackingPlace
  /** As it stood there. */
  raw: string
  trackingId: Result<string, LineProblem>
  /** The label as written, upper case; a damaged label or a range stays as it is and names no box. */
  boxId?: string
  fbaId?: string
  /** The box's 1-based position in its shipment: the 3 of `3/20`. */
  sequence?: number
  /** The 20 of `3/20`. */
  sequenceTotal?: number
  weightKg?: number
}
