import { create } from 'zustand'
import type { ShipmentFilter } from '../../shared/domain/shipment-list.ts'
import { goTo } from './navigation.ts'
import { onWorkspaceChange } from './workspace.ts'

/** The conditions picked from lists; the text to look for is kept apart, since Boxes looks for it too. */
export type ShipmentConditions = Omit<ShipmentFilter, 'search'>

export interface ShipmentScope {
  conditions: ShipmentConditions
  search: string
  /** Shipments ticked or selected in the list, in its order; empty when there are none. */
  pickedIds: readonly number[]
}

/** Which shipments the tools of every screen are about. */
export const useShipmentScope = create<ShipmentScope>(() => ({ conditions: {}, search: '', pickedIds: [] }))

export const getShipmentFilter = ({ conditions, search }: ShipmentScope): ShipmentFilter =>
  search.trim() === '' ? conditions : { ...conditions, search }

onWorkspaceChange(() => useShipmentScope.setState({ conditions: {}, search: '', pickedIds: [] }))

export const setConditions = (conditions: ShipmentConditions): void =>
  useShipmentScope.setState({ conditions })

export const setSearch = (search: string): void => useShipmentScope.setState({ search })

export const clearFilter = (): void => useShipmentScope.setState({ conditions: {}, search: '' })

/** Opens the list of shipments on exactly these. */
export function showShipments(conditions: ShipmentConditions): void {
  useShipmentScope.setState({ conditions, search: '' })
  goTo('shipments')
}
