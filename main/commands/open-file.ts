import {
  compressFile,
  getFileBytes,
  getStandingImport,
  insertDraftRecord,
  saveFile,
} from '../../db/imports.ts'
import { writeAside } from '../../db/in-transaction.ts'
import type { CallProblem, DraftSummary } from '../../shared/contract/outputs.ts'
import type { FileProblem } from '../../shared/domain/file-problem.ts'
import type { EncodingPreview } from '../../shared/domain/sheet/text-encodings.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { Draft, DraftChoices, DraftContent } from '../engine/draft-desk.ts'
import { readFileContent } from '../files/file-content.ts'
import { fileLimits } from '../files/file-limits.ts'
import { FileRefusal } from '../files/file-refusal.ts'
import { guessClient, guessClientByPlace, listFolders } from './guess-client.ts'
import { isReadAlike } from './layout-memory.ts'
import { readClientFile } from './read-client-file.ts'

export type OpenedFile = { draft: Draft } | { refused: DraftSummary }

/** A file read and understood, and not stored yet; or what it turned out to be instead. */
export type PreparedFile = { ready: ReadyFile } | OpenedFile

interface ReadyFile {
  name: string
  sha256: string
  size: number
  compressed: Uint8Array
  clientName: string | null
  choices: DraftChoices
  reading: Pick<Draft, 'content' | 'problem' | 'encodings' | 'candidates'>
}

/** Reads one file as a draft. The same content twice is one draft. */
export async function openFile(
  context: CommandContext,
  file: { path: string; name: string },
  client: string | null,
  signal: AbortSignal,
): Promise<OpenedFile> {
  return storePrepared(context, await prepareFile(context, file, client, signal))
}

/** The long part of opening a file, which stores nothing: several files may be at it at once. */
export async function prepareFile(
  context: CommandContext,
  file: { path: string; name: string },
  client: string | null,
  signal: AbortSignal,
): Promise<PreparedFile> {
  const refuse = (problem: CallProblem, verdict?: DraftSummary['verdict']) => ({
    refused: describeRefused(file.name, problem, verdict),
  })
  const refuseFile = (problem: FileProblem) => refuse({ kind: 'file-refused', fileName: file.name, problem })
  const kept = await readToKeep(file.path)
  if (!kept.ok) return refuseFile(kept.problem)
  const { sha256, size } = kept.value
  const standing = getStandingImport(context.store, sha256)
  if (standing)
    return refuse({ kind: 'same-file', fileName: standing.fileName, atMs: standing.atMs }, 'same-file')
  const known = findKnown(context, sha256)
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
  const reading = { ...describeReading(file.name, content), encodings, candidates: guess?.candidates ?? [] }
  return { ready: { name: file.name, sha256, size, compressed, clientName, choices, reading } }
}

/** Stores what was read as a draft, unless the same file has become one meanwhile: beside it, or in the watch folder. */
export function storePrepared(context: CommandContext, prepared: PreparedFile): OpenedFile {
  if (!('ready' in prepared)) return prepared
  const { name, sha256, size, compressed, clientName, choices, reading } = prepared.ready
  const known = findKnown(context, sha256)
  if (known) return { draft: known }
  const { store } = context
  const stored = writeAside(store, () => {
    saveFile(store, { sha256, name, size, content: compressed })
    return insertDraftRecord(store, {
      fileName: name,
      sha256,
      clientName,
      choices: JSON.stringify(choices),
      atMs: context.nowMs(),
    })
  })
  if (!stored.ok) return { refused: describeRefused(name, stored.problem) }
  const draft = { id: stored.value, fileName: name, sha256, clientName, choices, ...reading }
  context.drafts.put(draft)
  return { draft }
}

const findKnown = ({ drafts }: CommandContext, sha256: string): Draft | undefined =>
  drafts.list().find((draft) => draft.sha256 === sha256)

/** A draft of an earlier session is read when it is needed. */
export async function readDraftOnce(context: CommandContext, draft: Draft): Promise<void> {
  if (!draft.content && !draft.problem) await readDraft(context, draft)
}

/** Reads a draft's file anew by what was settled for it. */
export async function readDraft(context: CommandContext, draft: Draft): Promise<void> {
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
  verdict: DraftSummary['verdict'] = 'refused',
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
  history: null,
  problems: [],
  moreProblems: 0,
  clientQuestions: 0,
})
