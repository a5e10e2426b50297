import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Entity } from '../shared/domain/patch.ts'
import * as schema from './schema.ts'

export interface EntityTable {
  name: string
  /** Field of the domain → column of the table. */
  columns: ReadonlyMap<string, string>
  /**
   * Nullable unique fields and the condition of their partial index. A patch may swap two of their values, so they
   * are cleared before they are set.
   */
  uniqueFields: ReadonlyMap<string, string>
}

function describe(table: SQLiteTable, uniqueFields: Record<string, string> = {}): EntityTable {
  const columns = Object.entries(getTableColumns(table)).map(
    ([field, column]) => [field, column.name] as const,
  )
  return {
    name: getTableName(table),
    columns: new Map(columns),
    uniqueFields: new Map(Object.entries(uniqueFields)),
  }
}

export const entityTables: Record<Entity, EntityTable> = {
  client: describe(schema.clients),
  account: describe(schema.accounts),
  carrier: describe(schema.carriers),
  ruleSet: describe(schema.ruleSets),
  rule: describe(schema.carrierRules),
  block: describe(schema.numberBlocks),
  layout: describe(schema.layouts),
  heading: describe(schema.taughtHeadings),
  import: describe(schema.imports),
  vehicle: describe(schema.vehicles),
  driver: describe(schema.drivers),
  load: describe(schema.loads),
  shipment: describe(schema.shipments, { pro: 'is_pro_shared = 0' }),
  override: describe(schema.overrides),
  ruleLevel: describe(schema.ruleLevels),
  box: describe(schema.boxes, { boxId: 'box_id IS NOT NULL', trackingId: 'is_tracking_shared = 0' }),
}

export function getColumn(entity: Entity, field: string): string {
  const column = entityTables[entity].columns.get(field)
  if (!column) throw new Error(`${entity} has no field ${field}`)
  return column
}
