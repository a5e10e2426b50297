import path from 'node:path'
import type { DraftSummary } from '../../shared/contract/outputs.ts'
import type { Engine } from '../engine/engine.ts'
import { done, failed, getText, RefusedError, UsageError, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'

export const returnCommand: CliCommand = {
  name: 'return',
  usage: 'return FILE [--client NAME] --out DIR',
  summary: "saves the client's own file with a column of questions about what is wrong in it",
  options: { client: { type: 'string' }, out: { type: 'string' } },
  positionals: [1, 1],
  async run(engine, args) {
    const out = getText(args, 'out')
    if (out === undefined) throw new UsageError('--out names the folder to write to')
    const client = getText(args, 'client')
    const folder = await engine.call('folder.offer', { path: path.resolve(out) })
    if (!folder.ok) return failed(folder.problem)
    const before = await engine.call('import.drafts', {})
    if (!before.ok) return failed(before.problem)
    const draft = await open(engine, args.positionals[0]!, client)
    const answer = await engine.call('import.returnToClient', {
      opId: makeOpId(),
      ...(await findAsked(engine, draft)),
      folder: folder.value.token,
    })
    const isOurs = !before.value.drafts.some(({ draftId }) => draftId === draft.draftId)
    if (draft.draftId > 0 && isOurs) await engine.call('import.discard', { draftId: draft.draftId })
    if (!answer.ok) return failed(answer.problem)
    const { fileName, questions } = answer.value
    const file = path.join(answer.value.folder, fileName)
    return done(answer.value, [`${file}: ${questions} rows to ask the client about`])
  },
}

async function open(engine: Engine, file: string, client: string | undefined): Promise<DraftSummary> {
  const offered = await engine.call('file.offer', { path: path.resolve(file) })
  if (!offered.ok) throw new RefusedError(offered.problem)
  const opened = await engine.call('import.open', {
    files: [offered.value.token],
    ...(client === undefined ? {} : { client }),
  })
  if (!opened.ok) throw new RefusedError(opened.problem)
  return opened.value.drafts[0]!
}

/** The draft, or the import that brought the same file before. */
async function findAsked(
  engine: Engine,
  { draftId, problem }: DraftSummary,
): Promise<{ draftId: number } | { importId: number }> {
  if (draftId > 0) return { draftId }
  if (problem?.kind !== 'same-file') throw new RefusedError(problem!)
  const list = await engine.call('import.list', {})
  if (!list.ok) throw new RefusedError(list.problem)
  const known = list.value.imports.find(
    ({ fileName, atMs }) => fileName === problem.fileName && atMs === problem.atMs,
  )
  if (!known) throw new RefusedError(problem)
  return { importId: known.id }
}
