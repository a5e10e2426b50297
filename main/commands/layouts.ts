import { applyChange } from '../../db/change-log.ts'
import { getClients } from '../../db/client.ts'
import { getLayouts } from '../../db/imports.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
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
  })
}

/** The next file in this layout is asked about again. */
export const forgetLayout: Handler<'layout.forget'> = (context, { opId, id }) => {
  const request = toRequest(context, opId, 'layout-forget', {})
  const applied = applyChange<null, never>(context.store, request, () =>
    ok({
      patch: { inserts: [], cells: [], removes: [{ entity: 'layout' as const, ids: [id] }] },
      result: null,
    }),
  )
  if (!applied.ok) return applied
  context.emit('changed', { shipments: [], lists: true })
  return ok(null)
}
