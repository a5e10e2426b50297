import { applyChange } from '../../db/change-log.ts'
import { toNumberLine, type NumberLine } from '../../db/ledger-line.ts'
import { getCarriers } from '../../db/carrier.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { insertReleased } from '../../db/number-fate.ts'
import { getLeases } from '../../db/number-lease.ts'
import {
  countIssuedByState,
  getExportOf,
  getIssuedNumber,
  getIssuedNumbers,
  getIssuedSeqs,
  isExported,
  type IssuedNumber,
} from '../../db/number-view.ts'
import { getProOwners } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem, NumberView } from '../../shared/contract/outputs.ts'
import { countRuns, listBlockRuns, type BlockRuns } from '../../shared/domain/block-runs.ts'
import { toRuns, type NumberRun } from '../../shared/domain/number-run.ts'
import {
  findBlock,
  getReleaseRefusal,
  type NumberState,
  type PlacedNumber,
} from '../../shared/domain/number-state.ts'
import { formatProNumber, type NumberBlock } from '../../shared/domain/pro-number.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

export const listNumbers: Handler<'block.numbers'> = ({ store }, { blockId, state, offset, limit }) => {
  const block = getNumberBlocks(store).find(({ id }) => id === blockId)
  if (!block) return fail({ kind: 'block-unknown', blockId })
  const runs = getRuns(store, block)
  const issued = countIssuedByState(store, blockId)
  const count = (of: keyof BlockRuns) => countRuns(runs[of], block.increment)
  const counts = { ...issued, free: count('free'), lent: count('lent'), lost: count('lost') }
  if (state === 'free' || state === 'lent' || state === 'lost') {
    const rows = runs[state].map((run) => viewRun(block, run, state))
    return ok({ counts, total: rows.length, rows: rows.slice(offset, offset + limit) })
  }
  const total = state ? counts[state] : counts.assigned + counts.void + counts.released
  return ok({
    counts,
    total,
    rows: getIssuedNumbers(store, blockId, state, { offset, limit }).map(viewIssued),
  })
}

export function getRuns(store: Store, block: NumberBlock): BlockRuns {
  const lent = getLeases(store).filter(
    ({ blockId, direction }) => blockId === block.id && direction === 'lent',
  )
  return listBlockRuns(
    block,
    getIssuedSeqs(store, block.id),
    lent.map(({ first, last }) => ({ from: first, to: last })),
  )
}

const viewRun = (block: NumberBlock, run: NumberRun, state: NumberState): NumberView => ({
  first: formatProNumber(block, run.from),
  last: formatProNumber(block, run.to),
  count: countRuns([run], block.increment),
  state,
  fbaId: null,
  isExported: false,
  batch: null,
})

const viewIssued = ({ number, state, fbaId, isExported: was, batch }: IssuedNumber): NumberView => ({
  first: number,
  last: number,
  count: 1,
  state,
  fbaId,
  isExported: was,
  batch,
})

export const getNumberState: Handler<'number.state'> = ({ store }, input) => {
  const number = input.number.toUpperCase()
  const placed = findBlock(number, getNumberBlocks(store))
  const issued = getIssuedNumber(store, number)
  const isRight = placed?.wantedCheck === null
  const carrier = getCarriers(store).find(({ id }) => id === placed?.block.carrierId)
  return ok({
    number,
    block: placed && { id: placed.block.id, carrier: carrier!.name },
    state: isRight ? getState(store, placed, issued) : null,
    wantedCheck: placed?.wantedCheck ?? null,
    fbaId: issued?.fbaId ?? getProOwners(store, number)[0]?.fbaId ?? null,
    batch: issued?.batch ?? null,
    isExported: isExported(store, number),
    exported: getExportOf(store, number),
  })
}

function getState(store: Store, { block, seq }: PlacedNumber, issued: IssuedNumber | null): NumberState {
  if (issued) return issued.state
  const runs = getRuns(store, block)
  const isIn = (state: keyof BlockRuns) => runs[state].some(({ from, to }) => seq >= from && seq <= to)
  return isIn('lent') ? 'lent' : isIn('free') ? 'free' : 'lost'
}

/** Numbers that were drawn and never left the desk go back into their block; that is never taken back. */
export const releaseNumbers: Handler<'number.release'> = (context, { opId, isPreview, ...which }) => {
  const { store } = context
  if (isPreview) {
    const planned = planRelease(store, which)
    return planned.ok ? ok({ numbers: planned.value.length }) : planned
  }
  const request = { ...toRequest(context, opId, 'number-release', {}), isReversible: false }
  const applied = applyChange<{ numbers: number }, CallProblem>(store, request, () => {
    const planned = planRelease(store, which)
    if (!planned.ok) return planned
    const numbers = planned.value.length
    if (numbers === 0) return fail({ kind: 'nothing-to-release' })
    return ok({
      patch: { inserts: [], cells: [] },
      ledgerLines: toLines(planned.value, request),
      writeRecords: () => {
        for (const { number } of planned.value) insertReleased(store, number, opId)
      },
      label: { numbers },
      result: { numbers },
    })
  })
  if (!applied.ok) return applied
  context.emit('changed', { shipments: [], lists: true })
  return ok(applied.value.result)
}

interface Releasable {
  number: string
  seq: number
  block: NumberBlock
}

function planRelease(
  store: Store,
  { blockId, numbers }: { blockId?: number | undefined; numbers?: string[] | undefined },
): Result<Releasable[], CallProblem> {
  const blocks = getNumberBlocks(store)
  if (numbers === undefined) {
    const block = blocks.find(({ id }) => id === blockId)
    if (!block) return fail({ kind: 'block-unknown', blockId: blockId! })
    const all = getIssuedNumbers(store, block.id, 'void', { offset: 0, limit: -1 })
    const released = all.filter(
      (issued) => getReleaseRefusal(issued.state, issued.isExported, block.isRetired) === null,
    )
    return ok(released.map(({ number, seq }) => ({ number, seq, block })))
  }
  const planned: Releasable[] = []
  for (const number of new Set(numbers.map((text) => text.trim().toUpperCase()))) {
    const issued = getIssuedNumber(store, number)
    const placed = findBlock(number, blocks)
    const block = issued ? placed?.block : undefined
    const reason = getReleaseRefusal(
      issued?.state ?? null,
      isExported(store, number),
      block?.isRetired ?? false,
    )
    if (reason || !block) return fail({ kind: 'number-not-released', number, reason: reason ?? 'outside' })
    planned.push({ number, seq: placed!.seq, block })
  }
  return ok(planned)
}

const toLines = (released: readonly Releasable[], request: { opId: string; nowMs: number }): NumberLine[] =>
  [...Map.groupBy(released, ({ block }) => block).entries()].flatMap(([block, own]) =>
    toRuns(
      own.map(({ seq }) => seq).toSorted((a, b) => a - b),
      block.increment,
    ).map((run) => toNumberLine('release', block, run, request)),
  )
