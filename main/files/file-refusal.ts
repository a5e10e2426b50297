import type { FileProblem } from '../../shared/domain/file-problem.ts'

/** Carries a FileProblem out of parser callbacks to the one place that turns it into a Result. */
export class FileRefusal extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.kind)
    this.name = 'FileRefusal'
    this.problem = problem
  }
}
