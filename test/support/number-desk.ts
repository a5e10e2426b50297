import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { applyChange } from '../../db/change-log.ts'
import { getDrawLock } from '../../db/draw-lock.ts'
import { getLedgerFile } from '../../db/ledger-place.ts'
import { noteExported } from '../../db/note-exported.ts'
import { getNumberBlocks, getTakenPros } from '../../db/number-block.ts'
import { readTakenNumbers } from '../../db/numbers-on-file.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import { redoNewest, undoNewest } from '../../db/undo.ts'
import { editShipments } from '../../main/commands/edit-shipments.ts'
import { confirmLedger } from '../../main/commands/ledger.ts'
import { acceptLeaseText, lendNumbers } from '../../main/commands/number-leases.ts'
import { readLease } from '../../main/files/lease-file.ts'
import { releaseNumbers } from '../../main/commands/numbers.ts'
import type { CommandContext } from '../../main/engine/context.ts'
import { createDrawer } from '../../shared/domain/number-drawer.ts'
import { formatProNumber, isOpen } from '../../shared/domain/pro-number.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import { ok } from '../../shared/result.ts'
import { makeRequest, openTestStore } from './test-store.ts'

export interface Standing {
  fbaId: string
  pro: string
}

/** A desk's files as a history treats them, and its commands without the engine around them. */
export class NumberDesk {
  folder: string
  private readonly machine: string
  /** Its blocks are another desk's, which goes on with them. */
  readonly isCopy: boolean
  private store: Store
  private readonly backups: string[] = []

  constructor(folder: string, machine: string, isCopy: boolean) {
    this.folder = folder
    this.machine = machine
    this.isCopy = isCopy
    this.store = openTestStore(folder, 'test.db', machine)
  }

  private get database() {
    return path.join(this.folder, 'test.db')
  }

  get installId() {
    return this.store.install.id
  }

  get isLocked() {
    return getDrawLock(this.store) !== null
  }

  private get context(): CommandContext {
    const { store } = this
    const context: Partial<CommandContext> = {
      store,
      who: () => 'tester',
      nowMs: () => 1_700_000_000_000,
      index: { day: '2023-11-14', get: () => undefined, refresh() {} } as unknown as CommandContext['index'],
      emit() {},
    }
    return context as CommandContext
  }

  close() {
    this.store.close()
  }

  private reopen(between: () => void) {
    this.store.close()
    between()
    this.store = openTestStore(this.folder, 'test.db', this.machine)
  }

  private list(sql: string): Standing[] {
    return this.store.prepare(sql).all() as Standing[]
  }

  listStanding(): Standing[] {
    return this.list('SELECT fba_id AS fbaId, pro FROM shipments WHERE pro IS NOT NULL')
  }

  /** Gives numbers to shipments without one, from `pick` on; `crash` is what becomes of the COMMIT. */
  assign(count: number, pick: number, crash: 'none' | 'lost' | 'kept' = 'none'): Standing[] | null {
    if (crash !== 'none') this.failNextCommit(crash)
    const applied = applyChange<Standing[], never>(this.store, makeRequest('assign'), (store) => {
      const rows = store
        .prepare('SELECT id, fba_id AS fbaId FROM shipments WHERE pro IS NULL ORDER BY (id + ?) % 4 LIMIT ?')
        .all(pick, count) as { id: number; fbaId: string }[]
      const blocks = getNumberBlocks(store)
      const taken = readTakenNumbers(store, blocks)
      const drawer = createDrawer({ blocks, isProTaken: (number) => taken.has(number) }, null)
      const cells: CellChange[] = []
      const given: Standing[] = []
      for (const { id, fbaId } of rows) {
        const pro = drawer.draw(blocks[0]?.carrierId ?? 1)
        if (typeof pro !== 'string') continue
        cells.push({ entity: 'shipment', id, field: 'pro', before: null, after: pro })
        given.push({ fbaId, pro })
      }
      return ok({ patch: { inserts: [], cells }, draws: drawer.getDraws(), result: given })
    })
    return applied.ok ? applied.value.result : null
  }

  /** By hand, a number that its block has yet to come to; null where there is none, or the desk refuses. */
  typeAhead(ahead: number, pick: number): { pro: string; next: number } | null {
    const block = getNumberBlocks(this.store).find(isOpen)
    if (!block || this.isLocked) return null
    const seq = block.next + ahead * block.increment
    const pro = formatProNumber(block, seq)
    return seq <= block.last && this.edit('pro', pro, pick) ? { pro, next: block.next } : null
  }

  /** By hand, any number of any block on file: lent, another desk's and drawn ones too, if the desk lets it in. */
  typeAny(at: number, pick: number): boolean {
    const spelt = getNumberBlocks(this.store).flatMap((block) => {
      const seq = block.first + at * block.increment
      return seq <= block.last ? [formatProNumber(block, seq)] : []
    })
    return spelt.length > 0 && this.edit('pro', spelt[pick % spelt.length]!, pick)
  }

  /** An appointment that is a number its block has yet to come to. */
  appointAhead(ahead: number, pick: number): boolean {
    const block = getNumberBlocks(this.store).find(isOpen)
    const seq = block && block.next + ahead * block.increment
    return block !== undefined && seq! <= block.last && this.edit('isa', formatProNumber(block, seq!), pick)
  }

  private edit(field: 'pro' | 'isa', text: string, pick: number): boolean {
    const row = this.store
      .prepare(`SELECT id FROM shipments WHERE ${field} IS NULL ORDER BY (id + ?) % 4 LIMIT 1`)
      .get(pick) as { id: number } | undefined
    if (!row) return false
    const edits = [{ id: row.id, field, text }]
    const edited = editShipments(this.context, { opId: makeRequest().opId, edits, gesture: 'edit' })
    return 'ok' in edited && edited.ok
  }

  /** From a file, on a shipment of its own: a number that its block has yet to come to and that nothing here has. */
  importAhead(fbaId: string, ahead: number): boolean {
    const block = getNumberBlocks(this.store).find(isOpen)
    const seq = block && block.next + ahead * block.increment
    if (!block || seq! > block.last) return false
    const pro = formatProNumber(block, seq!)
    if (getTakenPros(this.store).has(pro)) return false
    const accountId = this.store.prepare('SELECT min(id) FROM accounts').pluck().get() as number | null
    if (accountId === null) return false
    const imported = applyChange<null, never>(this.store, makeRequest('import'), (store) => {
      const fields = ['id', 'fbaId', 'accountId', 'amazonMode', 'pro']
      const rows = [[takeRowIds(store, 'shipment', 1), fbaId, accountId, 'LTL', pro]]
      return ok({ patch: { inserts: [{ entity: 'shipment', fields, rows }], cells: [] }, result: null })
    })
    return imported.ok
  }

  /** Where the block that is drawn from goes on. */
  getNext(): number | undefined {
    return getNumberBlocks(this.store).find(isOpen)?.next
  }

  undo() {
    undoNewest(this.store, makeRequest())
  }

  redo() {
    redoNewest(this.store, makeRequest())
  }

  /** What is on paper now, or null where the desk refused. */
  export(): Standing[] | null {
    const standing = this.listStanding()
    const noted = noteExported(
      this.store,
      standing.map(({ pro }) => pro),
      makeRequest('export'),
    )
    return noted.ok ? standing : null
  }

  /** Numbers that may have been released, told or not. */
  release(crash: 'none' | 'lost' | 'kept'): string[] {
    const [block] = getNumberBlocks(this.store)
    if (!block || block.isRetired) return []
    const numbers = this.list(
      `SELECT i.number AS pro FROM issued_numbers i WHERE i.block_id = ${block.id}
       AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.pro = i.number)
       AND NOT EXISTS (SELECT 1 FROM exported_numbers e WHERE e.number = i.number)`,
    ).map(({ pro }) => pro)
    if (crash !== 'none') this.failNextCommit(crash)
    void releaseNumbers(this.context, { opId: makeRequest().opId, blockId: block.id, isPreview: false })
    this.store.sqlite.exec = Object.getPrototypeOf(this.store.sqlite).exec as typeof this.store.sqlite.exec
    return getDrawLock(this.store) === null ? numbers : []
  }

  /** The file for the other desk, or null where there is nothing to lend. */
  lend(count: number, to: string): string | null {
    const block = getNumberBlocks(this.store).find(({ isRetired }) => !isRetired)
    if (!block) return null
    const lent = lendNumbers(this.context, { opId: makeRequest().opId, blockId: block.id, count, to })
    return lent.ok ? lent.value.content : null
  }

  /** What this desk has on a shipment, on paper or as an appointment, and so gives nobody. */
  listKept(): Set<string> {
    const rows = this.list(
      `SELECT pro FROM shipments WHERE pro IS NOT NULL UNION SELECT isa FROM shipments WHERE isa IS NOT NULL
       UNION SELECT number FROM exported_numbers`,
    )
    return new Set(rows.map(({ pro }) => pro))
  }

  listAppointments(): Set<string> {
    return new Set(this.list('SELECT isa AS pro FROM shipments WHERE isa IS NOT NULL').map(({ pro }) => pro))
  }

  accept(text: string): boolean {
    return acceptLeaseText(this.context, { opId: makeRequest().opId, text, fileName: 'lease.json' }).ok
  }

  /** Says what is true of this desk, for as long as it asks. */
  answerLock() {
    for (let lock = getDrawLock(this.store); lock !== null; lock = getDrawLock(this.store)) {
      const answer = lock !== 'other-install' ? 'confirmed' : this.isCopy ? 'split' : 'moved'
      void confirmLedger(this.context, { opId: makeRequest().opId, answer })
    }
  }

  backUp() {
    const file = `${this.database}.backup-${this.backups.length}`
    this.reopen(() => copyFileSync(this.database, file))
    this.backups.push(path.basename(file))
  }

  restore(which: number) {
    const backup = this.backups[which % this.backups.length]
    if (backup === undefined) return
    this.reopen(() => {
      rmSync(`${this.database}-wal`, { force: true })
      copyFileSync(path.join(this.folder, backup), this.database)
    })
  }

  /** The machine stops, and of the write-ahead log only a part is there: `share` of 100. */
  cutWal(share: number) {
    const [database, wal] = [this.database, `${this.database}-wal`]
    if (!existsSync(wal)) return
    copyFileSync(database, `${database}.stopped`)
    copyFileSync(wal, `${wal}.stopped`)
    this.reopen(() => {
      renameSync(`${database}.stopped`, database)
      renameSync(`${wal}.stopped`, wal)
      truncateSync(wal, Math.floor((readFileSync(wal).length * share) / 100))
    })
  }

  loseLedger() {
    this.reopen(() => rmSync(getLedgerFile(this.database)))
  }

  restart() {
    this.reopen(() => {})
  }

  move(folder: string) {
    this.reopen(() => {
      renameSync(this.folder, folder)
      this.folder = folder
    })
  }

  /** The database alone is deleted; `seed` lays a new one down. */
  deleteDatabase(seed: (store: CommandContext) => void, template: string) {
    this.reopen(() => {
      rmSync(`${this.database}-wal`, { force: true })
      copyFileSync(template, this.database)
    })
    seed(this.context)
  }

  copyTo(folder: string): NumberDesk {
    this.reopen(() => cpSync(this.folder, folder, { recursive: true }))
    return new NumberDesk(folder, this.machine, true)
  }

  private failNextCommit(crash: 'lost' | 'kept') {
    const { sqlite } = this.store
    const exec = sqlite.exec.bind(sqlite)
    sqlite.exec = (sql) => {
      if (sql !== 'COMMIT') return exec(sql)
      exec(crash === 'kept' ? 'COMMIT' : 'ROLLBACK')
      throw Object.assign(new Error('SQLITE_IOERR_FSYNC'), { code: 'SQLITE_IOERR_FSYNC' })
    }
  }
}

/** The numbers of a lease file. */
export function listLent(text: string): string[] {
  const read = readLease(text)
  if (!read.ok) throw new Error(read.problem)
  const numbers: string[] = []
  for (let seq = read.value.first; seq <= read.value.last; seq += read.value.increment)
    numbers.push(formatProNumber(read.value, seq))
  return numbers
}
