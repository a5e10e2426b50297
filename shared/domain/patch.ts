/** What a stored cell can hold; booleans are 0 and 1 as in SQLite. Identifiers are always strings. */
export type CellValue = string | number | null

export const entities = [
  'client',
  'account',
  'carrier',
  'ruleSet',
  'rule',
  'block',
  'layout',
  'heading',
  'import',
  'vehicle',
  'driver',
  'load',
  'shipment',
  'box',
  'override',
  'ruleLevel',
] as const
export type Entity = (typeof entities)[number]

/** One changed cell. The store matches `before` when it applies it: a row that moved on is never overwritten. */
export interface CellChange {
  entity: Entity
  id: number
  field: string
  before: CellValue
  after: CellValue
}

/** Rows to create, column-wise: `rows[i][j]` is the value of `fields[j]`; `fields[0]` is always `id`. */
export interface RowInserts {
  entity: Entity
  fields: readonly string[]
  rows: readonly (readonly CellValue[])[]
}

/** A change as data. Its inverse swaps before and after, and removes what it created. */
export interface Patch {
  inserts: RowInserts[]
  cells: CellChange[]
  /** Rows to take away; their content is kept with the change, so that undo brings them back. */
  removes?: { entity: Entity; ids: number[] }[]
}

export const invertCells = (cells: readonly CellChange[]): CellChange[] =>
  cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before }))

/** The cells that really differ, for rows known to be of one entity. */
export function diffFields<T extends { id: number }>(
  entity: Entity,
  row: T,
  wanted: { [K in keyof T]?: T[K] | undefined },
): CellChange[] {
  const changes: CellChange[] = []
  for (const [field, value] of Object.entries(wanted)) {
    if (value === undefined) continue
    const before = toCell(row[field as keyof T])
    const after = toCell(value)
    if (before !== after) changes.push({ entity, id: row.id, field, before, after })
  }
  return changes
}

/** A domain value as SQLite stores it. */
export function toCell(value: unknown): CellValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number') return value
  return JSON.stringify(value)
}
