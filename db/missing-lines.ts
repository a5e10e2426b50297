import { getSeqBehind, type NumberBlock } from '../shared/domain/pro-number.ts'
import { toRuns } from '../shared/domain/number-run.ts'
import { toNumberLine, type NumberLine } from './ledger-line.ts'
import { getNumberBlocks } from './number-block.ts'
import type { Store } from './store.ts'

const fromDatabase = { opId: 'from-database', nowMs: 0 }

/** The run that the database has drawn behind the highest number in the ledger, or null. */
export function getMissingDraw(store: Store, block: NumberBlock): NumberLine | null {
  if (block.next <= block.first) return null
  const to = block.next - block.increment
  const highest = store.ledger.getHighest({ ...block, last: to })
  const from = highest === null ? block.first : getSeqBehind(block, highest)
  return from > to ? null : toNumberLine('draw', block, { from, to }, fromDatabase)
}

/** All that the database knows of drawn numbers, for a ledger that has lost lines; to say it twice does no harm. */
export function listFates(store: Store): NumberLine[] {
  const blocks = new Map(getNumberBlocks(store).map((block) => [block.id, block]))
  const retired = [...blocks.values()]
    .filter(({ isRetired }) => isRetired)
    .map((block) => toNumberLine('retire', block, { from: block.first, to: block.last }, fromDatabase))
  return [...listExports(store, blocks), ...listReleases(store, blocks), ...retired]
}

type Blocks = ReadonlyMap<number, NumberBlock>

function listExports(store: Store, blocks: Blocks): NumberLine[] {
  const rows = store
    .prepare(
      `SELECT i.block_id AS blockId, i.seq, e.op_id AS opId FROM exported_numbers e
       JOIN issued_numbers i ON i.number = e.number ORDER BY i.block_id, i.seq`,
    )
    .all() as { blockId: number; seq: number; opId: string }[]
  return [...Map.groupBy(rows, ({ blockId, opId }) => `${blockId} ${opId}`).values()].flatMap((group) => {
    const { blockId, opId } = group[0]!
    const block = blocks.get(blockId)!
    const seqs = group.map(({ seq }) => seq)
    return toRuns(seqs, block.increment).map((run) => toNumberLine('export', block, run, { opId, nowMs: 0 }))
  })
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
