import { getCarriers } from '../../db/carrier.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { setSetting } from '../../db/settings.ts'
import { getRedoable, getUndoable } from '../../db/undo.ts'
import { countLeft, formatProNumber } from '../../shared/domain/pro-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import type { WorkspaceHandler } from '../engine/handlers.ts'

export const getAppState: WorkspaceHandler<'app.state'> = (workspaces) => (context) => {
  const { store, index } = context
  const undoable = getUndoable(store)
  const redoable = getRedoable(store)
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  let notReady = 0
  for (const row of index.all()) if (row.status === 'incomplete' || row.status === 'error') notReady++
  return ok({
    version: context.version,
    workspace: workspaces.isPractice() ? 'practice' : 'own',
    hasPractice: workspaces.hasPractice(),
    who: context.who(),
    databaseFile: store.file,
    shipments: index.count(),
    notReady,
    undo: undoable && { command: undoable.command, label: undoable.label },
    redo: redoable && { command: redoable.command, label: redoable.label },
    blocks: getNumberBlocks(store).map((block) => ({
      name: `${carriers.get(block.carrierId)} ${formatProNumber(block, block.first)}`,
      left: countLeft(block),
    })),
    exportFolder: context.exportFolder,
    canPickFolder: context.canPickFolder,
  })
}

export const setWho: Handler<'app.setWho'> = ({ store }, { who }) => {
  setSetting(store, 'who', who)
  return ok(null)
}
