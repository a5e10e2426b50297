import { stat } from 'node:fs/promises'
import path from 'node:path'
import { getSetting, setSetting } from '../../db/settings.ts'
import { writeAside } from '../../db/in-transaction.ts'
import type { DraftSummary, WatchView } from '../../shared/contract/outputs.ts'
import { fail, ok } from '../../shared/result.ts'
import { logBug } from '../engine/bug-log.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import type { WatchedFile } from '../engine/folder-scanner.ts'
import { watchFolder, type FolderWatch, type WatchPace } from '../engine/folder-watch.ts'
import { openFile } from './open-file.ts'
import { summarizeDraft } from './summarize-draft.ts'

const folderSetting = 'watch.folder'
const seenSetting = 'watch.seen'
/** Names of files handed on; older ones have long left the folder or changed. */
const mostSeen = 5_000

const getFolder = ({ store }: CommandContext): string | null => getSetting(store, folderSetting) || null

export const getWatch: Handler<'watch.get'> = (context) => ok(describeWatch(context))

/** Switches the watch folder to another one, or off. Files that are there already are offered as well. */
export const setWatch: Handler<'watch.set'> = async (context, { folder: token }) => {
  if (!context.watch.canWatch) return fail({ kind: 'not-allowed', name: 'watch.set' })
  const folder = token === null ? '' : context.tokens.get(token)?.path
  if (folder === undefined) return fail({ kind: 'token-unknown' })
  if (folder !== '' && !(await isFolder(folder))) return fail({ kind: 'watch-unreachable', folder })
  const { store } = context
  const stored = writeAside(store, () => {
    setSetting(store, folderSetting, folder)
    setSetting(store, seenSetting, '[]')
  })
  if (!stored.ok) return stored
  context.watch.restart()
  context.emit('changed', { shipments: [], lists: true })
  return ok(describeWatch(context))
}

const describeWatch = (context: CommandContext): WatchView => ({
  folder: getFolder(context),
  canWatch: context.watch.canWatch,
  isReachable: context.watch.isReachable(),
})

const isFolder = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

/** Watches the folder that is set; null where none is. Files become drafts exactly as dropped ones do. */
export function startWatch(context: CommandContext, pace?: WatchPace): FolderWatch | null {
  const folder = getFolder(context)
  if (folder === null) return null
  const seen = JSON.parse(getSetting(context.store, seenSetting) ?? '[]') as string[]
  return watchFolder({
    folder,
    seen,
    nowMs: Date.now,
    ...(pace && { pace }),
    onFiles: (files, signal) => openWatched(context, files, seen, signal),
    onReachable(isReachable) {
      if (!isReachable) context.emit('problem', { problem: { kind: 'watch-unreachable', folder } })
      context.emit('changed', { shipments: [], lists: true })
    },
  })
}

/** A bug here must not end the engine, and the other files are still to come. */
async function openWatched(
  context: CommandContext,
  files: readonly WatchedFile[],
  seen: string[],
  signal: AbortSignal,
): Promise<void> {
  try {
    await openFiles(context, files, seen, signal)
  } catch (error) {
    if (signal.aborted) return
    const reference = logBug(path.dirname(context.store.file), 'watch', error)
    context.emit('problem', { problem: { kind: 'bug', reference } })
  }
}

async function openFiles(
  context: CommandContext,
  files: readonly WatchedFile[],
  seen: string[],
  signal: AbortSignal,
): Promise<void> {
  const drafts: DraftSummary[] = []
  for (const file of files) {
    const known = new Set(context.drafts.list().map(({ id }) => id))
    const opened = await openFile(context, file, null, signal)
    if (signal.aborted) return
    seen.push(file.key)
    if ('refused' in opened) {
      // What is on file already is nothing new.
      if (opened.refused.verdict !== 'same-file') drafts.push(opened.refused)
    } else if (!known.has(opened.draft.id)) drafts.push(summarizeDraft(context, opened.draft))
  }
  seen.splice(0, Math.max(0, seen.length - mostSeen))
  const { store } = context
  writeAside(store, () => setSetting(store, seenSetting, JSON.stringify(seen)))
  if (drafts.length > 0) context.emit('watched', { drafts })
}
