import type { Entity } from '../shared/domain/patch.ts'
import { entityTables } from './entity-table.ts'
import type { Store } from './store.ts'

/**
 * SQL conditions under which a created row `t` is still in use and stays when its change is undone. An import's
 * own row always stays: it only stops standing.
 */
const inUse: Record<Entity, string> = {
  client: `EXISTS (SELECT 1 FROM accounts x WHERE x.client_id = t.id)
    OR EXISTS (SELECT 1 FROM layouts x WHERE x.client_id = t.id)
    OR EXISTS (SELECT 1 FROM imports x WHERE x.client_id = t.id)
    OR EXISTS (SELECT 1 FROM carrier_rules x WHERE x.client_id = t.id)`,
  account: 'EXISTS (SELECT 1 FROM shipments x WHERE x.account_id = t.id)',
  carrier: `EXISTS (SELECT 1 FROM shipments x WHERE x.carrier_id = t.id)
    OR EXISTS (SELECT 1 FROM number_blocks x WHERE x.carrier_id = t.id)
    OR EXISTS (SELECT 1 FROM carrier_rules x WHERE x.carrier_id = t.id)
    OR EXISTS (SELECT 1 FROM vehicles x WHERE x.carrier_id = t.id)
    OR EXISTS (SELECT 1 FROM drivers x WHERE x.carrier_id = t.id)
    OR EXISTS (SELECT 1 FROM loads x WHERE x.carrier_id = t.id)`,
  ruleSet: 'EXISTS (SELECT 1 FROM carrier_rules x WHERE x.set_id = t.id)',
  rule: '0',
  block: 't.next > t.first OR EXISTS (SELECT 1 FROM issued_numbers x WHERE x.block_id = t.id)',
  layout: '0',
  heading: '0',
  import: '1',
  vehicle: 'EXISTS (SELECT 1 FROM loads x WHERE x.vehicle_id = t.id)',
  driver: 'EXISTS (SELECT 1 FROM loads x WHERE x.driver_id = t.id)',
  load: 'EXISTS (SELECT 1 FROM shipments x WHERE x.load_id = t.id)',
  shipment: `(t.pro IS NOT NULL AND t.is_history = 0) OR EXISTS (SELECT 1 FROM export_items x WHERE x.shipment_id = t.id)
    OR EXISTS (SELECT 1 FROM boxes x WHERE x.shipment_id = t.id)
    OR EXISTS (SELECT 1 FROM overrides x WHERE x.shipment_id = t.id)
    OR EXISTS (SELECT 1 FROM shipments x WHERE x.replaced_by = t.id)`,
  box: 'EXISTS (SELECT 1 FROM export_items x WHERE x.shipment_id = t.shipment_id)',
  override: '0',
  ruleLevel: '0',
}

/** Children before parents, so that foreign keys hold at every step. */
const removalOrder: readonly Entity[] = [
  'override',
  'ruleLevel',
  'box',
  'shipment',
  'load',
  'vehicle',
  'driver',
  'layout',
  'heading',
  'block',
  'rule',
  'ruleSet',
  'carrier',
  'account',
  'client',
]

/** Removes the rows a change created; those touched since, exported or in use are kept and counted. */
export function removeCreatedRows(store: Store, changeId: number): { rows: number; kept: number } {
  const ranges = store
    .prepare('SELECT entity, first_id AS first, last_id AS last FROM change_inserts WHERE change_id = ?')
    .all(changeId) as { entity: Entity; first: number; last: number }[]
  let rows = 0
  let kept = 0
  for (const entity of removalOrder) {
    for (const range of ranges.filter((candidate) => candidate.entity === entity)) {
      const { name, columns } = entityTables[entity]
      const content = getContentSql(columns)
      const condition = `t.id BETWEEN @first AND @last AND NOT (${inUse[entity]})
        AND NOT EXISTS (SELECT 1 FROM change_cells c JOIN changes h ON h.id = c.change_id
          WHERE c.entity = @entity AND c.row_id = t.id AND h.state = 'done' AND h.id <> @changeId)`
      const values = { ...range, changeId }
      store
        .prepare(
          `INSERT INTO removed_rows SELECT @changeId, @entity, t.id, json_object(${content}), 'undo'
           FROM ${name} t WHERE ${condition}`,
        )
        .run(values)
      const removed = store
        .prepare(
          `DELETE FROM ${name} WHERE id IN
           (SELECT row_id FROM removed_rows WHERE change_id = ? AND entity = ?
            AND row_id BETWEEN ? AND ?)`,
        )
        .run(changeId, entity, range.first, range.last).changes
      const left = store
        .prepare(`SELECT count(*) FROM ${name} WHERE id BETWEEN ? AND ?`)
        .pluck()
        .get(range.first, range.last) as number
      rows += removed
      if (entity === 'shipment' || entity === 'box') kept += left
    }
  }
  return { rows, kept }
}

const getContentSql = (columns: ReadonlyMap<string, string>): string =>
  [...columns.values()].map((column) => `'${column}', t.${column}`).join(', ')

/** Takes rows away as part of a change; their content stays with it. */
export function removeRows(store: Store, changeId: number, entity: Entity, ids: readonly number[]): void {
  const { name, columns } = entityTables[entity]
  const keep = store.prepare(
    `INSERT INTO removed_rows SELECT ?, ?, t.id, json_object(${getContentSql(columns)}), 'do' FROM ${name} t WHERE t.id = ?`,
  )
  for (const id of ids) keep.run(changeId, entity, id)
  removeAgain(store, changeId)
}

/** Takes away what the change had removed when it was done first. */
export function removeAgain(store: Store, changeId: number): void {
  for (const entity of removalOrder) {
    const rows = "SELECT row_id FROM removed_rows WHERE change_id = ? AND entity = ? AND cause = 'do'"
    store.prepare(`DELETE FROM ${entityTables[entity].name} WHERE id IN (${rows})`).run(changeId, entity)
  }
}

/** Brings rows back under their old ids: `do` undoes a removal, `undo` redoes a creation. */
export function restoreRemovedRows(store: Store, changeId: number, cause: 'do' | 'undo'): number {
  let rows = 0
  for (const entity of removalOrder.toReversed()) {
    const { name, columns } = entityTables[entity]
    const names = [...columns.values()]
    const values = names.map((column) => `content ->> '$.${column}'`)
    rows += store
      .prepare(
        `INSERT INTO ${name} (${names.join(', ')}) SELECT ${values.join(', ')}
         FROM removed_rows WHERE change_id = ? AND entity = ? AND cause = ? ORDER BY row_id`,
      )
      .run(changeId, entity, cause).changes
  }
  if (cause === 'undo')
    store.prepare("DELETE FROM removed_rows WHERE change_id = ? AND cause = 'undo'").run(changeId)
  return rows
}
