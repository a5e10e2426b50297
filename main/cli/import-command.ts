import path from 'node:path'
import type { DraftSummary } from '../../shared/contract/outputs.ts'
import type { Engine } from '../engine/engine.ts'
import {
  parseTextEncoding,
  textEncodings,
  type TextEncoding,
} from '../../shared/domain/sheet/text-encodings.ts'
import {
  failed,
  getText,
  hasFlag,
  UsageError,
  type Arguments,
  type CliCommand,
  type CommandOutput,
} from './command.ts'
import { makeOpId } from './op-id.ts'
import { describeCell, describeHistoryView, describeLeftOut, describeNotice } from './words.ts'

export const importCommand: CliCommand = {
  name: 'import',
  usage: 'import FILES… [--client NAME] [--encoding NAME] [--accept] [--history] [--dry-run]',
  summary:
    'reads client files and imports what is understood; --accept takes proposed columns as they are; --history takes old sheets of closed shipments, which only teach used numbers and layouts',
  options: {
    client: { type: 'string' },
    encoding: { type: 'string' },
    accept: { type: 'boolean' },
    history: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  positionals: [1, 200],
  run: runImport,
}

async function runImport(engine: Engine, args: Arguments): Promise<CommandOutput> {
  const tokens: string[] = []
  for (const file of args.positionals) {
    const offered = await engine.call('file.offer', { path: path.resolve(file) })
    if (!offered.ok) return failed(offered.problem)
    tokens.push(offered.value.token)
  }
  const client = getText(args, 'client')
  const encoding = readEncoding(args)
  const before = await engine.call('import.drafts', {})
  if (!before.ok) return failed(before.problem)
  const known = new Set(before.value.drafts.map((draft) => draft.draftId))
  const opened = await engine.call('import.open', {
    files: tokens,
    ...(client === undefined ? {} : { client }),
  })
  if (!opened.ok) return failed(opened.problem)
  const isDryRun = hasFlag(args, 'dry-run')
  const drafts: DraftSummary[] = []
  for (const draft of opened.value.drafts) {
    // A dry run leaves a draft that somebody has open at a desk as it is.
    const isLeft = draft.draftId === 0 || (isDryRun && known.has(draft.draftId))
    if (isLeft) drafts.push(draft)
    else
      drafts.push(
        await settle(engine, await readAs(engine, draft, encoding), {
          client,
          accepts: hasFlag(args, 'accept'),
          isHistory: hasFlag(args, 'history'),
        }),
      )
  }
  const usable = drafts.filter((draft) => draft.draftId > 0 && !draft.problem)
  const idle = isDryRun ? drafts : drafts.filter((draft) => draft.problem)
  for (const { draftId } of idle)
    if (draftId > 0 && !known.has(draftId)) await engine.call('import.discard', { draftId })
  if (isDryRun) return summarize(drafts, [], 'would import')
  if (usable.length === 0) return summarize(drafts, [], 'imported')
  const committed = await engine.call('import.commit', {
    opId: makeOpId(),
    draftIds: usable.map((draft) => draft.draftId),
  })
  if (!committed.ok) return failed(committed.problem)
  for (const { draftId } of committed.value.failed)
    if (!known.has(draftId)) await engine.call('import.discard', { draftId })
  const learned = new Map(committed.value.imports.map(({ draftId, history }) => [draftId, history]))
  const stored = drafts.map((draft) => ({ ...draft, history: learned.get(draft.draftId) ?? null }))
  const notReissued = committed.value.refused.map((problem) => ({ draftId: 0, problem }))
  return summarize(stored, [...committed.value.failed, ...notReissued], 'imported')
}

function readEncoding(args: Arguments): TextEncoding | null {
  const name = getText(args, 'encoding')
  if (name === undefined) return null
  const encoding = parseTextEncoding(name)
  if (encoding === null) throw new UsageError(`--encoding: one of ${textEncodings.join(', ')}`)
  return encoding
}

/** A text file read anew in the encoding that was named; what has no choice of encodings stays as it is. */
async function readAs(
  engine: Engine,
  draft: DraftSummary,
  encoding: TextEncoding | null,
): Promise<DraftSummary> {
  if (encoding === null || draft.encodings.length === 0 || draft.encoding === encoding) return draft
  const settled = await engine.call('import.settle', { draftId: draft.draftId, encoding })
  return settled.ok ? settled.value : draft
}

interface SettleOptions {
  client: string | undefined
  accepts: boolean
  isHistory: boolean
}

/** The client that was named or the file points to, or the one proposed by its name, and the columns as the user allows. */
async function settle(
  engine: Engine,
  draft: DraftSummary,
  { client: named, accepts, isHistory }: SettleOptions,
): Promise<DraftSummary> {
  // A new client's name is only a proposal of the file's name until somebody accepts it; a doubt is nobody's to accept.
  const isProposal = draft.verdict === 'new' && !accepts
  const isDoubtful = draft.candidates.length > 0
  // Of a file that could not be read nothing is known yet.
  const client = named ?? (isProposal || isDoubtful || draft.problem !== null ? null : draft.client)
  const settled = await engine.call('import.settle', {
    draftId: draft.draftId,
    ...(accepts ? { acceptsAll: true } : {}),
    ...(isHistory ? { isHistory } : {}),
    ...(client === null ? {} : { client }),
  })
  return settled.ok ? settled.value : draft
}

function summarize(
  drafts: readonly DraftSummary[],
  refused: readonly { draftId: number; problem: NonNullable<DraftSummary['problem']> }[],
  verb: string,
): CommandOutput {
  const problems = [
    ...drafts.flatMap((draft) => (draft.problem ? [draft.problem] : [])),
    ...refused.map((entry) => entry.problem),
  ]
  const hasCellProblems = drafts.some(
    (draft) =>
      draft.problems.some((problem) => problem.level === 'block') ||
      (draft.difference?.standIns.length ?? 0) > 0,
  )
  // A file that is on file already is no problem: nothing needs to change.
  const isCannotRun = problems.find((problem) => failed(problem).exitCode === 3)
  const isProblem = hasCellProblems || problems.some((problem) => problem.kind !== 'same-file')
  return {
    exitCode: isCannotRun ? 3 : isProblem ? 1 : 0,
    json: { files: drafts, refused },
    text: drafts.flatMap((draft) => {
      const isRefused = draft.problem !== null || refused.some(({ draftId }) => draftId === draft.draftId)
      return describeDraft(draft, isRefused ? 'not imported' : verb)
    }),
    problems,
  }
}

function describeDraft(draft: DraftSummary, verb: string): string[] {
  const { difference } = draft
  if (!difference || draft.problem) return [`${draft.fileName}: ${draft.verdict}`]
  const counts = `${difference.newShipments} new, ${difference.changedShipments} changed, ${difference.same} same, ${difference.gone} gone, ${difference.newBoxes} boxes`
  return [
    `${draft.fileName} (${draft.client ?? '?'}): ${verb} ${counts}; ${draft.problems.length + draft.moreProblems} problems`,
    ...(draft.history ? describeHistoryView(draft.history).map((line) => `  ${line}`) : []),
    ...draft.sheets.flatMap((sheet) =>
      sheet.notices.map((notice) => `  ${describeNotice(sheet.name, notice)}`),
    ),
    ...difference.standIns.map((standIn) => `  ${standIn.fbaId}  ${describeLeftOut(standIn)}`),
    ...draft.problems
      .filter((problem) => problem.level === 'block')
      .map((problem) => `  ${describeCell(problem)}`),
  ]
}
