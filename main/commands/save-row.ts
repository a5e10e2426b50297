import { applyChange } from '../../db/change-log.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import type { SavedEntity } from '../../shared/contract/outputs/shipment-problem.ts'
import { diffFields, toCell, type Entity, type Patch } from '../../shared/domain/patch.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

interface SavedRow<T extends object> {
  opId: string
  entity: SavedEntity
  command: string
  /** Shown in the history. */
  name: string
  id: number | undefined
  values: T
  getExisting(store: Store, id: number): (T & { id: number }) | undefined
  check(store: Store): CallProblem | null
  /** No rule of shipments looks at it. */
  isApart?: boolean
}

/** Adds a row, or changes the one with the id, which must be there; one undo. */
export function saveRow<T extends object>(
  context: CommandContext,
  row: SavedRow<T>,
): Result<{ id: number }, CallProblem> {
  const request = toRequest(context, row.opId, row.command, { name: row.name })
  const applied = applyChange(context.store, request, (store) => {
    const { entity, id: wanted } = row
    const existing = wanted === undefined ? undefined : row.getExisting(store, wanted)
    if (wanted !== undefined && !existing)
      return fail<CallProblem>({ kind: 'row-unknown', entity, id: wanted })
    const problem = row.check(store)
    if (problem) return fail(problem)
    if (existing) {
      const cells = diffFields(row.entity, existing, row.values as Partial<T & { id: number }>)
      return ok({ patch: { inserts: [], cells }, result: { id: existing.id } })
    }
    const id = takeRowIds(store, row.entity, 1)
    return ok({ patch: toInsert(row.entity, id, row.values), result: { id } })
  })
  if (!applied.ok) return applied
  if (!row.isApart) context.index.refresh('all')
  context.emit('changed', { shipments: row.isApart ? [] : 'all', lists: true })
  return ok(applied.value.result)
}

export function toInsert(entity: Entity, id: number, values: object): Patch {
  const entries = Object.entries(values).filter(([field]) => field !== 'id')
  const fields = ['id', ...entries.map(([field]) => field)]
  const row = [id, ...entries.map(([, value]) => toCell(value))]
  return { inserts: [{ entity, fields, rows: [row] }], cells: [] }
}
