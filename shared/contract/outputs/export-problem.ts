import type { PublishProblem, TemplateProblem } from '../../domain/file-problem.ts'

export type ExportProblem =
  | { kind: 'template-refused'; fbaId: string; problem: TemplateProblem }
  | { kind: 'not-published'; problem: PublishProblem }
  | { kind: 'nothing-to-export' }
