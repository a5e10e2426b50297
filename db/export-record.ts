import type { Store } from './store.ts'

/** Fingerprint each shipment had when it was exported last; of all shipments, or of those named. */
export function getExportFingerprints(store: Store, shipmentIds?: readonly number[]): Map<number, string> {
  const only = shipmentIds ? 'AND shipment_id IN (SELECT value FROM json_each(?))' : ''
  const rows = store
    .prepare(
      `SELECT shipment_id, fingerprint FROM export_items i
       WHERE export_id = (SELECT max(export_id) FROM export_items x WHERE x.shipment_id = i.shipment_id) ${only}`,
    )
    .raw()
    .all(...(shipmentIds ? [JSON.stringify(shipmentIds)] : [])) as [number, string][]
  return new Map(rows)
}

export interface ExportRecord {
  opId: string
  atMs: number
  who: string
  folder: string
  manifestSha256: string
  rulePack: string
  judgedOn: string
  files: { path: string; sha256: string; size: number }[]
  /** `verdict` is what the rules said of the shipment then, as JSON. */
  items: { shipmentId: number; fingerprint: string; verdict: string }[]
}

export function insertExport(store: Store, record: ExportRecord): number {
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO exports (op_id, at_ms, who, folder, manifest_sha256, rule_pack, judged_on)
       VALUES (@opId, @atMs, @who, @folder, @manifestSha256, @rulePack, @judgedOn)`,
    )
    .run({ ...record, files: undefined, items: undefined })
  const exportId = Number(lastInsertRowid)
  const addFile = store.prepare(
    'INSERT INTO export_files (export_id, path, sha256, size) VALUES (?, ?, ?, ?)',
  )
  for (const file of record.files) addFile.run(exportId, file.path, file.sha256, file.size)
  const addItem = store.prepare(
    'INSERT INTO export_items (export_id, shipment_id, fingerprint, verdict) VALUES (?, ?, ?, ?)',
  )
  for (const item of record.items) addItem.run(exportId, item.shipmentId, item.fingerprint, item.verdict)
  return exportId
}

export interface ExportListEntry {
  id: number
  atMs: number
  who: string
  folder: string
  files: number
  shipments: number
  /** The rules it was judged by, and of which day; null for exports of before. */
  rulePack: string | null
  judgedOn: string | null
}

export const getExports = (store: Store): ExportListEntry[] =>
  store
    .prepare(
      `SELECT e.id, e.at_ms AS atMs, e.who, e.folder, e.rule_pack AS rulePack, e.judged_on AS judgedOn,
         (SELECT count(*) FROM export_files f WHERE f.export_id = e.id) AS files,
         (SELECT count(*) FROM export_items i WHERE i.export_id = e.id) AS shipments
       FROM exports e ORDER BY e.id DESC LIMIT 500`,
    )
    .all() as ExportListEntry[]
