import type { EngineProblem } from './engine-problem.ts'
import type { ExportProblem } from './export-problem.ts'
import type { ImportProblem } from './import-problem.ts'
import type { NumberProblem } from './number-problem.ts'
import type { PolicyProblem } from './policy-problem.ts'
import type { ShipmentProblem } from './shipment-problem.ts'

/** What can go wrong in a call, as data; the locales put it into words. */
export type CallProblem =
  ImportProblem | NumberProblem | PolicyProblem | ShipmentProblem | ExportProblem | EngineProblem
