import { getHistory } from '../../db/history.ts'
import { redoNewest, undoNewest } from '../../db/undo.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const listHistory: Handler<'history.list'> = ({ store }, { limit }) =>
  ok({ entries: getHistory(store, limit) })

export const undo: Handler<'history.undo'> = (context, { opId }) => {
  const undone = undoNewest(context.store, { opId, who: context.who(), nowMs: context.nowMs() })
  if (undone.ok) announceAll(context)
  return undone
}

export const redo: Handler<'history.redo'> = (context, { opId }) => {
  const redone = redoNewest(context.store, { opId, who: context.who(), nowMs: context.nowMs() })
  if (redone.ok) announceAll(context)
  return redone
}

function announceAll(context: Parameters<typeof undo>[0]): void {
  context.index.refresh('all')
  context.emit('changed', { shipments: 'all', lists: true })
}
