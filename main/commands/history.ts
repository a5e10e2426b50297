import { getHistory } from '../../db/history.ts'
import { countExported, getVoidNumbers } from '../../db/number-block.ts'
import { redoNewest, undoNewest } from '../../db/undo.ts'
import type { UndoResult } from '../../shared/contract/outputs.ts'
import { ok } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'

export const listHistory: Handler<'history.list'> = ({ store }, { limit }) =>
  ok({ entries: getHistory(store, limit) })

export const undo: Handler<'history.undo'> = (context, { opId }) => {
  const undone = undoNewest(context.store, { opId, who: context.who(), nowMs: context.nowMs() })
  if (!undone.ok) return undone
  announceAll(context)
  return ok({ ...undone.value, voided: getVoided(context, undone.value.changeId) })
}

export const redo: Handler<'history.redo'> = (context, { opId }) => {
  const redone = redoNewest(context.store, { opId, who: context.who(), nowMs: context.nowMs() })
  if (!redone.ok) return redone
  announceAll(context)
  return ok({ ...redone.value, voided: null })
}

/** What the change had drawn and nobody has now. */
function getVoided({ store }: CommandContext, changeId: number): UndoResult['voided'] {
  const numbers = getVoidNumbers(store, changeId)
  if (numbers.length === 0) return null
  const exported = countExported(store, numbers)
  return { count: numbers.length, first: numbers[0]!, last: numbers.at(-1)!, exported }
}

function announceAll(context: CommandContext): void {
  context.index.refresh('all')
  context.emit('changed', { shipments: 'all', lists: true })
}
