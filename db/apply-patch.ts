import type { CellChange, CellValue, Entity, Patch, RowInserts } from '../shared/domain/patch.ts'
import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { entityTables, getColumn } from './entity-table.ts'
import type { Store } from './store.ts'

/** Thrown inside a transaction to roll it back; applyChange turns it into a Problem. */
export class RowMovedOn extends Error {
  readonly problem: StoreProblem
  constructor(cell: CellChange) {
    super(`${cell.entity} ${cell.id} ${cell.field} is not what the plan saw`)
    this.problem = { kind: 'row-moved-on', entity: cell.entity, id: cell.id, field: cell.field }
  }
}

/** Writes a patch. Each cell must still hold its `before`. */
export function applyPatch(store: Store, patch: Patch): void {
  for (const insert of patch.inserts) insertRows(store, insert)
  const clearing = findCellsToClear(patch.cells)
  setCells(
    store,
    clearing.map((cell) => ({ ...cell, after: null })),
  )
  const isCleared = new Set(clearing)
  setCells(
    store,
    clearing.length === 0
      ? patch.cells
      : patch.cells.map((cell) => (isCleared.has(cell) ? { ...cell, before: null } : cell)),
  )
}

function insertRows(store: Store, { entity, fields, rows }: RowInserts): void {
  if (rows.length === 0) return
  const columns = fields.map((field) => getColumn(entity, field))
  const marks = columns.map(() => '?').join(', ')
  const statement = store.prepare(
    `INSERT INTO ${entityTables[entity].name} (${columns.join(', ')}) VALUES (${marks})`,
  )
  for (const row of rows) statement.run(row)
}

/** A unique value that moves from one row to another breaks UNIQUE midway: its old place is cleared first. */
function findCellsToClear(cells: readonly CellChange[]): CellChange[] {
  const arriving = new Set<string>()
  const unique = cells.filter((cell) => entityTables[cell.entity].uniqueFields.has(cell.field))
  for (const cell of unique)
    if (cell.after !== null) arriving.add(`${cell.entity} ${cell.field} ${cell.after}`)
  return unique.filter(
    (cell) => cell.before !== null && arriving.has(`${cell.entity} ${cell.field} ${cell.before}`),
  )
}

/** Neighbouring cells of one row are written by one statement. */
function setCells(store: Store, cells: readonly CellChange[]): void {
  for (let start = 0; start < cells.length;) {
    const first = cells[start]!
    let end = start + 1
    while (end < cells.length && cells[end]!.id === first.id && cells[end]!.entity === first.entity) end++
    const row = end === start + 1 ? [first] : cells.slice(start, end)
    const values: CellValue[] = []
    for (const cell of row) values.push(cell.after)
    values.push(first.id)
    for (const cell of row) values.push(cell.before)
    if (store.prepare(getUpdate(first.entity, row)).run(values).changes !== 1) throw new RowMovedOn(first)
    start = end
  }
}

const updates = new Map<string, string>()

function getUpdate(entity: Entity, row: readonly CellChange[]): string {
  let key: string = entity
  for (const cell of row) key += `|${cell.field}`
  let sql = updates.get(key)
  if (!sql) {
    const columns = row.map((cell) => getColumn(entity, cell.field))
    sql = `UPDATE ${entityTables[entity].name} SET ${columns.map((column) => `${column} = ?`).join(', ')}
      WHERE id = ? AND ${columns.map((column) => `${column} IS ?`).join(' AND ')}`
    updates.set(key, sql)
  }
  return sql
}
