import { deleteDraftRecord, getDraftRecords, updateDraftRecord } from '../../db/imports.ts'
import { writeAside } from '../../db/in-transaction.ts'
import type { CallProblem, DraftSummary } from '../../shared/contract/outputs.ts'
import { fail, ok } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import type { DraftChoices } from '../engine/draft-desk.ts'
import { guessClient } from './guess-client.ts'
import { isReadAlike } from './layout-memory.ts'
import { prepareFile, readDraft, readDraftOnce, storePrepared } from './open-file.ts'
import { summarizeDraft } from './summarize-draft.ts'
import { workInOrder } from './work-in-order.ts'

/** Files read at once, each by a parser of its own; a second core is all that most desks have. */
const filesAtOnce = 2

/** Opens files as drafts: read, understood, compared; nothing is imported. One bad file never stops the others. */
export const openFiles: Handler<'import.open'> = (context, { files, client }) =>
  context.runJob('import', async (report) => {
    const drafts: DraftSummary[] = []
    const before = new Set(context.drafts.list().map((draft) => draft.id))
    const offered = files.map((token) => context.tokens.get(token)).filter((file) => file !== null)
    if (offered.length < files.length) return fail({ kind: 'token-unknown' })
    const prepare = (file: (typeof offered)[number]) =>
      prepareFile(context, file, client ?? null, report.signal)
    report.progress('read', 0, files.length)
    for await (const prepared of workInOrder(offered, filesAtOnce, prepare)) {
      if (report.signal.aborted) return discardOpened(context, before)
      const opened = storePrepared(context, prepared)
      drafts.push('draft' in opened ? summarizeDraft(context, opened.draft) : opened.refused)
      report.progress('read', drafts.length, files.length)
    }
    return ok({ drafts })
  })

/** A cancelled call leaves no draft of its own. */
function discardOpened(
  { store, drafts }: CommandContext,
  before: ReadonlySet<number>,
): { ok: false; problem: CallProblem } {
  const opened = drafts.list().filter((draft) => !before.has(draft.id))
  const discarded = writeAside(store, () => {
    for (const draft of opened) deleteDraftRecord(store, draft.id)
  })
  for (const draft of opened) drafts.remove(draft.id)
  return discarded.ok ? fail({ kind: 'cancelled' }) : discarded
}

export const listDrafts: Handler<'import.drafts'> = async (context) => {
  for (const draft of context.drafts.list()) await readDraftOnce(context, draft)
  return ok({ drafts: context.drafts.list().map((draft) => summarizeDraft(context, draft)) })
}

export const settleDraft: Handler<'import.settle'> = async (
  context,
  { draftId, client, columns, acceptsAll, encoding, teachesAll, isHistory },
) => {
  const draft = context.drafts.get(draftId)
  if (!draft) return fail({ kind: 'draft-unknown', draftId })
  if (client !== undefined) draft.clientName = client
  if (acceptsAll !== undefined) draft.choices.acceptsAll = acceptsAll
  if (isHistory !== undefined) draft.choices.isHistory = isHistory
  if (teachesAll !== undefined) draft.choices.teachesAll = teachesAll
  for (const choice of columns ?? []) {
    draft.choices.columns = draft.choices.columns.filter(
      (known) => known.sheet !== choice.sheet || known.column !== choice.column,
    )
    draft.choices.columns.push(choice)
  }
  if (encoding !== undefined) draft.choices.encoding = encoding
  const { store } = context
  // Acceptance changes no cell, and a client only where the own layouts say something else of a column.
  const isAlike = draft.content !== null && isReadAlike(store, draft.content, draft.clientName)
  if (columns !== undefined || encoding !== undefined || !isAlike) await readDraft(context, draft)
  if (encoding !== undefined && draft.content)
    draft.clientName ??= guessClient(context, draft.fileName, [], draft.content).client
  const stored = writeAside(store, () =>
    updateDraftRecord(store, draft.id, draft.clientName, JSON.stringify(draft.choices)),
  )
  if (!stored.ok) return stored
  return ok(summarizeDraft(context, draft))
}

export const discardDraft: Handler<'import.discard'> = ({ store, drafts }, { draftId }) => {
  if (!drafts.get(draftId)) return fail({ kind: 'draft-unknown', draftId })
  const deleted = writeAside(store, () => deleteDraftRecord(store, draftId))
  if (!deleted.ok) return deleted
  drafts.remove(draftId)
  return ok(null)
}

/** Drafts of an earlier session; their files are read again when they are looked at. */
export function restoreDrafts({ store, drafts }: CommandContext): void {
  for (const record of getDraftRecords(store)) {
    drafts.put({
      id: record.id,
      fileName: record.fileName,
      sha256: record.sha256,
      clientName: record.clientName,
      choices: JSON.parse(record.choices) as DraftChoices,
      content: null,
      encodings: [],
      problem: null,
    })
  }
}
