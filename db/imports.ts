import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import type { ImportField } from '../shared/domain/sheet/import-field.ts'
import type { CellProblem } from '../shared/domain/sheet/imported-shipment.ts'
import type { RememberedLayout } from '../shared/domain/sheet/sheet-layout.ts'
import type { Store } from './store.ts'

/** Keeps a file by its content; the same content is kept once. `content` is raw-deflated. */
export function saveFile(
  store: Store,
  file: { sha256: string; name: string; size: number; content: Uint8Array },
): void {
  store
    .prepare('INSERT INTO files (sha256, name, size, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(file.sha256, file.name, file.size, file.content)
}

const deflate = promisify<Uint8Array, { level: number }, Buffer>(deflateRaw)

/** For saveFile; works in another thread. */
export const compressFile = (bytes: Uint8Array): Promise<Uint8Array> => deflate(bytes, { level: 1 })

export function getFileBytes(store: Store, sha256: string): Uint8Array | null {
  const content = store.prepare('SELECT content FROM files WHERE sha256 = ?').pluck().get(sha256)
  return content instanceof Uint8Array ? inflateRawSync(content) : null
}

export interface DraftRecord {
  id: number
  fileName: string
  sha256: string
  clientName: string | null
  choices: string
  atMs: number
}

export const getDraftRecords = (store: Store): DraftRecord[] =>
  store
    .prepare(
      `SELECT id, file_name AS fileName, sha256, client_name AS clientName, choices, at_ms AS atMs
       FROM import_drafts ORDER BY id`,
    )
    .all() as DraftRecord[]

export function insertDraftRecord(store: Store, draft: Omit<DraftRecord, 'id'>): number {
  const { lastInsertRowid } = store
    .prepare(
      'INSERT INTO import_drafts (file_name, sha256, client_name, choices, at_ms) VALUES (?, ?, ?, ?, ?)',
    )
    .run(draft.fileName, draft.sha256, draft.clientName, draft.choices, draft.atMs)
  return Number(lastInsertRowid)
}

export function updateDraftRecord(
  store: Store,
  id: number,
  clientName: string | null,
  choices: string,
): void {
  store
    .prepare('UPDATE import_drafts SET client_name = ?, choices = ? WHERE id = ?')
    .run(clientName, choices, id)
}

/** Drops a draft, and its file unless an import or a shipment keeps it. */
export function deleteDraftRecord(store: Store, id: number): void {
  const sha256 = store.prepare('SELECT sha256 FROM import_drafts WHERE id = ?').pluck().get(id)
  store.prepare('DELETE FROM import_drafts WHERE id = ?').run(id)
  store
    .prepare(
      `DELETE FROM files WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.sha256 = files.sha256)
       AND NOT EXISTS (SELECT 1 FROM import_drafts d WHERE d.sha256 = files.sha256)
       AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.template_sha256 = files.sha256)`,
    )
    .run(sha256)
}

export function getStandingImport(
  store: Store,
  sha256: string,
): { id: number; fileName: string; atMs: number } | null {
  const row = store
    .prepare(
      'SELECT id, file_name AS fileName, at_ms AS atMs FROM imports WHERE sha256 = ? AND is_standing = 1',
    )
    .get(sha256)
  return (row as { id: number; fileName: string; atMs: number } | undefined) ?? null
}

export interface ImportRecord {
  id: number
  clientId: number
  fileName: string
  sha256: string
  atMs: number
  rowCount: number
  problems: CellProblem[]
  sheets: ImportedSheet[]
  fbaIds: string[]
}

/** Where each field stands in one table of a file; `isAcross`: columns and rows have changed places. */
interface ImportedSheet {
  sheet: number
  name: string
  columns: Record<string, number>
  fingerprint: string | null
  isAcross: boolean
}

/** Stored as not standing: the change that belongs to it makes it stand, and its undo takes that back. */
export function insertImport(store: Store, record: ImportRecord): void {
  store
    .prepare(
      `INSERT INTO imports (id, client_id, file_name, sha256, at_ms, row_count, problems, fba_ids, is_standing)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    )
    .run(
      record.id,
      record.clientId,
      record.fileName,
      record.sha256,
      record.atMs,
      record.rowCount,
      JSON.stringify(record.problems),
      JSON.stringify(record.fbaIds),
    )
  const addSheet = store.prepare(
    `INSERT INTO import_sheets (import_id, sheet, name, columns, fingerprint, is_across)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const { sheet, name, columns, fingerprint, isAcross } of record.sheets)
    addSheet.run(record.id, sheet, name, JSON.stringify(columns), fingerprint, isAcross ? 1 : 0)
}

export interface ImportedFile {
  fileName: string
  sha256: string
  client: string
  problems: CellProblem[]
}

/** The file of a standing import, and what was wrong in it. */
export function getImportFile(store: Store, id: number): ImportedFile | null {
  const row = store
    .prepare(
      `SELECT i.file_name AS fileName, i.sha256, c.name AS client, i.problems
       FROM imports i JOIN clients c ON c.id = i.client_id WHERE i.id = ? AND i.is_standing = 1`,
    )
    .get(id) as (Omit<ImportedFile, 'problems'> & { problems: string }) | undefined
  return row ? { ...row, problems: JSON.parse(row.problems) as CellProblem[] } : null
}

/** Names of the files clients sent before, newest first. */
export const getImportedNames = (store: Store): { fileName: string; client: string }[] =>
  store
    .prepare(
      `SELECT DISTINCT i.file_name AS fileName, c.name AS client
       FROM imports i JOIN clients c ON c.id = i.client_id WHERE i.is_standing = 1 ORDER BY i.id DESC LIMIT 500`,
    )
    .all() as { fileName: string; client: string }[]

export interface ImportListEntry {
  id: number
  fileName: string
  client: string
  atMs: number
  rows: number
  problems: number
}

export const getImports = (store: Store): ImportListEntry[] =>
  store
    .prepare(
      `SELECT i.id, i.file_name AS fileName, c.name AS client, i.at_ms AS atMs, i.row_count AS rows,
         json_array_length(i.problems) AS problems
       FROM imports i JOIN clients c ON c.id = i.client_id WHERE i.is_standing = 1 ORDER BY i.id DESC LIMIT 500`,
    )
    .all() as ImportListEntry[]

export interface EarlierImport {
  id: number
  fileName: string
  atMs: number
  fingerprints: string[]
}

/** Standing imports of a client, newest first. */
export function getEarlierImports(store: Store, clientId: number): EarlierImport[] {
  const rows = store
    .prepare(
      `SELECT i.id, i.file_name AS fileName, i.at_ms AS atMs,
         (SELECT json_group_array(s.fingerprint) FROM import_sheets s
          WHERE s.import_id = i.id AND s.fingerprint IS NOT NULL) AS fingerprints
       FROM imports i WHERE i.client_id = ? AND i.is_standing = 1 ORDER BY i.id DESC LIMIT 200`,
    )
    .all(clientId) as (Omit<EarlierImport, 'fingerprints'> & { fingerprints: string })[]
  return rows.map((row) => ({ ...row, fingerprints: JSON.parse(row.fingerprints) as string[] }))
}

/** FBA shipment IDs a file named; of an import of before those it brought. */
export const getImportedFbaIds = (store: Store, importId: number): string[] =>
  store
    .prepare(
      `SELECT j.value FROM imports i, json_each(i.fba_ids) j WHERE i.id = @importId
       UNION SELECT fba_id FROM shipments WHERE import_id = @importId
         AND (SELECT fba_ids FROM imports WHERE id = @importId) IS NULL`,
    )
    .pluck()
    .all({ importId }) as string[]

/** A client's shipments among these, by FBA shipment ID. */
export function getClientShipments(
  store: Store,
  clientId: number,
  fbaIds: readonly string[],
): Map<string, { id: number; isGone: boolean }> {
  const rows = store
    .prepare(
      `SELECT s.fba_id AS fbaId, s.id, s.is_gone AS isGone FROM shipments s JOIN accounts a ON a.id = s.account_id
       WHERE a.client_id = ? AND s.fba_id IN (SELECT value FROM json_each(?))`,
    )
    .all(clientId, JSON.stringify(fbaIds)) as { fbaId: string; id: number; isGone: number }[]
  return new Map(rows.map((row) => [row.fbaId, { id: row.id, isGone: row.isGone === 1 }]))
}

export interface StoredLayout extends RememberedLayout {
  id: number
  clientId: number
}

export function getLayouts(store: Store): StoredLayout[] {
  const rows = store
    .prepare('SELECT id, client_id AS clientId, fingerprint, fields FROM layouts ORDER BY id')
    .all()
  return (rows as { id: number; clientId: number; fingerprint: string; fields: string }[]).map((row) => ({
    ...row,
    fields: JSON.parse(row.fields) as Record<string, ImportField | null>,
  }))
}

/** Whether a cell's present value came from a hand: its newest standing change is no import. */
export function isTypedCell(store: Store, entity: string, id: number, field: string): boolean {
  const command = store
    .prepare(
      `SELECT h.command FROM change_cells c JOIN changes h ON h.id = c.change_id
       WHERE c.entity = ? AND c.row_id = ? AND c.field = ? AND h.state = 'done' ORDER BY h.id DESC LIMIT 1`,
    )
    .pluck()
    .get(entity, id, field)
  return typeof command === 'string' && command !== 'import'
}
