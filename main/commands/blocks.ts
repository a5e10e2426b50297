import { applyChange } from '../../db/change-log.ts'
import { getCarriers } from '../../db/carrier.ts'
import { countIssued, getNumberBlocks } from '../../db/number-block.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { listStock, type BlockStock, type DayDraws } from '../../shared/domain/block-stock.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import {
  checkNumberBlock,
  countNew,
  formatProNumber,
  getLastSeq,
  getSeqBehind,
  isOpen,
  type NumberBlock,
  type NumberRange,
} from '../../shared/domain/pro-number.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { saveRow } from './save-row.ts'

export const listBlocks: Handler<'block.list'> = ({ store }) => {
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  const issued = countIssued(store)
  const blocks = getNumberBlocks(store)
  const stock = getStock(store, blocks)
  return ok({
    blocks: blocks.map(({ released, ...block }) => {
      const { left, isLow, daysLeft } = stock.get(block.id)!
      return {
        ...block,
        carrier: carriers.get(block.carrierId)!,
        firstNumber: formatProNumber(block, block.first),
        lastNumber: formatProNumber(block, block.last),
        nextNumber: getNextNumber({ ...block, released }),
        left,
        issued: issued.get(block.id) ?? 0,
        released: released.length,
        isLow,
        daysLeft,
      }
    }),
  })
}

function getNextNumber(block: NumberBlock): string | null {
  if (!isOpen(block)) return null
  const seq = block.released[0] ?? (countNew(block) > 0 ? block.next : null)
  return seq === null ? null : formatProNumber(block, seq)
}

/** What is left in each block, and for how long at the pace of the draws in the ledger. */
export function getStock(store: Store, blocks: readonly NumberBlock[]): Map<number, BlockStock> {
  const getDraws = (block: NumberBlock): DayDraws[] =>
    store.ledger.getDraws(block).map(({ from, to, step, atMs }) => ({
      day: formatDay(atMs),
      count: (to - from) / step + 1,
    }))
  return new Map(listStock(blocks, getDraws).map((stock) => [stock.blockId, stock]))
}

function formatDay(atMs: number): string {
  const at = new Date(atMs)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}

/** A block starts behind whatever the ledger says was ever drawn inside it. */
export const addBlock: Handler<'block.add'> = (context, { opId, ...values }) => {
  const { store } = context
  const range = { ...values, last: getLastSeq(values) }
  const problem = checkBlock(store, range)
  if (problem) return fail(problem)
  const highest = store.ledger.getHighest(range)
  return saveRow(context, {
    opId,
    entity: 'block',
    command: 'block',
    name: formatProNumber(values, values.first),
    id: undefined,
    values: {
      ...range,
      position: getLastPosition(store, values.carrierId) + 1,
      next: highest === null ? values.first : getSeqBehind(values, highest),
    },
    getExisting: () => undefined,
    check: () => checkBlock(store, range),
  })
}

export function checkBlock(
  store: Store,
  range: NumberRange & { carrierId: number },
  whose: 'own' | 'lent' = 'own',
): CallProblem | null {
  if (!getCarriers(store).some((carrier) => carrier.id === range.carrierId))
    return { kind: 'carrier-unknown', name: String(range.carrierId) }
  const problem = checkNumberBlock(range, getNumberBlocks(store))
  if (problem) return problem
  const isOthers = whose === 'own' && store.ledger.isRetired(range)
  return isOthers || store.ledger.spellsDrawn(range)
    ? { kind: 'block-drawn-before', first: formatProNumber(range, range.first) }
    : null
}

export const getLastPosition = (store: Store, carrierId: number): number =>
  getNumberBlocks(store).reduce(
    (last, block) => (block.carrierId === carrierId ? Math.max(last, block.position) : last),
    0,
  )

export const changeBlock: Handler<'block.change'> = (context, { opId, id, isClosed, lowStock }) =>
  changeBlocks(context, opId, 'block-change', id, (block) => [
    ...diff(block, 'isClosed', isClosed === undefined ? undefined : Number(isClosed)),
    ...diff(block, 'lowStock', lowStock),
  ])

export const moveBlock: Handler<'block.move'> = (context, { opId, id, direction }) =>
  changeBlocks(context, opId, 'block-move', id, (block, blocks) => {
    const own = blocks.filter(({ carrierId }) => carrierId === block.carrierId)
    const from = own.findIndex((each) => each.id === id)
    const to = direction === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= own.length) return []
    const moved = own.toSpliced(from, 1).toSpliced(to, 0, block)
    return moved.flatMap((each, index) => diff(each, 'position', index + 1))
  })

function diff(
  block: NumberBlock,
  field: 'isClosed' | 'lowStock' | 'position',
  after: number | undefined,
): CellChange[] {
  const before = Number(block[field])
  return after === undefined || after === before
    ? []
    : [{ entity: 'block', id: block.id, field, before, after }]
}

function changeBlocks(
  context: CommandContext,
  opId: string,
  command: string,
  id: number,
  plan: (block: NumberBlock, blocks: readonly NumberBlock[]) => CellChange[],
): Result<null, CallProblem> {
  const blocks = getNumberBlocks(context.store)
  const block = blocks.find((each) => each.id === id)
  if (!block) return fail({ kind: 'block-unknown', blockId: id })
  const request = toRequest(context, opId, command, { name: formatProNumber(block, block.first) })
  const applied = applyChange<null, CallProblem>(context.store, request, () =>
    ok({ patch: { inserts: [], cells: plan(block, blocks) }, result: null }),
  )
  if (!applied.ok) return applied
  context.emit('changed', { shipments: [], lists: true })
  return ok(null)
}
