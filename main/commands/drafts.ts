import {
  compressFile,
  deleteDraftRecord,
  getDraftRecords,
  getFileBytes,
  getStandingImport,
  insertDraftRecord,
  saveFile,
  updateDraftRecord,
} from '../../db/imports.ts'
import { writeAside } from '../../db/in-transaction.ts'
import type { CallProblem, DraftSummary } from '../../shared/contract/outputs.ts'
import type { FileProblem } from '../../shared/domain/file-problem.ts'
import type { EncodingPreview } from '../../shared/domain/sheet/text-encodings.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import type { Draft, DraftChoices, DraftContent } from '../engine/draft-desk.ts'
import { readFileContent } from '../files/file-content.ts'
import { fileLimits } from '../files/file-limits.ts'
import { FileRefusal } from '../files/file-refusal.ts'
import { guessClient, guessClientByPlace, listFolders } from './guess-client.ts'
import { isReadAlike } from './layout-memory.ts'
import { readClientFile } from './read-client-file.ts'
import { summarizeDraft } from './summarize-draft.ts'

/** Opens files as drafts: read, understood, compared; nothing is imported. One bad file never stops the others. */
export const openFiles: Handler<'import.open'> = (context, { files, client }) =>
  context.runJob('import', async (report) => {
    const drafts: DraftSummary[] = []
    const before = new Set(context.drafts.list().map((draft) => draft.id))
    for (const [position, token] of files.entries()) {
      report.progress('read', position, files.length)
      const file = context.tokens.get(token)
      if (!file) return fail({ kind: 'token-unknown' })
      const opened = await openFile(context, file, client ?? null, report.signal)
      if (report.signal.aborted) return discardOpened(context, before)
      drafts.push('draft' in opened ? summarizeDraft(context, opened.draft) : opened.refused)
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
  { draftId, client, columns, acceptsAll, encoding, teachesAll },
) => {
  const draft = context.drafts.get(draftId)
  if (!draft) return fail({ kind: 'draft-unknown', draftId })
  if (client !== undefined) draft.clientName = client
  if (acceptsAll !== undefined) draft.choices.acceptsAll = acceptsAll
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

/** Reads one file as a draft. The same content twice is one draft. */
export async function openFile(
  context: CommandContext,
  file: { path: string; name: string },
  client: string | null,
  signal: AbortSignal,
): Promise<{ draft: Draft } | { refused: DraftSummary }> {
  const refuse = (problem: CallProblem, verdict: DraftSummary['verdict'] = 'refused') => ({
    refused: describeRefused(file.name, problem, verdict),
  })
  const refuseFile = (problem: FileProblem) => refuse({ kind: 'file-refused', fileName: file.name, problem })
  const kept = await readToKeep(file.path)
  if (!kept.ok) return refuseFile(kept.problem)
  const { sha256, size } = kept.value
  const standing = getStandingImport(context.store, sha256)
  if (standing)
    return refuse({ kind: 'same-file', fileName: standing.fileName, atMs: standing.atMs }, 'same-file')
  const findKnown = () => context.drafts.list().find((draft) => draft.sha256 === sha256)
  const known = findKnown()
  if (known) {
    await readDraftOnce(context, known)
    return { draft: known }
  }

  const choices: DraftChoices = { columns: [], acceptsAll: false }
  const folders = listFolders(file)
  let encodings: EncodingPreview[] = []
  const read = (readAs: string | null) =>
    readClientFile(context, { path: file.path }, choices, {
      signal,
      clientName: readAs,
      onEncodings: (previews) => {
        encodings = previews
      },
    })
  let content = await read(client ?? guessClientByPlace(context, file.name, folders))
  const guess = content.ok ? guessClient(context, file.name, folders, content.value) : null
  const clientName = client ?? guess?.client ?? null
  // Whose file it is may show only in the file, and another client's layouts must not decide.
  if (content.ok && clientName !== null && !isReadAlike(context.store, content.value, clientName))
    content = await read(clientName)
  // A text in an unknown encoding is a question, not a refusal.
  const isQuestion = !content.ok && content.problem.kind === 'unknown-encoding' && encodings.length > 0
  if (!content.ok && !isQuestion) return refuseFile(content.problem)
  // The bytes that are kept must be those that were read: somebody may have saved the file in between.
  if (content.ok && content.value.sha256 !== sha256) return refuseFile({ kind: 'locked' })
  const compressed = await kept.value.compressed
  if (signal.aborted) return refuse({ kind: 'cancelled' })
  // The watch folder may have opened the same file meanwhile.
  const meanwhile = findKnown()
  if (meanwhile) return { draft: meanwhile }
  const { store } = context
  const stored = writeAside(store, () => {
    saveFile(store, { sha256, name: file.name, size, content: compressed })
    return insertDraftRecord(store, {
      fileName: file.name,
      sha256,
      clientName,
      choices: JSON.stringify(choices),
      atMs: context.nowMs(),
    })
  })
  if (!stored.ok) return refuse(stored.problem)
  const draft = {
    id: stored.value,
    fileName: file.name,
    sha256,
    clientName,
    choices,
    encodings,
    candidates: guess?.candidates ?? [],
    ...describeReading(file.name, content),
  }
  context.drafts.put(draft)
  return { draft }
}

/** A draft of an earlier session is read when it is needed. */
export async function readDraftOnce(context: CommandContext, draft: Draft): Promise<void> {
  if (!draft.content && !draft.problem) await readDraft(context, draft)
}

async function readDraft(context: CommandContext, draft: Draft): Promise<void> {
  const bytes = getFileBytes(context.store, draft.sha256)
  if (!bytes) throw new Error(`file of draft ${draft.id} is not kept`)
  const file = { bytes, name: draft.fileName }
  const content = await readClientFile(context, file, draft.choices, {
    clientName: draft.clientName,
    onEncodings: (previews) => {
      draft.encodings = previews
    },
  })
  Object.assign(draft, describeReading(draft.fileName, content))
  // The folder it came from is not kept.
  if (content.ok && draft.clientName === null)
    draft.candidates = guessClient(context, draft.fileName, [], content.value).candidates
}

const describeReading = (
  fileName: string,
  content: Result<DraftContent, FileProblem>,
): Pick<Draft, 'content' | 'problem'> => ({
  content: content.ok ? content.value : null,
  problem: content.ok ? null : { kind: 'file-refused', fileName, problem: content.problem },
})

interface KeptFile {
  sha256: string
  size: number
  compressed: Promise<Uint8Array>
}

/** Only packed bytes are held: a large file must not lie open in this process while it is parsed in another. */
async function readToKeep(path: string): Promise<Result<KeptFile, FileProblem>> {
  try {
    const { bytes, sha256 } = await readFileContent({ path }, fileLimits.fileBytes)
    return ok({ sha256, size: bytes.length, compressed: compressFile(bytes) })
  } catch (error) {
    if (error instanceof FileRefusal) return fail(error.problem)
    throw error
  }
}

const describeRefused = (
  fileName: string,
  problem: CallProblem,
  verdict: DraftSummary['verdict'],
): DraftSummary => ({
  draftId: 0,
  fileName,
  verdict,
  problem,
  client: null,
  candidates: [],
  encoding: null,
  encodings: [],
  sheets: [],
  questions: 0,
  corrections: 0,
  teachesAll: false,
  revisionOf: null,
  difference: null,
  problems: [],
  moreProblems: 0,
  clientQuestions: 0,
})
