import { contract, type CallAnswer, type CallInput, type CallName } from '../../shared/contract/contract.ts'
import type { Audience } from '../../shared/contract/call.ts'
import type { EngineEvents, EventName } from '../../shared/contract/events.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import type { OpenProblem } from '../../shared/domain/store-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import { getHandler } from './handlers.ts'
import { createJobs } from './jobs.ts'
import { logBug } from './bug-log.ts'
import { createTokenBox } from './token-box.ts'
import { createWorkspaces, type Workspaces, type WorkspaceFiles } from './workspaces.ts'
import type { Surroundings } from './context.ts'
import type { WatchPace } from './folder-watch.ts'

export type EventListener = <N extends EventName>(name: N, data: EngineEvents[N]) => void

export interface EngineOptions {
  files: WorkspaceFiles
  surroundings: Surroundings
  startParser: StartParser
  canPickFolder: boolean
  /** True for the one engine that opens what comes into the watch folder: a desk's. */
  watchesFolder?: WatchPace | boolean
}

/** The one process part that has the database open. Every door calls it through the contract. */
export interface Engine {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallAnswer<N>>
  /** A call whose name and input nobody has checked yet. */
  callUnchecked(name: string, input: unknown, audience: Audience): Promise<CallAnswer<CallName>>
  cancel(jobId: number): void
  onEvent(listener: EventListener): () => void
  close(): void
}

export function openEngine(options: EngineOptions): Result<Engine, OpenProblem> {
  const listeners = new Set<EventListener>()
  const emit: EventListener = (name, data) => {
    for (const listener of listeners) listener(name, data)
  }
  const jobs = createJobs(emit)
  const opened = createWorkspaces(options, { emit, runJob: jobs.run, tokens: createTokenBox() })
  if (!opened.ok) return opened
  const workspaces = opened.value

  const callUnchecked: Engine['callUnchecked'] = async (name, input, audience) => {
    const problem = checkCall(name, audience)
    if (problem) return fail(problem)
    const parsed = contract[name as CallName].input.safeParse(input)
    if (!parsed.success) {
      const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      return fail({ kind: 'bad-input', issues })
    }
    return answer(workspaces, name as CallName, parsed.data)
  }
  return ok({
    call: (name, input) => callUnchecked(name, input, 'door') as Promise<CallAnswer<typeof name>>,
    callUnchecked,
    cancel: (jobId) => jobs.cancel(jobId),
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => workspaces.close(),
  })
}

function checkCall(name: string, audience: Audience): CallProblem | null {
  if (!Object.hasOwn(contract, name)) return { kind: 'unknown-call', name }
  const isForDoors = contract[name as CallName].audience === 'door'
  return isForDoors && audience === 'page' ? { kind: 'not-allowed', name } : null
}

/** The one place that catches a bug: its stack goes to the log, the caller gets a reference to it. */
async function answer(workspaces: Workspaces, name: CallName, input: unknown): Promise<CallAnswer<CallName>> {
  try {
    const context = workspaces.current()
    context.index.judgeBy(formatLocalDay(context.nowMs()))
    return await getHandler(workspaces, name)(context, input as never)
  } catch (error) {
    return fail({ kind: 'bug', reference: logBug(workspaces.folder, name, error) })
  }
}
