import { ok } from '../../shared/result.ts'
import { countFacets, sortShipments } from '../../shared/domain/shipment-list.ts'
import type { Handler } from '../engine/context.ts'

export const pageShipments: Handler<'shipment.page'> = ({ index }, { filter, sort, offset, limit }) => {
  const rows = sortShipments(index.select(filter), sort)
  return ok({ total: rows.length, rows: rows.slice(offset, offset + limit) })
}

export const countShipmentFacets: Handler<'shipment.facets'> = ({ index }, { filter }) => {
  const rows = index.select(filter)
  let boxes = 0
  let weightKg = 0
  for (const row of rows) {
    boxes += row.boxes
    // The same goods weigh under their new ID.
    if (row.replacedBy === null) weightKg += row.grossWeightKg ?? 0
  }
  return ok({ ...countFacets(index.all(), filter), total: rows.length, boxes, weightKg })
}

export const listShipmentIds: Handler<'shipment.ids'> = ({ index }, { filter, sort }) =>
  ok({ ids: sortShipments(index.select(filter), sort).map((row) => row.id) })
