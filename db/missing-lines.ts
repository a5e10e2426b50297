import { getSeqBehind, type NumberBlock } from '../shared/domain/pro-number.ts'
import type { NumberRun } from '../shared/domain/number-run.ts'
import { toExportLines } from './export-lines.ts'
import { toNumberLine, type NumberLine } from './ledger-line.ts'
import { getNumberBlocks } from './number-block.ts'
import type { Store } from './store.ts'

const fromDatabase = { opId: 'from-database', nowMs: 0 }

/** The run that the database has drawn behind the highest number taken in the ledger, or null. */
export function getMissingDraw(store: Store, block: NumberBlock): NumberLine | null {
  if (block.next <= block.first) return null
  const to = block.next - block.increment
  const range = { ...block, last: to }
  const highest = store.ledger.getHighest(range)
  const from = highest === null ? block.first : getSeqBehind(block, highest)
  if (from > to) return null
  // Earlier versions took a block behind an exported number that it had never come to: nothing was drawn there.
  if (store.ledger.getHighestExported(range) === to && !isAnyIssued(store, block, { from, to })) return null
  return toNumberLine('draw', block, { from, to }, fromDatabase)
}

const isAnyIssued = (store: Store, block: NumberBlock, { from, to }: NumberRun): boolean =>
  store
    .prepare('SELECT 1 FROM issued_numbers WHERE block_id = ? AND seq BETWEEN ? AND ?')
    .get(block.id, from, to) !== undefined

/** All that the database knows of drawn numbers, for a ledger that has lost lines; to say it twice does no harm. */
export function listFates(store: Store): NumberLine[] {
  const blocks = new Map(getNumberBlocks(store).map((block) => [block.id, block]))
  const retired = [...blocks.values()]
    .filter(({ isRetired }) => isRetired)
    .map((block) => toNumberLine('retire', block, { from: block.first, to: block.last }, fromDatabase))
  return [...listExports(store, blocks), ...listReleases(store, blocks), ...retired]
}

type Blocks = ReadonlyMap<number, NumberBlock>

/** Numbers typed by hand among them: nothing else says that they are on paper. */
function listExports(store: Store, blocks: Blocks): NumberLine[] {
  const rows = store.prepare('SELECT number, op_id AS opId FROM exported_numbers ORDER BY number').all() as {
    number: string
    opId: string
  }[]
  const known = [...blocks.values()]
  return [...Map.groupBy(rows, ({ opId }) => opId)].flatMap(([opId, group]) =>
    toExportLines(
      known,
      group.map(({ number }) => number),
      { opId, nowMs: 0 },
    ),
  )
}

/** Each release before its second issue, and that before the next release. */
function listReleases(store: Store, blocks: Blocks): NumberLine[] {
  const rows = store
    .prepare(
      `SELECT i.block_id AS blockId, i.seq, r.op_id AS opId, a.op_id AS againOpId FROM released_numbers r
       JOIN issued_numbers i ON i.number = r.number LEFT JOIN reissued_numbers a ON a.release_id = r.id ORDER BY r.id`,
    )
    .all() as { blockId: number; seq: number; opId: string; againOpId: string | null }[]
  return rows.flatMap(({ blockId, seq, opId, againOpId }) => {
    const block = blocks.get(blockId)!
    const run = { from: seq, to: seq }
    const release = toNumberLine('release', block, run, { opId, nowMs: 0 })
    if (againOpId === null) return [release]
    return [release, toNumberLine('again', block, run, { opId: againOpId, nowMs: 0 })]
  })
}
