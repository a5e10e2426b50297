import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CarrierKind, ProPolicy, TrackingStrategy } from '../shared/domain/carrier.ts'
import type { CheckMethod } from '../shared/domain/pro-number.ts'
import type { ReadinessReason } from '../shared/domain/readiness.ts'
import type { RuleLevel } from '../shared/domain/rule-pack/rule.ts'
import type { ImportField } from '../shared/domain/sheet/import-field.ts'
import type { AmazonMode, Finding, Origin, Programme, RoadMode } from '../shared/domain/shipment.ts'

export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})

export const idCounters = sqliteTable('id_counters', {
  entity: text().primaryKey(),
  next: integer().notNull(),
})

export const clients = sqliteTable('clients', {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  folder: text(),
  language: text().$type<'zh-CN' | 'en'>().notNull().default('zh-CN'),
})

export const accounts = sqliteTable('accounts', {
  id: integer().primaryKey(),
  clientId: integer('client_id').notNull(),
  name: text().notNull().default(''),
  marketplace: text().notNull().default(''),
})

export const carriers = sqliteTable('carriers', {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  kind: text().$type<CarrierKind>().notNull(),
  scac: text(),
  amazonName: text('amazon_name').notNull().default('OTHER'),
  strategy: text().$type<TrackingStrategy>().notNull(),
  courier: text(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
  proPolicy: text('pro_policy').$type<ProPolicy>().notNull().default('per_shipment'),
  cardUntil: text('card_until'),
})

export const vehicles = sqliteTable('vehicles', {
  id: integer().primaryKey(),
  carrierId: integer('carrier_id').notNull(),
  plate: text().notNull().unique(),
  maxPallets: integer('max_pallets'),
  maxBoxes: integer('max_boxes'),
  maxKg: real('max_kg'),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
})

export const drivers = sqliteTable('drivers', {
  id: integer().primaryKey(),
  carrierId: integer('carrier_id').notNull(),
  name: text().notNull(),
  phone: text(),
  cardUntil: text('card_until'),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
})

export const loads = sqliteTable('loads', {
  id: integer().primaryKey(),
  number: text().notNull().unique(),
  carrierId: integer('carrier_id').notNull(),
  fc: text().notNull(),
  day: text().notNull(),
  isa: text(),
  appointmentAt: text('appointment_at'),
  departsAt: text('departs_at'),
  returnsAt: text('returns_at'),
  vehicleId: integer('vehicle_id'),
  driverId: integer('driver_id'),
  maxPallets: integer('max_pallets'),
  maxBoxes: integer('max_boxes'),
  maxKg: real('max_kg'),
  reason: text(),
})

export const ruleSets = sqliteTable('rule_sets', {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
})

export const carrierRules = sqliteTable('carrier_rules', {
  id: integer().primaryKey(),
  setId: integer('set_id'),
  position: integer().notNull(),
  clientId: integer('client_id'),
  fc: text(),
  amazonMode: text('amazon_mode').$type<AmazonMode>(),
  weightFromKg: real('weight_from_kg'),
  weightToKg: real('weight_to_kg'),
  dateFrom: text('date_from'),
  dateTo: text('date_to'),
  carrierId: integer('carrier_id').notNull(),
})

export const numberBlocks = sqliteTable('number_blocks', {
  id: integer().primaryKey(),
  carrierId: integer('carrier_id').notNull(),
  position: integer().notNull().default(0),
  prefix: text().notNull().default(''),
  width: integer().notNull(),
  first: integer().notNull(),
  last: integer().notNull(),
  increment: integer().notNull().default(1),
  next: integer().notNull(),
  checkMethod: text('check_method').$type<CheckMethod>().notNull(),
  lowStock: integer('low_stock').notNull().default(50),
  isClosed: integer('is_closed', { mode: 'boolean' }).notNull().default(false),
  isRetired: integer('is_retired', { mode: 'boolean' }).notNull().default(false),
})

export const issuedNumbers = sqliteTable('issued_numbers', {
  number: text().primaryKey(),
  blockId: integer('block_id').notNull(),
  seq: integer().notNull(),
  opId: text('op_id').notNull(),
})

/** Numbers that stood in an export once, and so are never released. */
export const exportedNumbers = sqliteTable('exported_numbers', {
  number: text().primaryKey(),
  opId: text('op_id').notNull(),
})

export const releasedNumbers = sqliteTable('released_numbers', {
  id: integer().primaryKey(),
  number: text().notNull(),
  opId: text('op_id').notNull(),
})

/** The second issue of a released number: a release is used once. */
export const reissuedNumbers = sqliteTable('reissued_numbers', {
  releaseId: integer('release_id').primaryKey(),
  opId: text('op_id').notNull(),
})

export const numberLeases = sqliteTable('number_leases', {
  leaseId: text('lease_id').primaryKey(),
  blockId: integer('block_id').notNull(),
  direction: text().$type<'lent' | 'borrowed'>().notNull(),
  first: integer().notNull(),
  last: integer().notNull(),
  otherInstall: text('other_install'),
  opId: text('op_id').notNull(),
  content: text().notNull(),
})

export const files = sqliteTable('files', {
  sha256: text().primaryKey(),
  name: text().notNull(),
  size: integer().notNull(),
  content: blob({ mode: 'buffer' }).notNull(),
})

export const layouts = sqliteTable('layouts', {
  id: integer().primaryKey(),
  clientId: integer('client_id').notNull(),
  fingerprint: text().notNull(),
  fields: text().notNull(),
})

/** Headings whose field was taught for all clients. */
export const taughtHeadings = sqliteTable('taught_headings', {
  id: integer().primaryKey(),
  heading: text().notNull().unique(),
  label: text().notNull(),
  field: text().$type<ImportField>(),
})

export const imports = sqliteTable('imports', {
  id: integer().primaryKey(),
  clientId: integer('client_id').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  atMs: integer('at_ms').notNull(),
  rowCount: integer('row_count').notNull(),
  problems: text().notNull().default('[]'),
  isStanding: integer('is_standing', { mode: 'boolean' }).notNull().default(true),
  /** As the file named them; null for imports of before. */
  fbaIds: text('fba_ids', { mode: 'json' }).$type<string[]>(),
})

export const importSheets = sqliteTable(
  'import_sheets',
  {
    importId: integer('import_id').notNull(),
    sheet: integer().notNull(),
    name: text().notNull(),
    columns: text().notNull(),
    fingerprint: text(),
    isAcross: integer('is_across', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sheet] })],
)

const source = {
  importId: integer('import_id'),
  sourceSheet: integer('source_sheet'),
  sourceRow: integer('source_row'),
}

export const shipments = sqliteTable('shipments', {
  id: integer().primaryKey(),
  fbaId: text('fba_id').notNull().unique(),
  accountId: integer('account_id').notNull(),
  fc: text(),
  referenceId: text('reference_id'),
  amazonMode: text('amazon_mode').$type<AmazonMode>(),
  roadMode: text('road_mode').$type<RoadMode>(),
  programme: text().$type<Programme>().notNull().default('own'),
  carrierId: integer('carrier_id'),
  pro: text(),
  isProShared: integer('is_pro_shared', { mode: 'boolean' }).notNull().default(false),
  bol: text(),
  isa: text(),
  clientReference: text('client_reference'),
  declaredBoxCount: integer('declared_box_count'),
  grossWeightKg: real('gross_weight_kg'),
  amazonStatus: text('amazon_status'),
  note: text(),
  extras: text({ mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
  isGone: integer('is_gone', { mode: 'boolean' }).notNull().default(false),
  templateSha256: text('template_sha256'),
  createdOn: text('created_on'),
  origin: text().$type<Origin>(),
  planId: text('plan_id'),
  etaOn: text('eta_on'),
  appointmentAt: text('appointment_at'),
  windowFrom: text('window_from'),
  windowTo: text('window_to'),
  deliveredOn: text('delivered_on'),
  palletCount: integer('pallet_count'),
  replacedBy: integer('replaced_by'),
  isHistory: integer('is_history', { mode: 'boolean' }).notNull().default(false),
  finding: text().$type<Finding>(),
  verifiedOn: text('verified_on'),
  verifiedBy: text('verified_by'),
  loadId: integer('load_id'),
  ...source,
})

export const overrides = sqliteTable('overrides', {
  id: integer().primaryKey(),
  shipmentId: integer('shipment_id').notNull(),
  rule: text().notNull(),
  value: text().notNull(),
  reason: text().notNull(),
  who: text().notNull(),
  atMs: integer('at_ms').notNull(),
})

export const ruleLevels = sqliteTable('rule_levels', {
  id: integer().primaryKey(),
  rule: text().$type<ReadinessReason>().notNull().unique(),
  level: text().$type<RuleLevel>().notNull(),
  reason: text().notNull(),
  who: text().notNull(),
  atMs: integer('at_ms').notNull(),
})

export const boxes = sqliteTable('boxes', {
  id: integer().primaryKey(),
  shipmentId: integer('shipment_id').notNull(),
  position: integer().notNull(),
  boxId: text('box_id').unique(),
  trackingId: text('tracking_id'),
  isTrackingShared: integer('is_tracking_shared', { mode: 'boolean' }).notNull().default(false),
  weightKg: real('weight_kg'),
  formerBoxIds: text('former_box_ids'),
  ...source,
})

export const exports_ = sqliteTable('exports', {
  id: integer().primaryKey(),
  opId: text('op_id').notNull().unique(),
  atMs: integer('at_ms').notNull(),
  who: text().notNull(),
  folder: text().notNull(),
  manifestSha256: text('manifest_sha256').notNull(),
  /** Null for exports of before; so are the day and each shipment's verdict. */
  rulePack: text('rule_pack'),
  judgedOn: text('judged_on'),
})

export const exportFiles = sqliteTable(
  'export_files',
  {
    exportId: integer('export_id').notNull(),
    path: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.exportId, table.path] })],
)

export const exportItems = sqliteTable(
  'export_items',
  {
    exportId: integer('export_id').notNull(),
    shipmentId: integer('shipment_id').notNull(),
    fingerprint: text().notNull(),
    verdict: text(),
  },
  (table) => [primaryKey({ columns: [table.shipmentId, table.exportId] })],
)

export const changes = sqliteTable('changes', {
  id: integer().primaryKey(),
  opId: text('op_id').notNull().unique(),
  batch: text(),
  command: text().notNull(),
  label: text().notNull(),
  atMs: integer('at_ms').notNull(),
  who: text().notNull(),
  isReversible: integer('is_reversible', { mode: 'boolean' }).notNull(),
  state: text().$type<'done' | 'undone'>().notNull().default('done'),
  result: text().notNull(),
})

export const changeEvents = sqliteTable('change_events', {
  id: integer().primaryKey(),
  changeId: integer('change_id').notNull(),
  kind: text().$type<'do' | 'undo' | 'redo'>().notNull(),
  opId: text('op_id').notNull().unique(),
  atMs: integer('at_ms').notNull(),
  who: text().notNull(),
  result: text().notNull(),
})

export const changeCells = sqliteTable(
  'change_cells',
  {
    changeId: integer('change_id').notNull(),
    entity: text().notNull(),
    rowId: integer('row_id').notNull(),
    field: text().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.rowId, table.field, table.changeId] })],
)

export const changeInserts = sqliteTable(
  'change_inserts',
  {
    changeId: integer('change_id').notNull(),
    entity: text().notNull(),
    firstId: integer('first_id').notNull(),
    lastId: integer('last_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.changeId, table.entity, table.firstId] })],
)

export const removedRows = sqliteTable(
  'removed_rows',
  {
    changeId: integer('change_id').notNull(),
    entity: text().notNull(),
    rowId: integer('row_id').notNull(),
    content: text().notNull(),
    cause: text().$type<'do' | 'undo'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.changeId, table.entity, table.rowId] })],
)

export const importDrafts = sqliteTable('import_drafts', {
  id: integer().primaryKey(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  clientName: text('client_name'),
  choices: text().notNull().default('{}'),
  atMs: integer('at_ms').notNull(),
})
