import { getClients } from '../../db/client.ts'
import { checkClients } from '../../shared/domain/missing-rate.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const runCheck: Handler<'check.run'> = ({ store, index }, { client }) => {
  if (client === undefined) return ok(checkClients(index.all()))
  const known = getClients(store).find((candidate) => candidate.name === client)
  if (!known) return fail({ kind: 'client-unknown', name: client })
  const { totals } = checkClients(index.select({ clients: [client] }))
  const own = { ...totals, clientId: known.id, client }
  return ok({ clients: [own], totals: own })
}
