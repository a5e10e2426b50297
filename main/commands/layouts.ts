import { applyChange } from '../../db/change-log.ts'
import { getClients } from '../../db/client.ts'
import { getLayouts } from '../../db/imports.ts'
import { getTaughtHeadings } from '../../db/taught-heading.ts'
import { ok } from '../../shared/result.ts'
import type { CallAnswer } from '../../shared/contract/contract.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

export const listLayouts: Handler<'layout.list'> = ({ store }) => {
  const clients = new Map(getClients(store).map((client) => [client.id, client.name]))
  return ok({
    layouts: getLayouts(store).map((layout) => ({
      id: layout.id,
      clientId: layout.clientId,
      client: clients.get(layout.clientId)!,
      columns: Object.keys(layout.fields),
    })),
    taught: getTaughtHeadings(store).map(({ id, label, field }) => ({ id, heading: label, field })),
  })
}

/** The next file in this layout is asked about again. */
export const forgetLayout: Handler<'layout.forget'> = (context, { opId, id }) =>
  forget(context, opId, 'layout-forget', 'layout', id)

/** The heading means again what the dictionary says. */
export const forgetHeading: Handler<'layout.forgetHeading'> = (context, { opId, id }) =>
  forget(context, opId, 'heading-forget', 'heading', id)

function forget(
  context: CommandContext,
  opId: string,
  command: string,
  entity: 'layout' | 'heading',
  id: number,
): CallAnswer<'layout.forget'> {
  const request = toRequest(context, opId, command, {})
  const applied = applyChange<null, never>(context.store, request, () =>
    ok({ patch: { inserts: [], cells: [], removes: [{ entity, ids: [id] }] }, result: null }),
  )
  if (!applied.ok) return applied
  context.emit('changed', { shipments: [], lists: true })
  return ok(null)
}
