import type { NumberState } from '../shared/domain/number-state.ts'
import type { Store } from './store.ts'

export interface IssuedNumber {
  number: string
  seq: number
  state: 'assigned' | 'void' | 'released'
  fbaId: string | null
  isExported: boolean
  batch: {
    command: string
    label: Record<string, string | number>
    who: string
    atMs: number
    isUndone: boolean
  } | null
}

/** A number's owner stands before its release: a number typed by hand may be both. */
const issuedSql = `SELECT i.number, i.seq, i.block_id AS blockId,
  coalesce((SELECT s.fba_id FROM shipments s WHERE s.pro = i.number AND s.is_pro_shared = 0),
    (SELECT s.fba_id FROM shipments s WHERE s.pro = i.number AND s.is_pro_shared = 1 LIMIT 1)) AS fbaId,
  EXISTS (SELECT 1 FROM exported_numbers e WHERE e.number = i.number) AS isExported,
  EXISTS (SELECT 1 FROM released_numbers r WHERE r.number = i.number
    AND NOT EXISTS (SELECT 1 FROM reissued_numbers a WHERE a.release_id = r.id)) AS isReleased,
  coalesce((SELECT a.op_id FROM reissued_numbers a JOIN released_numbers r ON r.id = a.release_id
    WHERE r.number = i.number ORDER BY r.id DESC LIMIT 1), i.op_id) AS opId
  FROM issued_numbers i`

const stateSql = `SELECT *, CASE WHEN fbaId IS NOT NULL THEN 'assigned' WHEN isReleased THEN 'released' ELSE 'void' END AS state
  FROM (${issuedSql})`

const viewSql = `SELECT v.*, h.command, h.label, h.who, h.at_ms AS atMs, h.state = 'undone' AS isUndone
  FROM (${stateSql}) v LEFT JOIN changes h ON h.op_id = v.opId`

interface Row {
  number: string
  seq: number
  state: IssuedNumber['state']
  fbaId: string | null
  isExported: number
  command: string | null
  label: string
  who: string
  atMs: number
  isUndone: number
}

const toIssued = (row: Row): IssuedNumber => ({
  number: row.number,
  seq: row.seq,
  state: row.state,
  fbaId: row.fbaId,
  isExported: row.isExported === 1,
  batch:
    row.command === null
      ? null
      : {
          command: row.command,
          label: JSON.parse(row.label) as Record<string, string | number>,
          who: row.who,
          atMs: row.atMs,
          isUndone: row.isUndone === 1,
        },
})

/** Drawn numbers of a block with what became of them, lowest first. */
export const getIssuedNumbers = (
  store: Store,
  blockId: number,
  state: NumberState | undefined,
  { offset, limit }: { offset: number; limit: number },
): IssuedNumber[] =>
  (
    store
      .prepare(
        `${viewSql} WHERE blockId = @blockId AND (@state IS NULL OR v.state = @state)
         ORDER BY v.seq LIMIT @limit OFFSET @offset`,
      )
      .all({ blockId, state: state ?? null, limit, offset }) as Row[]
  ).map(toIssued)

export function getIssuedNumber(store: Store, number: string): IssuedNumber | null {
  const row = store.prepare(`${viewSql} WHERE number = ?`).get(number) as Row | undefined
  return row ? toIssued(row) : null
}

export function countIssuedByState(
  store: Store,
  blockId: number,
): Record<'assigned' | 'void' | 'released', number> {
  const rows = store
    .prepare(`SELECT state, count(*) FROM (${stateSql}) WHERE blockId = ? GROUP BY state`)
    .raw()
    .all(blockId)
  return { assigned: 0, void: 0, released: 0, ...(Object.fromEntries(rows as [string, number][]) as object) }
}

/** Whether the number stood in an export, and the last one of a shipment that has it now. */
export function getExportOf(
  store: Store,
  number: string,
): { id: number; atMs: number; folder: string } | null {
  const row = store
    .prepare(
      `SELECT x.id, x.at_ms AS atMs, x.folder FROM exported_numbers e JOIN exports x ON x.op_id = e.op_id
       WHERE e.number = ?`,
    )
    .get(number)
  return (row as { id: number; atMs: number; folder: string } | undefined) ?? null
}

export const isExported = (store: Store, number: string): boolean =>
  store.prepare('SELECT 1 FROM exported_numbers WHERE number = ?').get(number) !== undefined

/** Drawn seqs of a block, lowest first. */
export const getIssuedSeqs = (store: Store, blockId: number): number[] =>
  store
    .prepare('SELECT seq FROM issued_numbers WHERE block_id = ? ORDER BY seq')
    .pluck()
    .all(blockId) as number[]
