import type { CallInput } from '../../shared/contract/contract.ts'
import type { DraftSummary } from '../../shared/contract/outputs.ts'
import { ok } from '../../shared/result.ts'
import { applyDecision, assignEverything, type PairingInputs } from './apply-decision.ts'
import { applySetup, type SetupCalls } from './apply-setup.ts'
import type { PracticeMorning } from './generate-practice-morning.ts'
import type { MorningCalls } from './morning-calls.ts'
import { compare, expectNone } from './morning-problem.ts'
import type { Inbox } from './write-inbox.ts'

/** What a step hands on, and what it counted. */
export type StepResult<T> = Promise<[T, Record<string, number>]>

export async function setUp(calls: MorningCalls, { setup }: PracticeMorning): StepResult<null> {
  const setupCalls: SetupCalls = {
    'client.save': async (input) => ok(await calls.call('client.save', input)),
    'carrier.save': async (input) => ok(await calls.call('carrier.save', input)),
    'block.add': async (input) => ok(await calls.call('block.add', input)),
    'vehicle.save': async (input) => ok(await calls.call('vehicle.save', input)),
    'driver.save': async (input) => ok(await calls.call('driver.save', input)),
    'rule.save': async (input) => ok(await calls.call('rule.save', input)),
  }
  await applySetup(setup, setupCalls, () => calls.nextOpId())
  return [null, { carriers: setup.carriers.length, blocks: setup.blocks.length, rules: setup.rules.length }]
}

export async function openFiles(calls: MorningCalls, inbox: Inbox): StepResult<DraftSummary[]> {
  const files: string[] = []
  for (const file of inbox.files) files.push((await calls.call('file.offer', { path: file })).token)
  const { drafts } = await calls.call('import.open', { files })
  const refused = drafts.flatMap((draft) => compare(draft.fileName, null, draft.problem))
  expectNone('read', refused)
  return [
    drafts,
    { files: drafts.length, questions: drafts.reduce((sum, draft) => sum + draft.questions, 0) },
  ]
}

/** Each file is its own client's, its columns as found; what the import refuses must be what was planted. */
export async function settleDrafts(
  calls: MorningCalls,
  { files, workbooks, expected }: PracticeMorning,
  drafts: readonly DraftSummary[],
): StepResult<null> {
  const owners = new Map([...files, ...workbooks].map((file) => [file.name, file.client]))
  const refused: string[] = []
  const standIns: PracticeMorning['expected']['standIns'] = []
  for (const { draftId, fileName } of drafts) {
    const client = owners.get(fileName)!
    const settled = await calls.call('import.settle', { draftId, client, acceptsAll: true }, fileName)
    const problems = settled.problems.filter((problem) => problem.level !== 'notice')
    for (const { fbaId, number: value, kind: standIn } of settled.difference?.standIns ?? [])
      standIns.push({ fbaId, value, standIn })
    refused.push(...problems.map(({ kind, value }) => `${client} ${kind} ${value}`))
  }
  const planted = expected.refusedCells.map(({ client, problem, value }) => `${client} ${problem} ${value}`)
  expectNone('settle', [
    ...compare('refused cells', planted.toSorted(), refused.toSorted()),
    ...compare('PRO numbers that are none', expected.standIns, standIns),
  ])
  return [null, { 'refused cells': refused.length }]
}

export async function commitDrafts(
  calls: MorningCalls,
  { expected }: PracticeMorning,
  drafts: readonly DraftSummary[],
): StepResult<null> {
  const draftIds = drafts.map((draft) => draft.draftId)
  const { imports, failed } = await calls.call('import.commit', { opId: calls.nextOpId(), draftIds })
  const shipments = imports.reduce((sum, each) => sum + each.shipments, 0)
  const boxes = imports.reduce((sum, each) => sum + each.boxes, 0)
  expectNone('import', [
    ...compare('files not imported', [], failed),
    ...compare('shipments', expected.shipments, shipments),
    ...compare('boxes', expected.boxes, boxes),
  ])
  return [null, { shipments, boxes }]
}

export async function assign(calls: MorningCalls): StepResult<null> {
  const { carriers, pros, loads } = await calls.call('assign.apply', {
    opId: calls.nextOpId(),
    ...assignEverything,
  })
  const stored = (await calls.call('load.list', {})).loads
  const faulty = stored.filter((load) => load.problems.length > 0).map((load) => load.number)
  expectNone('assign', [...compare('loads', loads, stored.length), ...compare('loads at fault', [], faulty)])
  return [null, { carriers, 'PRO numbers': pros, loads }]
}

/**
 * Lists for one shipment are pasted beside it, the others opened as files. Those that pair without a question are
 * written; the rest wait, and for just those a decision must be on record.
 */
export async function pairLists(
  calls: MorningCalls,
  { lists, decisions }: PracticeMorning,
  inbox: Inbox,
): StepResult<PairingInputs> {
  const inputs: PairingInputs = new Map()
  const decided = decisions.flatMap((each) => (each.call === 'pairing.apply' ? [each.list] : []))
  const waiting: string[] = []
  let written = 0
  for (const [at, { name, bytes, shipmentFbaId }] of lists.entries()) {
    const input: CallInput<'pairing.preview'> =
      shipmentFbaId === undefined
        ? { file: (await calls.call('file.offer', { path: inbox.lists[at]! })).token }
        : { text: new TextDecoder().decode(bytes), shipmentId: (await calls.findShipment(shipmentFbaId)).id }
    inputs.set(name, input)
    const { mismatches } = await calls.call('pairing.preview', input, name)
    if (mismatches.some((mismatch) => mismatch.level === 'block')) waiting.push(name)
    else written += (await calls.call('pairing.apply', { opId: calls.nextOpId(), ...input }, name)).written
  }
  expectNone('pair', compare('lists that wait', decided, waiting))
  return [inputs, { lists: lists.length, 'tracking IDs': written, waiting: waiting.length }]
}

export async function decide(
  calls: MorningCalls,
  { decisions }: PracticeMorning,
  inputs: PairingInputs,
): StepResult<null> {
  for (const decision of decisions) await applyDecision(calls, decision, inputs)
  return [null, { decisions: decisions.length }]
}

/** Nobody's tracking information is missing, and all but what is left out is ready. */
export async function check(calls: MorningCalls, { expected }: PracticeMorning): StepResult<null> {
  const { clients, totals } = await calls.call('check.run', {})
  expectNone('check', [
    ...clients.flatMap(({ client, missingNow }) => compare(`missing now, ${client}`, 0, missingNow.rate)),
    ...compare('clients', expected.clients.length, clients.length),
    ...compare('ready', expected.shipments - expected.leftOut.length, totals.ready),
  ])
  return [null, { clients: clients.length, ready: totals.ready, errors: totals.error, exempt: totals.exempt }]
}

export async function exportAll(
  calls: MorningCalls,
  { expected }: PracticeMorning,
  out: string,
): StepResult<{ files: number; manifestSha256: string }> {
  const plan = await calls.call('export.plan', {})
  const leftOut = plan.leftOut.map(({ fbaId, client, status, reasons }) => ({
    fbaId,
    client,
    status,
    reasons,
  }))
  expectNone('export', compare('left out', expected.leftOut, leftOut))
  const { token } = await calls.call('folder.offer', { path: out })
  const written = await calls.call('export.run', { opId: calls.nextOpId(), folder: token }, out)
  return [written, { files: written.files, shipments: written.shipments, 'left out': written.leftOut }]
}
