import { checkClients } from '../../shared/domain/missing-rate.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const runCheck: Handler<'check.run'> = ({ index }, { client }) => {
  const all = checkClients(index.all())
  if (client === undefined) return ok(all)
  const found = all.clients.find((candidate) => candidate.client === client)
  return found ? ok({ clients: [found], totals: found }) : fail({ kind: 'client-unknown', name: client })
}
