import type { CallName } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'

/** One thing that did not come out as the sample company's own truth says. */
export interface Difference {
  /** A file inside the export, or what was counted. */
  where: string
  /** As JSON. */
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

export function expectNone(step: string, differences: readonly Difference[]): void {
  if (differences.length === 0) return
  throw new MorningStop({ kind: 'not-as-expected', step, differences: [...differences] })
}

/** None where both are the same JSON; of two lists the first place where they part. */
export function compare(where: string, expected: unknown, found: unknown): Difference[] {
  if (Array.isArray(expected) && Array.isArray(found)) {
    const length = Math.max(expected.length, found.length)
    for (let at = 0; at < length; at += 1) {
      const difference = compare(`${where} #${at + 1}`, expected[at], found[at])
      if (difference.length > 0) return difference
    }
    return []
  }
  const [wanted, got] = [formatValue(expected), formatValue(found)]
  return wanted === got ? [] : [{ where, expected: wanted, found: got }]
}

const formatValue = (value: unknown): string => JSON.stringify(value) ?? 'nothing'
