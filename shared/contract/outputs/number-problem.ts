import type { LeaseRefusal, LendProblem } from '../../domain/number-lease.ts'
import type { Elsewhere, ReleaseRefusal } from '../../domain/number-state.ts'
import type { BlockProblem, DrawProblem } from '../../domain/pro-number.ts'
import type { ReissueProblem } from '../../domain/reissue.ts'
import type { DrawLock } from '../../domain/store-problem.ts'

export type NumberProblem =
  | BlockProblem
  | DrawProblem
  | LendProblem
  /** Its numbers were drawn before, spelt from other parts. */
  | { kind: 'block-drawn-before'; first: string }
  | { kind: 'block-unknown'; blockId: number }
  | { kind: 'nothing-to-release' }
  | { kind: 'number-not-released'; number: string; reason: ReleaseRefusal }
  /** Another desk's to give out, or given out by data that this database does not know. `desk` is whom it is lent to. */
  | {
      kind: 'number-elsewhere'
      number: string
      why: Elsewhere
      blockId: number
      first: string
      last: string
      desk: string | null
    }
  | { kind: 'lease-refused'; fileName: string; reason: LeaseRefusal }
  | { kind: 'lock-answer'; lock: DrawLock | null }
  | { kind: 'reissue-refused'; problem: ReissueProblem }
  | { kind: 'share-reason-missing' }
