import { getCellOrigins, getRowOrigin } from '../../db/history.ts'
import { getShipmentsById } from '../../db/shipment.ts'
import { formatPlace } from '../../shared/domain/sheet/raw-cell.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

/** Who put each value there, when, and from which cell of which file. */
export const getProvenance: Handler<'shipment.provenance'> = ({ store }, { id }) => {
  const shipment = getShipmentsById(store, [id])[0]
  if (!shipment) return ok({ cells: [] })
  const edited = getCellOrigins(store, 'shipment', id).map((cell) => ({ ...cell, source: null }))
  const editedFields = new Set(edited.map((cell) => cell.field))
  const origin = getRowOrigin(store, shipment)
  const imported = origin
    ? Object.entries(origin.columns)
        .filter(([field]) => !editedFields.has(field))
        .map(([field, column]) => ({
          field,
          who: '',
          atMs: origin.atMs,
          command: 'import',
          source: `${origin.fileName} · ${origin.sheet} · ${formatPlace(origin.isAcross, column, origin.row)}`,
        }))
    : []
  return ok({ cells: [...edited, ...imported] })
}
