import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { applyChange } from '../../db/change-log.ts'
import { getCarriers } from '../../db/carrier.ts'
import { getDrawLock } from '../../db/draw-lock.ts'
import { toNumberLine } from '../../db/ledger-line.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { getLeases, insertLease } from '../../db/number-lease.ts'
import { readTakenNumbers } from '../../db/numbers-on-file.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import { getErrorCode } from '../../db/sqlite.ts'
import type { Store } from '../../db/store.ts'
import type { AcceptedLease, CallProblem, WrittenLease } from '../../shared/contract/outputs.ts'
import type { Carrier } from '../../shared/domain/carrier.ts'
import {
  checkLeaseDesk,
  fitLease,
  type LeaseRefusal,
  type SignedLease,
} from '../../shared/domain/number-lease.ts'
import {
  countNew,
  formatProNumber,
  getSeqBehind,
  isOpen,
  type NumberRange,
} from '../../shared/domain/pro-number.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { readLease, signLease } from '../files/lease-file.ts'
import { formatSafeFileName } from '../files/safe-file-name.ts'
import { checkBlock, getLastPosition } from './blocks.ts'
import { toRequest } from './change-request.ts'
import { publishBeside } from './publish-beside.ts'
import { toInsert } from './save-row.ts'

interface Lent {
  content: string
  first: string
  last: string
  count: number
}

/**
 * Takes the next numbers out of a block for another desk. They are spent here before the file is written: a file that
 * could not be written leaves a gap, and the same operation writes it again.
 */
export const leaseNumbers: Handler<'block.lease'> = async (
  context,
  { opId, blockId, count, to, folder, fileName },
) => {
  const target = folder === undefined ? context.exportFolder : context.tokens.get(folder)?.path
  if (target === undefined) return fail({ kind: 'token-unknown' })
  const lent = lendNumbers(context, { opId, blockId, count, to })
  if (!lent.ok) return lent
  const { content, first, last } = lent.value
  const name = formatSafeFileName(fileName ?? `Tailboard ${first}-${last}.lease.json`)
  const bytes = Buffer.from(content, 'utf8')
  const published = await publishBeside(target, name, bytes, opId)
  if (!published.ok) return fail({ kind: 'not-published', problem: published.problem })
  const written: WrittenLease = {
    fileName: published.value,
    folder: target,
    first,
    last,
    count: lent.value.count,
    download: context.canPickFolder ? null : path.join(target, published.value),
  }
  return ok(written)
}

/** Signs the next numbers away; what is returned has to reach the other desk. */
export function lendNumbers(
  context: CommandContext,
  { opId, blockId, count, to }: { opId: string; blockId: number; count: number; to: string },
): Result<Lent, CallProblem> {
  const { store } = context
  const request = { ...toRequest(context, opId, 'block-lease', {}), isReversible: false }
  const applied = applyChange<Lent, CallProblem>(store, request, () => {
    const block = getNumberBlocks(store).find(({ id }) => id === blockId)
    if (!block) return fail({ kind: 'block-unknown', blockId })
    const left = isOpen(block) ? countNew(block) : 0
    if (left < count) return fail({ kind: 'block-runs-out', wanted: count, left, blockIds: [blockId] })
    const { privateKey } = store.install
    if (privateKey === null) return fail({ kind: 'drawing-locked', lock: 'other-install' })
    const problem = checkLeaseDesk(to, store.install.id)
    if (problem) return fail(problem)
    const taken = readTakenNumbers(store, [block])
    const fit = fitLease(block, count, (number) => taken.has(number))
    if (!fit.ok) return fit
    const run = fit.value
    const carrier = getCarriers(store).find(({ id }) => id === block.carrierId)!
    const leaseId = randomUUID()
    const { prefix, width, increment, checkMethod } = block
    const content = signLease(
      {
        leaseId,
        carrier: carrier.name,
        scac: carrier.scac,
        prefix,
        width,
        increment,
        checkMethod,
        first: run.from,
        last: run.to,
        from: store.install.id,
        to,
        previousHead: store.ledger.getHead().hash,
      },
      privateKey,
    )
    const [first, last] = [formatProNumber(block, run.from), formatProNumber(block, run.to)]
    return ok({
      patch: {
        inserts: [],
        cells: [
          { entity: 'block', id: blockId, field: 'next', before: block.next, after: run.to + increment },
        ],
      },
      ledgerLines: [toNumberLine('lend', block, run, request)],
      writeRecords: () =>
        insertLease(store, {
          leaseId,
          blockId,
          direction: 'lent',
          first: run.from,
          last: run.to,
          otherInstall: to,
          opId,
          content,
        }),
      label: { numbers: count, first, last },
      result: { content, first, last, count },
    })
  })
  if (!applied.ok) return applied
  context.emit('changed', { shipments: [], lists: true })
  return ok(applied.value.result)
}

/** Takes over another desk's numbers as a block of its own. */
export const acceptLease: Handler<'block.accept'> = async (context, { opId, file, carrierId }) => {
  const offered = context.tokens.get(file)
  if (!offered) return fail({ kind: 'token-unknown' })
  const { name: fileName } = offered
  const text = await readText(offered.path)
  if (text === null) return fail({ kind: 'lease-refused', fileName, reason: 'not-a-lease' })
  return acceptLeaseText(context, { opId, text, fileName, carrierId })
}

interface LeaseText {
  opId: string
  text: string
  fileName: string
  carrierId?: number | undefined
}

export function acceptLeaseText(
  context: CommandContext,
  { opId, text, fileName, carrierId }: LeaseText,
): Result<AcceptedLease, CallProblem> {
  const refuse = (reason: LeaseRefusal) => fail({ kind: 'lease-refused', fileName, reason } as const)
  const read = readLease(text)
  if (!read.ok) return refuse(read.problem)
  const lease = read.value
  const { store } = context
  const request = { ...toRequest(context, opId, 'block-accept', {}), isReversible: false }
  const applied = applyChange<AcceptedLease, CallProblem>(store, request, () => {
    const lock = getDrawLock(store)
    if (lock) return fail({ kind: 'drawing-locked', lock })
    const reason = getRefusal(store, lease)
    if (reason) return refuse(reason)
    const carrier = findCarrier(store, lease, carrierId)
    if (!carrier) return fail({ kind: 'carrier-unknown', name: lease.carrier })
    const { prefix, width, first, last, increment, checkMethod } = lease
    const range = { carrierId: carrier.id, prefix, width, first, last, increment, checkMethod }
    const problem = checkBlock(store, range, 'lent')
    if (problem) return fail(problem)
    const highest = store.ledger.getHighest(range)
    const next = highest === null ? first : getSeqBehind(range, highest)
    if (next > last) return refuse('accepted-before')
    const id = takeRowIds(store, 'block', 1)
    const [from, to] = [formatProNumber(lease, first), formatProNumber(lease, last)]
    const count = countNew({ ...range, next: first })
    const usable = countUsable(store, { ...range, id, next })
    return ok({
      patch: toInsert('block', id, { ...range, position: getLastPosition(store, carrier.id) + 1, next }),
      writeRecords: () =>
        insertLease(store, {
          leaseId: lease.leaseId,
          blockId: id,
          direction: 'borrowed',
          first,
          last,
          otherInstall: lease.from,
          opId,
          content: text,
        }),
      label: { first: from, last: to },
      result: { blockId: id, carrier: carrier.name, first: from, last: to, usable, count },
    })
  })
  if (!applied.ok) return applied
  context.index.refresh('all')
  context.emit('changed', { shipments: 'all', lists: true })
  return ok(applied.value.result)
}

function countUsable(store: Store, block: NumberRange & { id: number; next: number }): number {
  const taken = readTakenNumbers(store, [block])
  let usable = 0
  for (let seq = block.next; seq <= block.last; seq += block.increment)
    if (!taken.has(formatProNumber(block, seq))) usable += 1
  return usable
}

const mostBytes = 100_000

/** Null for what is far too large or cannot be read. */
async function readText(file: string): Promise<string | null> {
  try {
    return (await stat(file)).size > mostBytes ? null : await readFile(file, 'utf8')
  } catch (error) {
    if (getErrorCode(error) === null) throw error
    return null
  }
}

function getRefusal(store: Store, lease: SignedLease): LeaseRefusal | null {
  if (lease.from === store.install.id) return 'own'
  if (lease.to === null) return 'no-desk'
  if (lease.to !== store.install.id) return 'other-desk'
  return getLeases(store).some(({ leaseId }) => leaseId === lease.leaseId) ? 'accepted-before' : null
}

function findCarrier(store: Store, lease: SignedLease, carrierId: number | undefined): Carrier | undefined {
  const carriers = getCarriers(store)
  if (carrierId !== undefined) return carriers.find(({ id }) => id === carrierId)
  const scac = lease.scac
  return (
    carriers.find(({ name }) => name === lease.carrier) ??
    carriers.find((carrier) => scac !== null && carrier.scac === scac)
  )
}
