import { getCarriers } from '../../db/carrier.ts'
import { confirmLock } from '../../db/confirm-lock.ts'
import { getDrawLock } from '../../db/draw-lock.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { countRuns } from '../../shared/domain/block-runs.ts'
import { formatProNumber } from '../../shared/domain/pro-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { getRuns } from './numbers.ts'

export const getLedgerState: Handler<'ledger.state'> = ({ store }) => {
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  const lost = getNumberBlocks(store).flatMap((block) =>
    getRuns(store, block).lost.map((run) => ({
      carrier: carriers.get(block.carrierId)!,
      first: formatProNumber(block, run.from),
      last: formatProNumber(block, run.to),
      count: countRuns([run], block.increment),
    })),
  )
  return ok({
    lock: getDrawLock(store),
    file: store.ledger.file,
    damagedAt: store.ledger.getDamage(),
    head: store.ledger.getHead().hash,
    installId: store.install.id,
    lost,
  })
}

/** Unlocks the drawing of numbers with what the dispatcher says happened. */
export const confirmLedger: Handler<'ledger.confirm'> = (context, { opId, answer }) => {
  const confirmed = confirmLock(context.store, toRequest(context, opId, 'ledger-confirm', { answer }), answer)
  if (!confirmed.ok) return confirmed
  context.index.refresh('all')
  context.emit('changed', { shipments: 'all', lists: true })
  return ok(null)
}
