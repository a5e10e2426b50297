import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { DraftSummary } from '../../shared/contract/outputs.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Engine } from '../engine/engine.ts'
import { applyDecision, assignEverything } from './apply-decision.ts'
import { applySetup } from './apply-setup.ts'
import { generatePracticeMorning, type PracticeMorning } from './generate-practice-morning.ts'
import { createMorningCalls, type MorningCalls } from './morning-calls.ts'
import type { MorningClock } from './morning-clock.ts'
import { compare, expectNone, MorningStop, type MorningProblem } from './morning-problem.ts'
import { verifyExport } from './verify-export.ts'
import { writeInbox, type Inbox } from './write-inbox.ts'

export interface MorningStep {
  name: string
  ms: number
  counts: Record<string, number>
}

export interface MorningOptions {
  /** The folder the export becomes; it must not exist. */
  out: string
  /** The clock that the engine was opened with. */
  clock: MorningClock
  log: (step: MorningStep) => void
}

export interface MorningReport {
  steps: MorningStep[]
  ms: number
  folder: string
  files: number
  manifestSha256: string
}

type Counts = Record<string, number>

/**
 * The whole job through the contract, on an engine with an empty database: twelve clients' files in, carriers, PRO
 * numbers and tracking IDs assigned, the planted mistakes answered, every client's files out, read back and compared.
 */
export async function runMorning(
  engine: Pick<Engine, 'call'>,
  { out, clock, log }: MorningOptions,
): Promise<Result<MorningReport, MorningProblem>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tailboard-morning-'))
  const steps: MorningStep[] = []
  const calls = createMorningCalls(engine, clock)
  const startedAt = performance.now()
  const step = async <T>(name: string, work: () => Promise<[T, Counts]>): Promise<T> => {
    const begunAt = performance.now()
    const [value, counts] = await work()
    const done = { name, ms: Math.round(performance.now() - begunAt), counts }
    steps.push(done)
    log(done)
    return value
  }
  try {
    const { morning, inbox } = await step('generate', () => prepare(folder))
    await step('set up', () => setUp(calls, morning))
    const drafts = await step('read', () => openFiles(calls, inbox))
    await step('settle', () => settle(calls, morning, drafts))
    await step('import', () => commit(calls, morning, drafts))
    await step('assign', () => assign(calls))
    const inputs = await step('pair', () => pairLists(calls, morning, inbox))
    await step('decide', () => decide(calls, morning, inputs))
    await step('check', () => check(calls, morning))
    const { files, manifestSha256 } = await step('export', () => exportAll(calls, morning, out))
    await step('verify', async () => {
      expectNone('verify', await verifyExport(out, morning.expected))
      return [null, { files }]
    })
    return ok({ steps, ms: Math.round(performance.now() - startedAt), folder: out, files, manifestSha256 })
  } catch (error) {
    if (error instanceof MorningStop) return fail(error.problem)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(folder: string): Promise<[{ morning: PracticeMorning; inbox: Inbox }, Counts]> {
  const morning = generatePracticeMorning()
  const inbox = await writeInbox(folder, morning)
  return [{ morning, inbox }, { files: inbox.files.length, lists: inbox.lists.length }]
}

async function setUp(calls: MorningCalls, { setup }: PracticeMorning): Promise<[null, Counts]> {
  const done = await applySetup(
    setup,
    async (name, input) => ok(await calls.call(name, input)),
    calls.nextOpId,
  )
  if (!done.ok) throw new Error('a refused call has ended the morning before')
  return [null, { carriers: setup.carriers.length, blocks: setup.blocks.length, rules: setup.rules.length }]
}

async function openFiles(calls: MorningCalls, inbox: Inbox): Promise<[DraftSummary[], Counts]> {
  const files: string[] = []
  for (const file of inbox.files) files.push((await calls.call('file.offer', { path: file })).token)
  const { drafts } = await calls.call('import.open', { files })
  expectNone(
    'read',
    drafts.flatMap((draft) => compare(draft.fileName, null, draft.problem)),
  )
  return [drafts, { files: drafts.length, questions: drafts.reduce((sum, draft) => sum + draft.questions, 0) }]
}

/** Each file is its own client's; the columns are as they were found. */
async function settle(
  calls: MorningCalls,
  morning: PracticeMorning,
  drafts: readonly DraftSummary[],
): Promise<[null, Counts]> {
  const owners = new Map([...morning.files, ...morning.workbooks].map((file) => [file.name, file.client]))
  const held: { client: string; value: string; problem: string }[] = []
  for (const { draftId, fileName } of drafts) {
    const client = owners.get(fileName)!
    const settled = await calls.call('import.settle', { draftId, client, acceptsAll: true }, fileName)
    const heldHere = settled.problems.filter((problem) => heldKinds.has(problem.kind))
    held.push(...heldHere.map(({ value, kind }) => ({ client, value, problem: kind })))
  }
  const byValue = (a: { value: string }, b: { value: string }): number => (a.value < b.value ? -1 : 1)
  expectNone('settle', compare('held rows', morning.expected.held.toSorted(byValue), held.toSorted(byValue)))
  return [null, { held: held.length }]
}

const heldKinds: ReadonlySet<string> = new Set(['one-character-missing', 'not-amazon', 'not-an-fba-id'])

async function commit(
  calls: MorningCalls,
  { expected }: PracticeMorning,
  drafts: readonly DraftSummary[],
): Promise<[null, Counts]> {
  const draftIds = drafts.map((draft) => draft.draftId)
  const { imports, failed } = await calls.call('import.commit', { opId: calls.nextOpId(), draftIds })
  const shipments = imports.reduce((sum, each) => sum + each.shipments, 0)
  const boxes = imports.reduce((sum, each) => sum + each.boxes, 0)
  expectNone('import', [
    ...compare('files not imported', [], failed),
    ...compare('shipments', expected.shipments, shipments),
    ...compare('boxes', expected.boxes, boxes),
  ])
  return [null, { shipments, boxes, problems: imports.reduce((sum, each) => sum + each.problems, 0) }]
}

async function assign(calls: MorningCalls): Promise<[null, Counts]> {
  const { carriers, pros } = await calls.call('assign.apply', { opId: calls.nextOpId(), ...assignEverything })
  return [null, { carriers, pros }]
}

/** Writes every list that pairs without a question; the others wait for a decision, and one must be recorded. */
async function pairLists(
  calls: MorningCalls,
  { lists, decisions }: PracticeMorning,
  inbox: Inbox,
): Promise<[Map<string, CallInput<'pairing.preview'>>, Counts]> {
  const inputs = new Map<string, CallInput<'pairing.preview'>>()
  const decided = decisions.flatMap((each) => (each.call === 'pairing.apply' ? [each.list] : []))
  const waiting: string[] = []
  let written = 0
  for (const [at, list] of lists.entries()) {
    const input: CallInput<'pairing.preview'> = list.name.endsWith('.txt')
      ? { text: new TextDecoder().decode(list.bytes) }
      : { file: (await calls.call('file.offer', { path: inbox.lists[at]! })).token }
    if (list.shipmentFbaId !== undefined) input.shipmentId = (await calls.findShipment(list.shipmentFbaId)).id
    inputs.set(list.name, input)
    const preview = await calls.call('pairing.preview', input, list.name)
    if (preview.mismatches.some((mismatch) => mismatch.level === 'block')) waiting.push(list.name)
    else written += (await calls.call('pairing.apply', { opId: calls.nextOpId(), ...input }, list.name)).written
  }
  expectNone('pair', compare('lists to decide', decided, waiting))
  return [inputs, { lists: lists.length, written, toDecide: waiting.length }]
}

async function decide(
  calls: MorningCalls,
  { decisions }: PracticeMorning,
  inputs: ReadonlyMap<string, CallInput<'pairing.preview'>>,
): Promise<[null, Counts]> {
  for (const decision of decisions) await applyDecision(calls, decision, inputs)
  return [null, { decisions: decisions.length }]
}

/** Nobody's tracking information is missing, and all but what is left out is ready. */
async function check(calls: MorningCalls, { expected }: PracticeMorning): Promise<[null, Counts]> {
  const { clients, totals } = await calls.call('check.run', {})
  expectNone('check', [
    ...clients.flatMap(({ client, missingNow }) => compare(`missing now, ${client}`, 0, missingNow.rate)),
    ...compare('ready', expected.shipments - expected.leftOut.length, totals.ready),
  ])
  return [null, { clients: clients.length, ready: totals.ready, errors: totals.error, exempt: totals.exempt }]
}

async function exportAll(
  calls: MorningCalls,
  { expected }: PracticeMorning,
  out: string,
): Promise<[{ files: number; manifestSha256: string }, Counts]> {
  const plan = await calls.call('export.plan', {})
  const leftOut = plan.leftOut.map(({ fbaId, client, status, reasons }) => ({ fbaId, client, status, reasons }))
  expectNone('export', compare('left out', expected.leftOut, leftOut))
  const { token } = await calls.call('folder.offer', { path: out })
  const written = await calls.call('export.run', { opId: calls.nextOpId(), folder: token }, out)
  return [written, { files: written.files, shipments: written.shipments, leftOut: written.leftOut }]
}
