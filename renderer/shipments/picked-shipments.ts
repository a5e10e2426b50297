import { create } from 'zustand'
import { isRowTicked, type RowTicks } from '../grid/grid-ticks.ts'
import type { GridSelection } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { useStatusParts } from '../shell/status-line.ts'
import { shipmentRows, useShipmentList } from './shipment-rows.ts'

/** Ticked rows; else those of a selection over several rows. One cell with the cursor in it selects nothing. */
function getPickedIds(selection: GridSelection | undefined, ticks: RowTicks): readonly number[] {
  const shown = shipmentRows.getShownIds()
  if (ticks.mode === 'allBut' || ticks.keys.size > 0)
    return shown.filter((id) => isRowTicked(ticks, String(id)))
  if (!selection || selection.lastRow <= selection.firstRow) return []
  return shown.slice(selection.firstRow, selection.lastRow + 1)
}

/** Tells the tools of every screen which rows are picked. */
export function announcePicked(selection: GridSelection | undefined, ticks: RowTicks): void {
  const pickedIds = getPickedIds(selection, ticks)
  const before = useShipmentScope.getState().pickedIds
  if (pickedIds.length > 0 || before.length > 0) useShipmentScope.setState({ pickedIds })
}

interface Sums {
  rows: number
  boxes: number
  weightKg: number
}

const usePickedSums = create<{ sums: Sums | null }>(() => ({ sums: null }))

/** A drag over the grid should not ask at every step. */
const askAfterMs = 100
/** The contract's limit for a filter by id. */
const mostIds = 50_000

async function sumPicked(): Promise<void> {
  const { pickedIds } = useShipmentScope.getState()
  if (pickedIds.length === 0 || pickedIds.length > mostIds) return
  const answer = await call('shipment.facets', { filter: { ids: [...pickedIds] } })
  if (!answer.ok || useShipmentScope.getState().pickedIds !== pickedIds) return
  const { total, boxes, weightKg } = answer.value
  usePickedSums.setState({ sums: { rows: total, boxes, weightKg } })
}

/** Keeps the sums of the picked rows in step with the selection and with what changes in the rows. */
export function followPicked(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const schedule = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void sumPicked(), askAfterMs)
  }
  const stops = [
    useShipmentScope.subscribe((scope, before) => {
      if (scope.pickedIds === before.pickedIds) return
      if (scope.pickedIds.length === 0) usePickedSums.setState({ sums: null })
      schedule()
    }),
    useShipmentList.subscribe((list, before) => {
      if (list.facets !== before.facets) schedule()
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}

/** Selection and its sums at the left of the status line; without one, those of the filter. */
export function useSelectionStatus(): void {
  const t = useT()
  const { number } = useFormats()
  const facets = useShipmentList((list) => list.facets)
  const picked = usePickedSums((state) => state.sums)
  const sums = picked ?? (facets && { rows: facets.total, boxes: facets.boxes, weightKg: facets.weightKg })
  useStatusParts(
    sums
      ? [
          t(picked ? 'common.status.selected' : 'common.status.filtered', { rows: number(sums.rows) }),
          t('common.status.boxes', { boxes: number(sums.boxes) }),
          t('common.status.weight', { kg: number(Math.round(sums.weightKg * 10) / 10) }),
        ]
      : [],
  )
}
