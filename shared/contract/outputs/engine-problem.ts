import type { OpenProblem, StoreProblem } from '../../domain/store-problem.ts'

export type EngineProblem =
  | OpenProblem
  | StoreProblem
  /** Days; the clock stands before the newest change. */
  | { kind: 'clock-in-past'; today: string; newest: string }
  | { kind: 'bad-input'; issues: string[] }
  | { kind: 'unknown-call'; name: string }
  | { kind: 'not-allowed'; name: string }
  | { kind: 'cancelled' }
  | { kind: 'engine-gone' }
  /** A bug: the stack is in the log under the reference. */
  | { kind: 'bug'; reference: string }
