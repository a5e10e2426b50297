import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { CellState } from '../grid/grid-types.ts'
import type { ShipmentColumnId } from './shipment-column-ids.ts'

/** The cell that has to be filled or mended, and whether it is only missing. */
const places: Record<ReadinessReason, { columnId: ShipmentColumnId; state: 'error' | 'gap' }> = {
  'mode-unknown': { columnId: 'mode', state: 'gap' },
  'carrier-missing': { columnId: 'carrier', state: 'gap' },
  'carrier-inactive': { columnId: 'carrier', state: 'error' },
  'carrier-against-mode': { columnId: 'carrier', state: 'error' },
  'pro-missing': { columnId: 'pro', state: 'gap' },
  'pro-outside-limits': { columnId: 'pro', state: 'error' },
  'pro-on-parcel': { columnId: 'pro', state: 'error' },
  'pro-is-stand-in': { columnId: 'pro', state: 'error' },
  'boxes-missing': { columnId: 'boxes', state: 'gap' },
  'box-id-missing': { columnId: 'boxes', state: 'gap' },
  'box-count-differs': { columnId: 'boxes', state: 'error' },
  'tracking-missing': { columnId: 'paired', state: 'gap' },
  'tracking-outside-limits': { columnId: 'paired', state: 'error' },
  'tracking-check-digit': { columnId: 'paired', state: 'error' },
  'tracking-repeated': { columnId: 'paired', state: 'error' },
  'dead-shipment': { columnId: 'fbaId', state: 'error' },
  'gone-from-file': { columnId: 'fbaId', state: 'error' },
}

export const getReasonsOf = (row: ShipmentView, columnId: ShipmentColumnId): ReadinessReason[] =>
  row.reasons.filter((reason) => places[reason].columnId === columnId)

export function getProblemState(row: ShipmentView, columnId: ShipmentColumnId): CellState | undefined {
  const states = getReasonsOf(row, columnId).map((reason) => places[reason].state)
  return states.includes('error') ? 'error' : states[0]
}
