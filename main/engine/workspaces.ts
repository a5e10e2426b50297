import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { getMachineFolder } from '../../db/machine-folder.ts'
import { openStore } from '../../db/open.ts'
import { getSetting } from '../../db/settings.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import type { OpenProblem } from '../../shared/domain/store-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { restoreDrafts } from '../commands/drafts.ts'
import { startWatch } from '../commands/watch.ts'
import { sweepPartialFolders } from '../files/publish-folder.ts'
import type { CommandContext } from './context.ts'
import { createDraftDesk } from './draft-desk.ts'
import type { EngineOptions } from './engine.ts'
import { createWatchControl } from './watch-control.ts'
import { createShipmentIndex } from './shipment-index.ts'

export interface WorkspaceFiles {
  database: string
  /** Everything of the practice morning lies in here and goes with it. */
  practiceFolder: string
  exportFolder: string
  /** What belongs to this machine and not to the data; without it the user's configuration folder. */
  machineFolder?: string
}

/** The dispatcher's own data, and the practice morning beside it; one of them is open. */
export interface Workspaces {
  folder: string
  practiceFolder: string
  current(): CommandContext
  isPractice(): boolean
  hasPractice(): boolean
  open(which: 'own' | 'practice'): Result<CommandContext, OpenProblem>
  removePractice(): Result<null, OpenProblem>
  close(): void
}

export const getPracticeDatabase = (practiceFolder: string): string =>
  path.join(practiceFolder, 'practice.db')

type Shared = Pick<CommandContext, 'emit' | 'runJob' | 'tokens'>

export function createWorkspaces(options: EngineOptions, shared: Shared): Result<Workspaces, OpenProblem> {
  const { files } = options
  const openContext = (which: 'own' | 'practice'): Result<CommandContext, OpenProblem> => {
    const file = which === 'own' ? files.database : getPracticeDatabase(files.practiceFolder)
    const store = openStore(file, {
      machineFolder:
        which === 'own'
          ? (files.machineFolder ?? getMachineFolder())
          : path.join(files.practiceFolder, 'machine'),
      newId: () => options.surroundings.newInstallId?.() ?? randomUUID(),
    })
    if (!store.ok) return store
    const canWatch = which === 'own' && options.canPickFolder
    const { watchesFolder = false } = options
    const pace = typeof watchesFolder === 'object' ? watchesFolder : undefined
    const start = canWatch && watchesFolder ? () => startWatch(context, pace) : null
    const context: CommandContext = {
      ...options.surroundings,
      who: () => getSetting(store.value, 'who') ?? options.surroundings.who(),
      ...shared,
      store: store.value,
      index: createShipmentIndex(store.value, formatLocalDay(options.surroundings.nowMs())),
      drafts: createDraftDesk(),
      startParser: options.startParser,
      exportFolder: which === 'own' ? files.exportFolder : path.join(files.practiceFolder, 'export'),
      canPickFolder: options.canPickFolder,
      watch: createWatchControl(canWatch, start),
    }
    restoreDrafts(context)
    sweepPartialFolders(context.exportFolder)
    context.watch.restart()
    return ok(context)
  }

  const first = openContext('own')
  if (!first.ok) return first
  let context = first.value
  let which: 'own' | 'practice' = 'own'

  const open: Workspaces['open'] = (wanted) => {
    if (wanted === which) return ok(context)
    const next = openContext(wanted)
    if (!next.ok) return next
    context.watch.stop()
    context.store.close()
    context = next.value
    which = wanted
    shared.emit('changed', { shipments: 'all', lists: true })
    return next
  }
  return ok({
    folder: path.dirname(files.database),
    practiceFolder: files.practiceFolder,
    current: () => context,
    isPractice: () => which === 'practice',
    hasPractice: () => existsSync(getPracticeDatabase(files.practiceFolder)),
    open,
    removePractice() {
      const own = open('own')
      if (!own.ok) return fail(own.problem)
      rmSync(files.practiceFolder, { recursive: true, force: true })
      return ok(null)
    },
    close() {
      context.watch.stop()
      context.store.close()
    },
  })
}

export const getDefaultFiles = (folder: string, exportFolder: string): WorkspaceFiles => ({
  database: path.join(folder, 'tailboard.db'),
  practiceFolder: path.join(folder, 'practice'),
  exportFolder,
})
