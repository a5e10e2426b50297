import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { getPracticeFiles, preparePracticeWorkspace } from '../practice-morning/prepare-workspace.ts'
import { ok } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { WorkspaceHandler } from '../engine/handlers.ts'

/** Opens the sample company beside the dispatcher's own data; its files lie ready to be imported. */
export const openPractice: WorkspaceHandler<'practice.open'> = (workspaces) => async () => {
  const opened = workspaces.open('practice')
  if (!opened.ok) return opened
  const folder = getInbox(workspaces.practiceFolder)
  mkdirSync(folder, { recursive: true })
  const prepared = await preparePracticeWorkspace(opened.value, folder)
  if (!prepared.ok) return prepared
  return ok({ files: offer(opened.value, getPracticeFiles(folder).files) })
}

export const closePractice: WorkspaceHandler<'practice.close'> = (workspaces) => () => {
  const opened = workspaces.open('own')
  return opened.ok ? ok(null) : opened
}

/** The practice data, its ledger, exports and files go; nothing of the dispatcher's own is touched. */
export const removePractice: WorkspaceHandler<'practice.remove'> = (workspaces) => () =>
  workspaces.removePractice()

export const listPracticeFiles: WorkspaceHandler<'practice.files'> = (workspaces) => (context) => {
  if (!workspaces.isPractice()) return ok({ files: [], lists: [] })
  const { files, lists } = getPracticeFiles(getInbox(workspaces.practiceFolder))
  return ok({ files: offer(context, files), lists: offer(context, lists) })
}

const getInbox = (practiceFolder: string): string => path.join(practiceFolder, 'inbox')

const offer = ({ tokens }: CommandContext, files: readonly string[]) =>
  files.map((file) => ({ token: tokens.offer({ path: file }), name: path.basename(file) }))
