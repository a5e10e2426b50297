import type { CallName } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'

/** One thing that did not come out as the sample company's own truth says. */
export interface Difference {
  /** A file inside the export, or what was counted. */
  where: string
  expected: string
  found: string
}

export type MorningProblem =
  | { kind: 'call-refused'; call: CallName; subject: string; problem: CallProblem }
  | { kind: 'not-as-expected'; step: string; differences: Difference[] }

/** Ends a morning from any depth; runMorning catches it and nobody else. */
export class MorningStop extends Error {
  readonly problem: MorningProblem

  constructor(problem: MorningProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** Stops the morning unless everything is as expected. */
export function expectNone(step: string, differences: readonly Difference[]): void {
  if (differences.length === 0) return
  throw new MorningStop({ kind: 'not-as-expected', step, differences: [...differences] })
}

export const compare = (where: string, expected: unknown, found: unknown): Difference[] => {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(found) ?? 'undefined']
  return wanted === got ? [] : [{ where, expected: wanted, found: got }]
}
