import { formatProNumber } from '../shared/domain/pro-number.ts'
import { parseNumberSpace, type NumberLine } from './ledger-line.ts'
import type { Store } from './store.ts'

export function listNumbers({ space, from, to, step }: NumberLine): string[] {
  const format = parseNumberSpace(space)
  const numbers: string[] = []
  for (let seq = from; seq <= to; seq += step) numbers.push(formatProNumber(format, seq))
  return numbers
}

export const insertReleased = (store: Store, number: string, opId: string): void =>
  void store.prepare('INSERT INTO released_numbers (number, op_id) VALUES (?, ?)').run(number, opId)

/** Uses up the number's release. */
export function insertReissued(store: Store, number: string, opId: string): boolean {
  const added = store
    .prepare(
      `INSERT INTO reissued_numbers SELECT r.id, ? FROM released_numbers r
       WHERE r.number = ? AND NOT EXISTS (SELECT 1 FROM reissued_numbers a WHERE a.release_id = r.id)`,
    )
    .run(opId, number)
  return added.changes === 1
}

export const insertExported = (store: Store, number: string, opId: string): boolean =>
  store.prepare('INSERT OR IGNORE INTO exported_numbers VALUES (?, ?)').run(number, opId).changes === 1

/** Brings the database level with what the ledger says became of numbers; what it knows already stays. */
export function replayFate(store: Store, line: NumberLine): void {
  const { kind, opId, space, from, to } = line
  if (kind === 'retire') {
    const { prefix, width, checkMethod } = parseNumberSpace(space)
    store
      .prepare(
        `UPDATE number_blocks SET is_retired = 1
         WHERE prefix = ? AND width = ? AND check_method = ? AND first = ? AND last = ? AND is_retired = 0`,
      )
      .run(prefix, width, checkMethod, from, to)
  }
  if (kind === 'export') for (const number of listNumbers(line)) insertExported(store, number, opId)
  if (kind === 'release')
    for (const number of listNumbers(line))
      if (canRelease(store, number, opId)) insertReleased(store, number, opId)
  if (kind === 'again')
    for (const number of listNumbers(line))
      if (!isReissuedBy(store, number, opId)) insertReissued(store, number, opId)
}

const canRelease = (store: Store, number: string, opId: string): boolean =>
  store
    .prepare(
      `SELECT 1 FROM issued_numbers i WHERE i.number = @number
       AND NOT EXISTS (SELECT 1 FROM exported_numbers e WHERE e.number = @number)
       AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.pro = @number AND s.is_pro_shared = 0)
       AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.pro = @number AND s.is_pro_shared = 1)
       AND NOT EXISTS (SELECT 1 FROM released_numbers r WHERE r.number = @number AND (r.op_id = @opId
         OR NOT EXISTS (SELECT 1 FROM reissued_numbers a WHERE a.release_id = r.id)))`,
    )
    .get({ number, opId }) !== undefined

const isReissuedBy = (store: Store, number: string, opId: string): boolean =>
  store
    .prepare(
      `SELECT 1 FROM reissued_numbers a JOIN released_numbers r ON r.id = a.release_id
       WHERE r.number = ? AND a.op_id = ?`,
    )
    .get(number, opId) !== undefined
