import { applyChange } from '../../db/change-log.ts'
import { getCarrierRules, getCarriers } from '../../db/carrier.ts'
import { getClients } from '../../db/client.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { saveRow } from './save-row.ts'

export const listCarriers: Handler<'carrier.list'> = ({ store, index }) => {
  const shipments = new Map<number, number>()
  for (const row of index.all())
    if (row.carrierId !== null) shipments.set(row.carrierId, (shipments.get(row.carrierId) ?? 0) + 1)
  return ok({
    carriers: getCarriers(store).map((carrier) => ({
      ...carrier,
      shipments: shipments.get(carrier.id) ?? 0,
    })),
  })
}

export const saveCarrier: Handler<'carrier.save'> = (context, { opId, id, ...values }) =>
  saveRow(context, {
    opId,
    entity: 'carrier',
    command: 'carrier',
    name: values.name,
    id,
    values: id === undefined ? { ...values, proPolicy: values.proPolicy ?? 'per_shipment' } : values,
    getExisting: (store, rowId) => getCarriers(store).find((carrier) => carrier.id === rowId),
    check(store) {
      const wanted = values.name.toUpperCase()
      const other = getCarriers(store).find((carrier) => carrier.name.toUpperCase() === wanted)
      return other && other.id !== id ? { kind: 'name-taken', name: values.name } : null
    },
  })

export const listRules: Handler<'rule.list'> = ({ store }) => {
  const clients = new Map(getClients(store).map((client) => [client.id, client.name]))
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  return ok({
    rules: getCarrierRules(store).map((rule) => ({
      id: rule.id,
      client: rule.clientId === null ? null : clients.get(rule.clientId)!,
      fc: rule.fc,
      amazonMode: rule.amazonMode,
      carrier: carriers.get(rule.carrierId)!,
    })),
  })
}

/** A new rule stands behind those there are. */
export const addRule: Handler<'rule.add'> = (context, { opId, ...values }) => {
  const position = (getCarrierRules(context.store).at(-1)?.position ?? 0) + 1
  return saveRow(context, {
    opId,
    entity: 'rule',
    command: 'rule',
    name: values.fc ?? values.amazonMode ?? '*',
    id: undefined,
    values: { ...values, position },
    getExisting: () => undefined,
    check(store) {
      const { carrierId, clientId } = values
      if (!getCarriers(store).some((carrier) => carrier.id === carrierId))
        return { kind: 'carrier-unknown', name: String(carrierId) }
      const isKnown = clientId === null || getClients(store).some((client) => client.id === clientId)
      return isKnown ? null : { kind: 'client-unknown', name: String(clientId) }
    },
  })
}

export const removeRule: Handler<'rule.remove'> = (context, { opId, id }) => {
  const request = toRequest(context, opId, 'rule-remove', {})
  const applied = applyChange<null, never>(context.store, request, () =>
    ok({
      patch: { inserts: [], cells: [], removes: [{ entity: 'rule' as const, ids: [id] }] },
      result: null,
    }),
  )
  if (!applied.ok) return applied
  context.emit('changed', { shipments: [], lists: true })
  return ok(null)
}
