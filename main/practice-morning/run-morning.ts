import { fail, ok, type Result } from '../../shared/result.ts'
import type { Engine } from '../engine/engine.ts'
import { generatePracticeMorning } from './generate-practice-morning.ts'
import { createMorningCalls } from './morning-calls.ts'
import { expectNone, MorningStop, type MorningProblem } from './morning-problem.ts'
import * as steps from './morning-steps.ts'
import { verifyExport } from './verify-export.ts'
import { writeInbox } from './write-inbox.ts'

export { morningSurroundings } from './morning-surroundings.ts'

export interface MorningStep {
  name: string
  ms: number
  counts: Record<string, number>
}

export interface MorningOptions {
  /** The folder that the export becomes; it must not exist. */
  out: string
  /** A folder for the clients' files and the carriers' lists. */
  inbox: string
  /** Another sample company of the same shape; without it the one that every run shares. */
  seed?: number
  /** Takes a line for each step when it is done. */
  log: (line: string) => void
}

export interface MorningReport {
  steps: MorningStep[]
  ms: number
  folder: string
  files: number
  manifestSha256: string
}

/**
 * The whole job through the contract, on an engine with an empty database and `morningSurroundings`: twelve clients'
 * files in, carriers, PRO numbers and tracking IDs assigned, the planted mistakes answered, every client's files out,
 * read back and compared with what the sample company knows to be true.
 */
export async function runMorning(
  engine: Pick<Engine, 'call'>,
  { out, inbox: inboxFolder, seed, log }: MorningOptions,
): Promise<Result<MorningReport, MorningProblem>> {
  const calls = createMorningCalls(engine)
  const { done, step } = createStepper(log)
  const startedAt = performance.now()
  try {
    const { morning, inbox } = await step('generate', async () => {
      const made = generatePracticeMorning(seed)
      const written = await writeInbox(inboxFolder, made)
      return [
        { morning: made, inbox: written },
        { files: written.files.length, lists: written.lists.length },
      ]
    })
    await step('set up', () => steps.setUp(calls, morning))
    const drafts = await step('read', () => steps.openFiles(calls, inbox))
    await step('settle', () => steps.settleDrafts(calls, morning, drafts))
    await step('import', () => steps.commitDrafts(calls, morning, drafts))
    await step('assign', () => steps.assign(calls))
    const inputs = await step('pair', () => steps.pairLists(calls, morning, inbox))
    await step('decide', () => steps.decide(calls, morning, inputs))
    await step('check', () => steps.check(calls, morning))
    const { files, manifestSha256 } = await step('export', () => steps.exportAll(calls, morning, out))
    await step('verify', async () => {
      expectNone('verify', await verifyExport(out, morning.expected))
      const { trackingIds, prosExported } = morning.expected
      return [null, { files, 'tracking IDs': trackingIds, 'PRO numbers': prosExported, differences: 0 }]
    })
    return ok({
      steps: done,
      ms: Math.round(performance.now() - startedAt),
      folder: out,
      files,
      manifestSha256,
    })
  } catch (error) {
    if (error instanceof MorningStop) return fail(error.problem)
    throw error
  }
}

function createStepper(log: (line: string) => void) {
  const done: MorningStep[] = []
  const step = async <T>(name: string, work: () => steps.StepResult<T>): Promise<T> => {
    const begunAt = performance.now()
    const [value, counts] = await work()
    const finished = { name, ms: Math.round(performance.now() - begunAt), counts }
    done.push(finished)
    log(formatStep(finished))
    return value
  }
  return { done, step }
}

function formatStep({ name, ms, counts }: MorningStep): string {
  const words = Object.entries(counts).map(([word, count]) => `${word} ${count}`)
  return `${name.padEnd(9)}${String(ms).padStart(6)} ms  ${words.join(', ')}`
}
