import { invertCells, type CellChange, type CellValue, type Entity } from '../shared/domain/patch.ts'
import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { applyPatch } from './apply-patch.ts'
import { insertChangeEvent } from './change-log.ts'
import { entityTables, getColumn } from './entity-table.ts'
import { isGivenUp } from './given-up.ts'
import { inTransaction } from './in-transaction.ts'
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
  /** Of a batch: the newest. */
  id: number
  command: string
  /** Of a batch: `batch` says how many changes, and numbers are summed up. */
  label: Record<string, string | number>
}

interface ChangeRow {
  id: number
  batch: string | null
  command: string
  label: string
}

const columns = 'id, batch, command, label'

/** The newest change that is not undone, with the rest of its batch, newest first. */
function findUndoable(store: Store): ChangeRow[] {
  const newest = store
    .prepare(
      `SELECT ${columns} FROM changes WHERE state = 'done' AND is_reversible = 1 ORDER BY id DESC LIMIT 1`,
    )
    .get() as ChangeRow | undefined
  return newest ? listBatch(store, newest, 'done', 'DESC') : []
}

/**
 * The change undone last, with the rest of its batch, oldest first. What was undone before something new was done is
 * never done again: it would come back beside what took its place.
 */
function findRedoable(store: Store): ChangeRow[] {
  const oldest = store
    .prepare(
      `SELECT ${columns} FROM changes c WHERE state = 'undone'
         AND (SELECT max(id) FROM change_events e WHERE e.change_id = c.id AND e.kind = 'undo')
           > (SELECT max(e.id) FROM change_events e JOIN changes h ON h.id = e.change_id
              WHERE e.kind = 'do' AND h.is_reversible = 1)
       ORDER BY id LIMIT 1`,
    )
    .get() as ChangeRow | undefined
  return oldest ? listBatch(store, oldest, 'undone', 'ASC') : []
}

function listBatch(
  store: Store,
  change: ChangeRow,
  state: 'done' | 'undone',
  order: 'ASC' | 'DESC',
): ChangeRow[] {
  if (change.batch === null) return [change]
  return store
    .prepare(`SELECT ${columns} FROM changes WHERE batch = ? AND state = ? ORDER BY id ${order}`)
    .all(change.batch, state) as ChangeRow[]
}

function toHead(rows: readonly ChangeRow[]): ChangeHead | null {
  const labels = rows.map((row) => JSON.parse(row.label) as ChangeHead['label'])
  const [first] = rows
  if (!first) return null
  if (rows.length === 1) return { id: first.id, command: first.command, label: labels[0]! }
  const label: ChangeHead['label'] = { batch: rows.length }
  for (const [name, value] of labels.flatMap((each) => Object.entries(each)))
    if (typeof value === 'number') label[name] = Number(label[name] ?? 0) + value
  return { id: first.id, command: first.command, label }
}

export const getUndoable = (store: Store): ChangeHead | null => toHead(findUndoable(store))
export const getRedoable = (store: Store): ChangeHead | null => toHead(findRedoable(store))

export function undoNewest(store: Store, request: UndoRequest): Result<UndoneChange, StoreProblem> {
  return inTransaction(store, request.opId, () => {
    const known = getDoneEvent(store, request.opId)
    if (known) return ok(known)
    const changes = findUndoable(store)
    if (changes.length === 0) return fail({ kind: 'nothing-to-undo' } as const)
    return ok(settle(store, request, 'undo', changes, undoChange))
  })
}

export function redoNewest(store: Store, request: UndoRequest): Result<UndoneChange, StoreProblem> {
  return inTransaction(store, request.opId, () => {
    const known = getDoneEvent(store, request.opId)
    if (known) return ok(known)
    const changes = findRedoable(store)
    if (changes.length === 0) return fail({ kind: 'nothing-to-redo' } as const)
    return ok(settle(store, request, 'redo', changes, redoChange))
  })
}

interface Turned {
  cells: number
  rows: number
  kept: number
}

function undoChange(store: Store, changeId: number): Turned {
  const restored = restoreRemovedRows(store, changeId, 'do')
  const cells = setWhereUnchanged(store, changeId, invertCells(getCells(store, changeId)))
  const removed = removeCreatedRows(store, changeId)
  return { cells: cells.set, rows: restored + removed.rows, kept: cells.kept + removed.kept }
}

function redoChange(store: Store, changeId: number): Turned {
  const rows = restoreRemovedRows(store, changeId, 'undo')
  const cells = setWhereUnchanged(store, changeId, getCells(store, changeId))
  removeAgain(store, changeId)
  return { cells: cells.set, rows, kept: cells.kept }
}

function settle(
  store: Store,
  request: UndoRequest,
  kind: 'undo' | 'redo',
  changes: readonly ChangeRow[],
  turn: (store: Store, changeId: number) => Turned,
): UndoneChange {
  const head = toHead(changes)!
  const result = { changeId: head.id, command: head.command, label: head.label, cells: 0, rows: 0, kept: 0 }
  for (const change of changes) {
    const turned = turn(store, change.id)
    result.cells += turned.cells
    result.rows += turned.rows
    result.kept += turned.kept
    store
      .prepare('UPDATE changes SET state = ? WHERE id = ?')
      .run(kind === 'undo' ? 'undone' : 'done', change.id)
  }
  // The operation's answer stands with the first; the others are noted beside it.
  changes.forEach((change, index) => {
    const opId = index === 0 ? request.opId : `${request.opId}:${index}`
    insertChangeEvent(store, change.id, kind, { ...request, opId }, result)
  })
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

/**
 * A cell that was edited since keeps its later value, and so does one whose old value now stands elsewhere or is a
 * number that may have gone to another shipment.
 */
function setWhereUnchanged(
  store: Store,
  changeId: number,
  cells: readonly CellChange[],
): { set: number; kept: number } {
  const leaving = new Set(cells.map((cell) => `${cell.entity} ${cell.field} ${cell.before}`))
  const wanted = cells.filter((cell) => {
    if (getCurrent(store, cell) !== cell.before) return false
    if (cell.field === 'pro' && cell.after !== null && isGivenUp(store, cell.after, changeId)) return false
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
