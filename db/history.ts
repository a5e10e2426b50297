import type { Store } from './store.ts'

export interface HistoryRow {
  changeId: number
  kind: 'do' | 'undo' | 'redo'
  command: string
  label: Record<string, string | number>
  atMs: number
  who: string
  isUndone: boolean
  isReversible: boolean
}

/** What was done, undone and done again, newest first. */
export function getHistory(store: Store, limit: number): HistoryRow[] {
  const rows = store
    .prepare(
      `SELECT h.id AS changeId, e.kind, h.command, h.label, e.at_ms AS atMs, e.who,
         h.state = 'undone' AS isUndone, h.is_reversible AS isReversible
       FROM change_events e JOIN changes h ON h.id = e.change_id ORDER BY e.id DESC LIMIT ?`,
    )
    .all(limit) as (Omit<HistoryRow, 'label' | 'isUndone' | 'isReversible'> & {
    label: string
    isUndone: number
    isReversible: number
  })[]
  return rows.map((row) => ({
    ...row,
    label: JSON.parse(row.label) as Record<string, string | number>,
    isUndone: row.isUndone === 1,
    isReversible: row.isReversible === 1,
  }))
}

export interface CellOrigin {
  field: string
  command: string
  who: string
  atMs: number
}

/** The newest standing change of each cell of a row that changed after it was created. */
export const getCellOrigins = (store: Store, entity: string, rowId: number): CellOrigin[] =>
  store
    .prepare(
      `SELECT c.field, h.command, h.who, max(h.at_ms) AS atMs FROM change_cells c JOIN changes h ON h.id = c.change_id
       WHERE c.entity = ? AND c.row_id = ? AND h.state = 'done' GROUP BY c.field ORDER BY c.field`,
    )
    .all(entity, rowId) as CellOrigin[]

export interface RowOrigin {
  fileName: string
  sheet: string
  row: number
  columns: Record<string, number>
  isAcross: boolean
  atMs: number
}

/** The file, sheet and row a shipment came from; `columns` gives each field's 0-based column. */
export function getRowOrigin(
  store: Store,
  source: { importId: number | null; sourceSheet: number | null; sourceRow: number | null },
): RowOrigin | null {
  if (source.importId === null) return null
  const row = store
    .prepare(
      `SELECT i.file_name AS fileName, s.name AS sheet, s.columns, s.is_across AS isAcross, i.at_ms AS atMs
       FROM imports i JOIN import_sheets s ON s.import_id = i.id WHERE i.id = ? AND s.sheet = ?`,
    )
    .get(source.importId, source.sourceSheet) as
    { fileName: string; sheet: string; columns: string; isAcross: number; atMs: number } | undefined
  if (!row) return null
  const columns = JSON.parse(row.columns) as Record<string, number>
  return { ...row, row: source.sourceRow!, columns, isAcross: row.isAcross === 1 }
}
