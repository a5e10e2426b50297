import { type CellChange, type Patch } from '../shared/domain/patch.ts'
import type { NumberDraw } from '../shared/domain/pro-number.ts'
import type { StoreProblem } from '../shared/domain/store-problem.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { applyPatch } from './apply-patch.ts'
import { inTransaction } from './in-transaction.ts'
import { getDrawLock, keepHead, takesHeldNumber } from './draw-lock.ts'
import { toNumberLine, type LedgerLine, type NumberLine } from './ledger-line.ts'
import { getNumberBlocks } from './number-block.ts'
import { insertReissued } from './number-fate.ts'
import { removeRows } from './removed-rows.ts'
import type { Store } from './store.ts'

export interface ChangeRequest {
  /** The same id is never carried out twice: the stored result is answered instead. */
  opId: string
  /** Changes of one gesture (twelve files imported at once) are undone and redone together. */
  batch?: string
  /** Name of the command, for undo's words. */
  command: string
  /** Data for the words of the history, for instance `{ shipments: 53 }`. */
  label: Record<string, string | number>
  who: string
  nowMs: number
  /** False for what cannot be taken back (an export). */
  isReversible?: boolean
}

export interface PlannedChange<T> {
  patch: Patch
  /** Numbers that leave their block for ever with this change. */
  draws?: NumberDraw[]
  /** What else the ledger keeps of numbers with this change. */
  ledgerLines?: LedgerLine[]
  /** Rows that are kept for ever and so stand outside the patch (an import's sheets, an export's files). */
  writeRecords?: (store: Store) => void
  label?: Record<string, string | number>
  result: T
}

export interface AppliedChange<T> {
  changeId: number
  result: T
  /** True when this operation id had been carried out before. */
  wasDone: boolean
  patch: Patch
}

/**
 * The one writer. Plans and stores a change in one transaction: drawn numbers are in the ledger on disk before
 * COMMIT, and a Problem leaves nothing behind. `T` must survive JSON.
 */
export function applyChange<T, P>(
  store: Store,
  request: ChangeRequest,
  plan: (store: Store) => Result<PlannedChange<T>, P>,
): Result<AppliedChange<T>, P | StoreProblem> {
  return inTransaction<AppliedChange<T>, P | StoreProblem>(store, request.opId, () => {
    const known = getDoneOperation(store, request.opId)
    if (known) {
      const patch = { inserts: [], cells: [] }
      return ok({ changeId: known.changeId, result: known.result as T, wasDone: true, patch })
    }
    const planned = plan(store)
    if (!planned.ok) return planned
    const { patch, draws = [], ledgerLines = [], writeRecords, label, result } = planned.value
    const isAnswer = ledgerLines.some(({ kind }) => kind === 'confirm')
    const lock = isAnswer ? null : getDrawLock(store)
    if (lock !== null && (draws.length + ledgerLines.length > 0 || takesHeldNumber(store, patch)))
      return fail<StoreProblem>({ kind: 'drawing-locked', lock })
    // What changes nothing is no step that an undo could take back.
    const isReversible = request.isReversible !== false && !isEmptyPatch(patch)
    const changeId = insertChange(store, { ...request, isReversible, label: label ?? request.label }, result)
    // Number blocks move before the patch, so that a drawn number is issued when the shipment takes it.
    const lines = [...issueNumbers(store, request, draws), ...ledgerLines]
    writeRecords?.(store)
    applyPatch(store, patch)
    for (const { entity, ids } of patch.removes ?? []) removeRows(store, changeId, entity, ids)
    if (isReversible) logPatch(store, changeId, patch)
    if (lines.length > 0) {
      store.ledger.append(lines, store.install.id)
      keepHead(store)
    }
    return ok({ changeId, result, wasDone: false, patch })
  })
}

/** What an operation answered when it was carried out, or null where it never was. */
export function getDoneOperation(store: Store, opId: string): { changeId: number; result: unknown } | null {
  const row = store.prepare('SELECT id, result FROM changes WHERE op_id = ?').get(opId) as
    { id: number; result: string } | undefined
  return row ? { changeId: row.id, result: JSON.parse(row.result) as unknown } : null
}

const isEmptyPatch = ({ inserts, cells, removes = [] }: Patch): boolean =>
  cells.length === 0 &&
  inserts.every(({ rows }) => rows.length === 0) &&
  removes.every(({ ids }) => ids.length === 0)

function insertChange(
  store: Store,
  request: ChangeRequest & { isReversible: boolean },
  result: unknown,
): number {
  const { lastInsertRowid } = store
    .prepare(
      `INSERT INTO changes (op_id, batch, command, label, at_ms, who, is_reversible, result)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      request.opId,
      request.batch ?? null,
      request.command,
      JSON.stringify(request.label),
      request.nowMs,
      request.who,
      request.isReversible ? 1 : 0,
      JSON.stringify(result ?? null),
    )
  const changeId = Number(lastInsertRowid)
  insertChangeEvent(store, changeId, 'do', request, null)
  return changeId
}

export function insertChangeEvent(
  store: Store,
  changeId: number,
  kind: 'do' | 'undo' | 'redo',
  request: { opId: string; nowMs: number; who: string },
  result: unknown,
): void {
  store
    .prepare(
      'INSERT INTO change_events (change_id, kind, op_id, at_ms, who, result) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(changeId, kind, request.opId, request.nowMs, request.who, JSON.stringify(result))
}

function issueNumbers(store: Store, request: ChangeRequest, draws: readonly NumberDraw[]): NumberLine[] {
  if (draws.length === 0) return []
  const { opId } = request
  const blocks = new Map(getNumberBlocks(store).map((block) => [block.id, block]))
  const advance = store.prepare('UPDATE number_blocks SET next = ? WHERE id = ? AND next = ?')
  const issue = store.prepare('INSERT INTO issued_numbers (number, block_id, seq, op_id) VALUES (?, ?, ?, ?)')
  return draws.map((draw) => {
    const { blockId, from, to, numbers, isAgain } = draw
    const block = blocks.get(blockId)!
    const { increment } = block
    if (isAgain) {
      for (const number of numbers)
        if (!insertReissued(store, number, opId)) throw new Error(`${number} was not released`)
    } else {
      if (advance.run(to + increment, blockId, from).changes !== 1)
        throw new Error(`block ${blockId} is not at ${from}`)
      numbers.forEach((number, index) => issue.run(number, blockId, from + index * increment, opId))
    }
    return toNumberLine(isAgain ? 'again' : 'draw', block, draw, request)
  })
}

function logPatch(store: Store, changeId: number, patch: Patch): void {
  const logInsert = store.prepare('INSERT INTO change_inserts VALUES (?, ?, ?, ?)')
  for (const { entity, rows } of patch.inserts) {
    if (rows.length > 0) logInsert.run(changeId, entity, rows[0]![0], rows.at(-1)![0])
  }
  logCells(store, changeId, patch.cells)
}

export function logCells(store: Store, changeId: number, cells: readonly CellChange[]): void {
  const logCell = store.prepare(
    'INSERT INTO change_cells (change_id, entity, row_id, field, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const cell of cells) logCell.run(changeId, cell.entity, cell.id, cell.field, cell.before, cell.after)
}
