import { getCarriers } from '../../db/carrier.ts'
import { getDrawLock } from '../../db/draw-lock.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { setSetting } from '../../db/settings.ts'
import { getRedoable, getUndoable } from '../../db/undo.ts'
import { formatProNumber, isOpen } from '../../shared/domain/pro-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import type { WorkspaceHandler } from '../engine/handlers.ts'
import { getStock } from './blocks.ts'

export const getAppState: WorkspaceHandler<'app.state'> = (workspaces) => (context) => {
  const { store, index } = context
  const undoable = getUndoable(store)
  const redoable = getRedoable(store)
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  const blocks = getNumberBlocks(store)
  const stock = getStock(store, blocks)
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
    blocks: blocks.filter(isOpen).map((block) => {
      const { left, isLow, daysLeft } = stock.get(block.id)!
      const name = `${carriers.get(block.carrierId)} ${formatProNumber(block, block.first)}`
      return { name, left, isLow, daysLeft }
    }),
    drawLock: getDrawLock(store),
    exportFolder: context.exportFolder,
    canPickFolder: context.canPickFolder,
  })
}

export const setWho: Handler<'app.setWho'> = ({ store }, { who }) => {
  setSetting(store, 'who', who)
  return ok(null)
}
