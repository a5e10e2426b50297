import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import { ruleTests } from '../../shared/domain/rule-pack/rule-tests.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { CellState } from '../grid/grid-types.ts'
import type { ShipmentColumnId } from './shipment-column-ids.ts'

/** The cell that has to be filled or mended. */
const places: Record<ReadinessReason, ShipmentColumnId> = {
  'mode-unknown': 'mode',
  'marketplace-unknown': 'fc',
  'carrier-missing': 'carrier',
  'carrier-inactive': 'carrier',
  'carrier-against-mode': 'carrier',
  'pro-missing': 'pro',
  'pro-outside-limits': 'pro',
  'pro-on-parcel': 'pro',
  'pro-on-awd': 'pro',
  'pro-repeated': 'pro',
  'pro-is-isa': 'pro',
  'pro-is-shipment-id': 'pro',
  'pro-is-box-id': 'pro',
  'pro-is-container': 'pro',
  'pro-is-reference-id': 'pro',
  'pro-is-tracking-id': 'pro',
  'pro-looks-like-container': 'pro',
  'pro-format': 'pro',
  'pro-check-digit': 'pro',
  'pro-outside-blocks': 'pro',
  'pro-unlikely': 'pro',
  'pro-not-for-carrier-central': 'pro',
  'pro-not-for-mws': 'pro',
  'bol-not-for-carrier-central': 'fbaId',
  'boxes-missing': 'boxes',
  'box-id-missing': 'boxes',
  'box-count-differs': 'boxes',
  'boxes-over-limit': 'boxes',
  'box-too-heavy': 'weight',
  'box-is-heavy': 'weight',
  'tracking-missing': 'paired',
  'tracking-outside-limits': 'paired',
  'tracking-unusual': 'paired',
  'tracking-check-digit': 'paired',
  'tracking-other-format': 'paired',
  'tracking-repeated': 'paired',
  'pallet-too-heavy': 'weight',
  'pallets-exceed-boxes': 'boxes',
  'freight-too-light': 'weight',
  'window-missing': 'fbaId',
  'window-too-long': 'fbaId',
  'appointment-missing': 'isa',
  'isa-shape': 'isa',
  'reference-shape': 'fbaId',
  'fc-unknown': 'fc',
  'dead-shipment': 'fbaId',
  'closed-by-clock': 'fbaId',
  'closes-soon': 'fbaId',
  'not-found': 'fbaId',
  'not-verified': 'fbaId',
  'gone-from-file': 'fbaId',
  'programme-exempt': 'fbaId',
  replaced: 'fbaId',
}

export const getReasonsOf = (row: ShipmentView, columnId: ShipmentColumnId): ReadinessReason[] =>
  row.reasons.filter((reason) => places[reason] === columnId)

export const getWarningsOf = (row: ShipmentView, columnId: ShipmentColumnId): ReadinessReason[] =>
  row.warnings.filter((reason) => places[reason] === columnId)

export function getProblemState(row: ShipmentView, columnId: ShipmentColumnId): CellState | undefined {
  const reasons = getReasonsOf(row, columnId)
  if (reasons.length === 0) return undefined
  return reasons.every((reason) => ruleTests[reason].isGap) ? 'gap' : 'error'
}
