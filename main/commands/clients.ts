import { getClients } from '../../db/client.ts'
import { getLayouts } from '../../db/imports.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { saveRow } from './save-row.ts'

export const listClients: Handler<'client.list'> = ({ store, index }) => {
  const shipments = new Map<number, number>()
  for (const row of index.all()) shipments.set(row.clientId, (shipments.get(row.clientId) ?? 0) + 1)
  const layouts = Map.groupBy(getLayouts(store), (layout) => layout.clientId)
  const clients = getClients(store).map((client) => ({
    ...client,
    shipments: shipments.get(client.id) ?? 0,
    layouts: layouts.get(client.id)?.length ?? 0,
  }))
  return ok({ clients })
}

export const saveClient: Handler<'client.save'> = (context, { opId, id, ...values }) =>
  saveRow(context, {
    opId,
    entity: 'client',
    command: 'client',
    name: values.name,
    id,
    values,
    getExisting: (store, rowId) => getClients(store).find((client) => client.id === rowId),
    check(store) {
      const other = getClients(store).find((client) => client.name === values.name)
      return other && other.id !== id ? { kind: 'name-taken', name: values.name } : null
    },
  })
