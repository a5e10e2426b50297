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
  files: { path: string; sha256: string; size: number }[]
  items: { shipmentId: number; fingerprint: string }[]
}

export function insertExport(store: Store, record: ExportRecord): number {
  const { lastInsertRowid } = store
    .prepare('INSERT INTO exports (op_id, at_ms, who, folder, manifest_sha256) VALUES (?, ?, ?, ?, ?)')
    .run(record.opId, record.atMs, record.who, record.folder, record.manifestSha256)
  const exportId = Number(lastInsertRowid)
  const addFile = store.prepare(
    'INSERT INTO export_files (export_id, path, sha256, size) VALUES (?, ?, ?, ?)',
  )
  for (const file of record.files) addFile.run(exportId, file.path, file.sha256, file.size)
  const addItem = store.prepare(
    'INSERT INTO export_items (export_id, shipment_id, fingerprint) VALUES (?, ?, ?)',
  )
  for (const item of record.items) addItem.run(exportId, item.shipmentId, item.fingerprint)
  return exportId
}

export interface ExportListEntry {
  id: number
  atMs: number
  who: string
  folder: string
  files: number
  shipments: number
}

export const getExports = (store: Store): ExportListEntry[] =>
  store
    .prepare(
      `SELECT e.id, e.at_ms AS atMs, e.who, e.folder,
         (SELECT count(*) FROM export_files f WHERE f.export_id = e.id) AS files,
         (SELECT count(*) FROM export_items i WHERE i.export_id = e.id) AS shipments
       FROM exports e ORDER BY e.id DESC LIMIT 500`,
    )
    .all() as ExportListEntry[]
