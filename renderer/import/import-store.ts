import { create } from 'zustand'
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts'
import type { CallProblem, DraftSummary } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import { ask, call } from '../shell/ask.ts'
import { chooseFiles } from '../shell/choose-files.ts'
import { findFirstWaiting, isReadyToCommit, mergeFiles, type QueuedFile } from './queued-file.ts'

export type ImportResult = CallOutput<'import.commit'> & { fileNames: ReadonlyMap<number, string> }

interface ImportStore {
  /** Whose drafts these are; null until they have been read. */
  workspace: string | null
  files: readonly QueuedFile[]
  selectedKey: string | null
  /** What the screen is waiting for. */
  work: 'opening' | 'committing' | null
  /** Files whose values replace what dispatchers typed. */
  overwriting: ReadonlySet<string>
  /** The last commit, until the next file is opened or looked at. */
  result: ImportResult | null
  /** Files of the watch folder that came while another screen was in view. */
  unseen: ReadonlySet<string>
}

const nothing: ImportStore = {
  workspace: null,
  files: [],
  selectedKey: null,
  work: null,
  overwriting: new Set(),
  result: null,
  unseen: new Set(),
}

export const useImport = create<ImportStore>(() => nothing)

const { setState, getState } = useImport

export const selectFile = (key: string): void => setState({ selectedKey: key, result: null })

function showFiles(files: readonly QueuedFile[]): void {
  const { selectedKey } = getState()
  const isStillThere = files.some(({ key }) => key === selectedKey)
  setState({ files, selectedKey: isStillThere ? selectedKey : (findFirstWaiting(files)?.key ?? null) })
}

/** The drafts of a workspace, also those kept from before a restart, and what they would change now. */
export async function showWorkspace(workspace: string): Promise<void> {
  const { workspace: last } = getState()
  if (last !== null && last !== workspace) setState(nothing)
  await reloadDrafts()
  setState({ workspace })
}

async function reloadDrafts(): Promise<void> {
  const answer = await call('import.drafts', {})
  if (!answer.ok) return
  const { drafts } = answer.value
  const kept = getState().files.filter(
    ({ draft }) => draft.draftId === 0 || drafts.some(({ draftId }) => draftId === draft.draftId),
  )
  showFiles(mergeFiles(kept, drafts))
}

/** Files that the engine opened by itself. What is selected stays so. */
export function addWatched(drafts: readonly DraftSummary[], isInView: boolean): void {
  const { files, unseen } = getState()
  const merged = mergeFiles(files, drafts)
  const added = merged.filter(({ draft }) => drafts.includes(draft)).map(({ key }) => key)
  setState({ unseen: isInView ? unseen : new Set([...unseen, ...added]) })
  showFiles(merged)
}

export const markSeen = (): void => setState({ unseen: new Set() })

/** Reads files that were picked, or dropped anywhere in the app. Nothing is stored before the commit. */
export async function openFiles(chosen: readonly { token: string }[]): Promise<void> {
  if (chosen.length === 0) return
  setState({ work: 'opening' })
  const answer = await ask('import.open', { files: chosen.map(({ token }) => token) })
  setState({ work: null })
  if (!answer.ok) return
  const { drafts } = answer.value
  const files = mergeFiles(getState().files, drafts)
  const opened = files.filter(({ draft }) => drafts.includes(draft))
  setState({ result: null, selectedKey: findFirstWaiting(opened)?.key ?? null })
  showFiles(files)
}

export const pickFiles = async (): Promise<void> => openFiles(await chooseFiles())

/** Answers a question of a file; the file as it stands then, or null when the answer was refused. */
export async function settleFile(
  key: string,
  answer: Omit<CallInput<'import.settle'>, 'draftId'>,
): Promise<QueuedFile | null> {
  const file = getState().files.find((each) => each.key === key)
  if (!file) return null
  const settled = await ask('import.settle', { draftId: file.draft.draftId, ...answer })
  if (!settled.ok) return null
  const next = {
    ...file,
    draft: settled.value,
    isClientSettled: file.isClientSettled || answer.client !== undefined,
  }
  setState(({ files }) => ({ files: files.map((each) => (each.key === key ? next : each)) }))
  return next
}

export async function removeFile(key: string): Promise<void> {
  const { files } = getState()
  const index = files.findIndex((file) => file.key === key)
  const { draftId } = files[index]?.draft ?? { draftId: 0 }
  if (draftId !== 0) {
    const answer = await call('import.discard', { draftId })
    if (!answer.ok && answer.problem.kind !== 'draft-unknown') return
  }
  const rest = files.toSpliced(index, 1)
  setState({ selectedKey: rest[Math.min(index, rest.length - 1)]?.key ?? null })
  showFiles(rest)
}

export function setOverwriting(key: string, isOverwriting: boolean): void {
  const overwriting = new Set(getState().overwriting)
  if (isOverwriting) overwriting.add(key)
  else overwriting.delete(key)
  setState({ overwriting })
}

/** Stores every file that has nothing left to ask; the others stay. */
export async function commitFiles(): Promise<ImportResult | null> {
  const { files, overwriting, work } = getState()
  const ready = files.filter(isReadyToCommit)
  if (ready.length === 0 || work !== null) return null
  setState({ work: 'committing' })
  const result: ImportResult = {
    imports: [],
    failed: [],
    refused: [],
    fileNames: new Map(ready.map(({ draft }) => [draft.draftId, draft.fileName])),
  }
  // One id for both, so that one undo takes back both.
  const opId = newOpId()
  for (const overwritesTyped of [false, true]) {
    const batch = ready.filter(({ key }) => overwriting.has(key) === overwritesTyped)
    if (batch.length > 0) await commitBatch(opId, result, batch, overwritesTyped)
  }
  const stored = new Set(result.imports.map(({ draftId }) => draftId))
  setState({ work: null, result, overwriting: new Set() })
  showFiles(getState().files.filter(({ draft }) => !stored.has(draft.draftId)))
  void reloadDrafts()
  return result
}

async function commitBatch(
  opId: string,
  result: ImportResult,
  batch: readonly QueuedFile[],
  overwritesTyped: boolean,
): Promise<void> {
  const draftIds = batch.map(({ draft }) => draft.draftId)
  const answer = await call('import.commit', { opId, draftIds, overwritesTyped })
  result.imports.push(...(answer.ok ? answer.value.imports : []))
  result.refused.push(...(answer.ok ? answer.value.refused : []))
  result.failed.push(
    ...(answer.ok ? answer.value.failed : batch.map(({ draft }) => toFailure(draft, answer.problem))),
  )
}

const toFailure = (
  { draftId, fileName }: DraftSummary,
  problem: CallProblem,
): ImportResult['failed'][number] => ({ draftId, fileName, problem })
