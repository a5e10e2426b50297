import { create } from 'zustand'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { ShipmentSort } from '../../shared/domain/shipment-list.ts'
import { getBridge } from '../api.ts'
import { noTicks, type RowTicks, setTicks } from '../grid/grid-ticks.ts'
import { ask } from '../shell/ask.ts'
import { getShipmentFilter, useShipmentScope } from '../shell/shipment-scope.ts'
import { onWorkspaceChange } from '../shell/workspace.ts'
import { FrozenShipments } from './frozen-shipments.ts'

/** Part of the list shown alone for a while, such as the conflicts of a preview. */
export interface Narrowing {
  label: string
  ids: ReadonlySet<number>
}

interface ShipmentList {
  /** Counts and sums of what the filter finds now; null until first read. */
  facets: CallOutput<'shipment.facets'> | null
  sort: ShipmentSort | null
  ticks: RowTicks
  narrowing: Narrowing | null
  /** Whether the list that stands still is no longer what the filter finds. */
  isOutdated: boolean
}

const emptyList: ShipmentList = {
  facets: null,
  sort: null,
  ticks: noTicks,
  narrowing: null,
  isOutdated: false,
}

export const useShipmentList = create<ShipmentList>(() => emptyList)

export const shipmentRows = new FrozenShipments(
  async (ids) => {
    const answer = await ask('shipment.page', {
      filter: { ids: [...ids] },
      sort: null,
      offset: 0,
      limit: ids.length,
    })
    if (!answer.ok) throw new Error(`shipments not read: ${answer.problem.kind}`)
    return answer.value.rows
  },
  () => void applyFilter(),
)

let newestRead = 0

onWorkspaceChange(() => {
  newestRead += 1
  shipmentRows.forget()
  useShipmentList.setState(emptyList)
})

/** Settles the list anew: after another filter or order, and on F5. */
export async function applyFilter(): Promise<void> {
  newestRead += 1
  const read = newestRead
  const filter = getShipmentFilter(useShipmentScope.getState())
  const [listed, facets] = await Promise.all([
    ask('shipment.ids', { filter, sort: useShipmentList.getState().sort }),
    ask('shipment.facets', { filter }),
  ])
  if (read !== newestRead || !listed.ok || !facets.ok) return
  shipmentRows.setList(listed.value.ids)
  useShipmentList.setState(({ ticks }) => ({
    facets: facets.value,
    narrowing: null,
    isOutdated: false,
    ticks: keepListed(ticks, listed.value.ids),
  }))
}

/** A tick on a row that has left the list would be acted on unseen. */
function keepListed(ticks: RowTicks, ids: readonly number[]): RowTicks {
  if (ticks.mode === 'allBut') return noTicks
  const keys = ids.map(String).filter((key) => ticks.keys.has(key))
  return setTicks(noTicks, keys, true)
}

export const setSort = (sort: ShipmentSort | null): void => {
  useShipmentList.setState({ sort })
  void applyFilter()
}

export const setShipmentTicks = (ticks: RowTicks): void => useShipmentList.setState({ ticks })

export function narrowList(narrowing: Narrowing | null): void {
  shipmentRows.narrow(narrowing?.ids ?? null)
  useShipmentList.setState({ narrowing })
}

async function followChange(ids: readonly number[] | 'all'): Promise<void> {
  const filter = getShipmentFilter(useShipmentScope.getState())
  const read = newestRead
  const [facets] = await Promise.all([
    ask('shipment.facets', { filter }),
    shipmentRows.markOutdated(ids).catch(() => undefined),
  ])
  if (read !== newestRead || !facets.ok) return
  const { listed } = shipmentRows
  if (listed.length === 0 && facets.value.total > 0) await applyFilter()
  else useShipmentList.setState({ facets: facets.value, isOutdated: facets.value.total !== listed.length })
}

/** Keeps the list in step while its screen is in view. */
export function followShipments(): () => void {
  void applyFilter()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stops = [
    getBridge().on('changed', ({ shipments }) => void followChange(shipments)),
    useShipmentScope.subscribe((scope, before) => {
      const isTyping = scope.search !== before.search
      if (!isTyping && scope.conditions === before.conditions) return
      clearTimeout(timer)
      timer = setTimeout(() => void applyFilter(), isTyping ? 120 : 0)
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}
