import { filterShipments, type ShipmentFacets, type ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { ShipmentStatus } from '../../shared/domain/readiness.ts'
import { getShipmentFilter, type ShipmentConditions, type ShipmentScope } from '../shell/shipment-scope.ts'

/** The lists at the left, top to bottom; statuses are the tabs above the grid. */
export const facetNames = ['clients', 'reasons', 'clocks', 'fcs', 'modes', 'carriers'] as const
export type FacetName = (typeof facetNames)[number]

export function chooseValues(
  conditions: ShipmentConditions,
  name: FacetName,
  values: readonly string[],
): ShipmentConditions {
  const { [name]: _, ...others } = conditions
  return values.length === 0 ? others : { ...others, [name]: values }
}

export const viewNames = ['all', 'incomplete', 'error', 'ready', 'exported', 'changed'] as const
export type ViewName = (typeof viewNames)[number]

export function getView({ statuses }: ShipmentConditions): ViewName | null {
  if (!statuses || statuses.length === 0) return 'all'
  const [status] = statuses
  return statuses.length === 1 && status !== undefined && status !== 'exempt' ? status : null
}

export function withView(conditions: ShipmentConditions, view: ViewName): ShipmentConditions {
  const { statuses: _, ...others } = conditions
  return view === 'all' ? others : { ...others, statuses: [view satisfies ShipmentStatus] }
}

export const countInView = ({ statuses }: ShipmentFacets, view: ViewName): number =>
  statuses.reduce((sum, { value, count }) => (view === 'all' || value === view ? sum + count : sum), 0)

/** The facet's values with their counts; a chosen value stays in the list even when nothing is left of it. */
export function getFacetRows(
  facets: ShipmentFacets,
  conditions: ShipmentConditions,
  name: FacetName,
): { value: string; count: number; isChosen: boolean }[] {
  const counted = facets[name]
  const chosen: readonly string[] = conditions[name] ?? []
  const empty = chosen.filter((value) => counted.every((facet) => facet.value !== value))
  return [...counted, ...empty.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    count,
    isChosen: chosen.includes(value),
  }))
}

/** Whether a row that was mended still belongs to the list. A list by id is settled and cannot be left. */
export function isStillWanted(row: ShipmentView, scope: ShipmentScope): boolean {
  const { ids: _, ...filter } = getShipmentFilter(scope)
  return filterShipments([row], filter).length > 0
}
