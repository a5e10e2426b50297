import { getClients } from '../../db/client.ts'
import type { ClosingShipment } from '../../shared/contract/outputs.ts'
import { checkClients } from '../../shared/domain/missing-rate.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { getRulePack } from '../engine/rulebook.ts'
import { judgeAll } from '../engine/shipment-index.ts'
import type { IndexedShipment } from '../engine/shipment-row.ts'
import { checkClock } from './check-clock.ts'

/** By today's rules, or by those of another day: nothing that is shown or exported follows that. */
export const runCheck: Handler<'check.run'> = (context, { client, on }) => {
  const { store, index } = context
  const known = client === undefined ? null : getClients(store).find((candidate) => candidate.name === client)
  if (known === undefined) return fail({ kind: 'client-unknown', name: client! })
  const all = on === undefined ? [...index.all()] : [...judgeAll(store, on).values()]
  const rows = known ? all.filter((row) => row.clientId === known.id) : all
  const { clients, totals } = checkClients(rows)
  const own = known && { ...totals, clientId: known.id, client: known.name }
  return ok({
    clients: own ? [own] : clients,
    totals: own ?? totals,
    closing: listClosing(rows),
    judgedBy: { packId: getRulePack(store).id, day: on ?? index.day },
    clock: on === undefined ? checkClock(context) : null,
  })
}

const farAway = Number.MAX_SAFE_INTEGER

const listClosing = (rows: readonly IndexedShipment[]): ClosingShipment[] =>
  rows
    .filter(
      ({ status, clock, dueCheck }) => status !== 'exempt' && (clock.level !== null || dueCheck !== null),
    )
    .map(({ fbaId, client, clock, dueCheck }) => ({ fbaId, client, clock, dueCheck }))
    .toSorted((a, b) => (a.clock.daysLeft ?? farAway) - (b.clock.daysLeft ?? farAway))
