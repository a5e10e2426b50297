import type { RowTicks } from '../grid/grid-ticks.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { getShipmentFilter, useShipmentScope } from '../shell/shipment-scope.ts'

/** Which shipments a batch tool is about, in words: selected rows, else what is filtered, else all. */
export function describeTarget(ticks: RowTicks, count: number | null, t: Translate): string {
  if (ticks.mode === 'only') return t('shipments.target.picked', { count: ticks.keys.size })
  const isFiltered = Object.keys(getShipmentFilter(useShipmentScope.getState())).length > 0
  if (count === null) return t('common.dash')
  return t(isFiltered ? 'shipments.target.filtered' : 'shipments.target.all', { count })
}
