import { getClients } from '../../db/client.ts'
import type { ClosingShipment } from '../../shared/contract/outputs.ts'
import { checkClients } from '../../shared/domain/missing-rate.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import type { IndexedShipment } from '../engine/shipment-index.ts'

export const runCheck: Handler<'check.run'> = ({ store, index }, { client }) => {
  if (client === undefined) return ok({ ...checkClients(index.all()), closing: listClosing(index.all()) })
  const known = getClients(store).find((candidate) => candidate.name === client)
  if (!known) return fail({ kind: 'client-unknown', name: client })
  const rows = index.select({ clients: [client] })
  const { totals } = checkClients(rows)
  const own = { ...totals, clientId: known.id, client }
  return ok({ clients: [own], totals: own, closing: listClosing(rows) })
}

const farAway = Number.MAX_SAFE_INTEGER

const listClosing = (rows: Iterable<IndexedShipment>): ClosingShipment[] =>
  [...rows]
    .filter(
      ({ status, clock, dueCheck }) => status !== 'exempt' && (clock.level !== null || dueCheck !== null),
    )
    .map(({ fbaId, client, clock, dueCheck }) => ({ fbaId, client, clock, dueCheck }))
    .toSorted((a, b) => (a.clock.daysLeft ?? farAway) - (b.clock.daysLeft ?? farAway))
