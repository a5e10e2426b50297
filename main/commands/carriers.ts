import { getCarriers } from '../../db/carrier.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
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
