import type { CallProblem } from '../../shared/contract/outputs.ts'
import type { CellProblem } from '../../shared/domain/imported-shipment.ts'

export const describe = (problem: CallProblem): string => JSON.stringify(problem)
export const describeCell = (problem: CellProblem): string =>
  `${problem.sheet}!${problem.cell} ${problem.value} ${problem.kind}`
