import { invertCells, type CellChange, type CellValue, type Entity } from '../shared/domain/patch.ts'
import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { applyPatch } from './apply-patch.ts'
import { insertChangeEvent, inTransaction } from './change-log.ts'
import { entityTables, getColumn } from './entity-table.ts'
import { removeAgain, removeCreatedRows, restoreRemovedRows } from './removed-rows.ts'
import type { Store } from './store.ts'

export interface UndoRequest {
  opId: string
  who: string
  nowMs: number
}

export interface UndoneChange {
  changeId: number
  command: string
  label: Record<string, string | number>
  /** Cells put back. */
  cells: number
  /** Rows removed (undo) or brought back (redo). */
  rows: number
  /** Cells and rows that changed later, or whose value stands elsewhere now, and so were kept. */
  kept: number
}

export interface ChangeHead {
  id: number
  command: string
  label: Record<string, string | number>
}

type ChangeRow = { id: number; command: string; label: string }

const toHead = (row: ChangeRow | undefined): ChangeHead | null =>
  row ? { ...row, label: JSON.parse(row.label) as ChangeHead['label'] } : null

/** The newest change that is not undone. */
export const getUndoable = (store: Store): ChangeHead | null =>
  toHead(
    store
      .prepare(
        `SELECT id, command, label FROM changes WHERE state = 'done' AND is_reversible = 1
         ORDER BY id DESC LIMIT 1`,
      )
      .get() as ChangeRow | undefined,
  )

/** The change undone last, as long as nothing new was done since. */
export const getRedoable = (store: Store): ChangeHead | null =>
  toHead(
    store
      .prepare(
        `SELECT c.id, c.command, c.label FROM changes c WHERE c.state = 'undone'
           AND c.id > coalesce((SELECT max(id) FROM changes WHERE state = 'done' AND is_reversible = 1), 0)
         ORDER BY c.id LIMIT 1`,
      )
      .get() as ChangeRow | undefined,
  )

export function undoNewest(store: Store, request: UndoRequest): Result<UndoneChange, StoreProblem> {
  return inTransaction(store, request.opId, () => {
    const known = getDoneEvent(store, request.opId)
    if (known) return ok(known)
    const change = getUndoable(store)
    if (!change) return fail({ kind: 'nothing-to-undo' } as const)
    const restored = restoreRemovedRows(store, change.id, 'do')
    const cells = setWhereUnchanged(store, invertCells(getCells(store, change.id)))
    const removed = removeCreatedRows(store, change.id)
    return ok(
      finish(store, request, change, 'undo', cells.set, restored + removed.rows, cells.kept + removed.kept),
    )
  })
}

export function redoNewest(store: Store, request: UndoRequest): Result<UndoneChange, StoreProblem> {
  return inTransaction(store, request.opId, () => {
    const known = getDoneEvent(store, request.opId)
    if (known) return ok(known)
    const change = getRedoable(store)
    if (!change) return fail({ kind: 'nothing-to-redo' } as const)
    const rows = restoreRemovedRows(store, change.id, 'undo')
    removeAgain(store, change.id)
    const cells = setWhereUnchanged(store, getCells(store, change.id))
    return ok(finish(store, request, change, 'redo', cells.set, rows, cells.kept))
  })
}

function finish(
  store: Store,
  request: UndoRequest,
  change: ChangeHead,
  kind: 'undo' | 'redo',
  cells: number,
  rows: number,
  kept: number,
): UndoneChange {
  store
    .prepare('UPDATE changes SET state = ? WHERE id = ?')
    .run(kind === 'undo' ? 'undone' : 'done', change.id)
  const result = { changeId: change.id, command: change.command, label: change.label, cells, rows, kept }
  insertChangeEvent(store, change.id, kind, request, result)
  return result
}

function getDoneEvent(store: Store, opId: string): UndoneChange | null {
  const text = store.prepare('SELECT result FROM change_events WHERE op_id = ?').pluck().get(opId)
  return typeof text === 'string' ? (JSON.parse(text) as UndoneChange) : null
}

function getCells(store: Store, changeId: number): CellChange[] {
  return store
    .prepare(
      `SELECT entity, row_id AS id, field, before, after FROM change_cells WHERE change_id = ?
       ORDER BY entity, row_id, field`,
    )
    .all(changeId) as CellChange[]
}

/** A cell that was edited since keeps its later value, and so does one whose old value now stands elsewhere. */
function setWhereUnchanged(store: Store, cells: readonly CellChange[]): { set: number; kept: number } {
  const leaving = new Set(cells.map((cell) => `${cell.entity} ${cell.field} ${cell.before}`))
  const wanted = cells.filter((cell) => {
    if (getCurrent(store, cell) !== cell.before) return false
    const isUnique = entityTables[cell.entity].uniqueFields.has(cell.field)
    if (!isUnique || cell.after === null || leaving.has(`${cell.entity} ${cell.field} ${cell.after}`))
      return true
    return !standsElsewhere(store, cell.entity, cell.field, cell.after, cell.id)
  })
  applyPatch(store, { inserts: [], cells: wanted })
  return { set: wanted.length, kept: cells.length - wanted.length }
}

function getCurrent(store: Store, cell: CellChange): CellValue | undefined {
  const column = getColumn(cell.entity, cell.field)
  return store
    .prepare(`SELECT ${column} FROM ${entityTables[cell.entity].name} WHERE id = ?`)
    .pluck()
    .get(cell.id) as CellValue | undefined
}

function standsElsewhere(store: Store, entity: Entity, field: string, value: CellValue, id: number): boolean {
  const { name, uniqueFields } = entityTables[entity]
  const sql = `SELECT 1 FROM ${name} WHERE ${getColumn(entity, field)} = ? AND ${uniqueFields.get(field)} AND id <> ?`
  return store.prepare(sql).get(value, id) !== undefined
}
