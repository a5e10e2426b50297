import type { CellProblem, CellProblemKind } from '../../shared/domain/sheet/imported-shipment.ts'

export interface ProblemGroup {
  kind: CellProblemKind
  level: CellProblem['level']
  problems: CellProblem[]
}

const levels: readonly CellProblem['level'][] = ['block', 'warn', 'notice']

/** Problems of one kind together; what was not taken comes first, then the largest groups. */
export function groupProblems(problems: readonly CellProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const problem of problems) {
    const key = `${problem.level} ${problem.kind}`
    const group = groups.get(key)
    if (group) group.problems.push(problem)
    else groups.set(key, { kind: problem.kind, level: problem.level, problems: [problem] })
  }
  return [...groups.values()].toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || b.problems.length - a.problems.length,
  )
}
