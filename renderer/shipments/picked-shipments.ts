import { useEffect, useState } from 'react'
import type { GridSelection } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { useStatusParts } from '../shell/status-line.ts'
import { getTickedIds, shipmentRows, useShipmentList } from './shipment-rows.ts'

/** Ticked rows; else those of a selection over several rows. One cell with the cursor in it selects nothing. */
export function getPickedIds(selection: GridSelection | undefined): readonly number[] {
  const ticked = getTickedIds(useShipmentList.getState().ticks)
  if (ticked.length > 0 || !selection) return ticked
  const { firstRow, lastRow } = selection
  return lastRow > firstRow ? shipmentRows.getShownIds().slice(firstRow, lastRow + 1) : []
}

/** Announces the picked rows to the tools of every screen. */
export function announcePicked(selection: GridSelection | undefined): void {
  const pickedIds = getPickedIds(selection)
  const before = useShipmentScope.getState().pickedIds
  if (pickedIds.length > 0 || before.length > 0) useShipmentScope.setState({ pickedIds })
}

interface Sums {
  rows: number
  boxes: number
  weightKg: number
}

/** A drag over the grid should not ask at every step. */
const askAfterMs = 100
/** The contract's limit for a filter by id. */
const mostIds = 50_000

function usePickedSums(): Sums | null {
  const pickedIds = useShipmentScope((scope) => scope.pickedIds)
  const facets = useShipmentList((list) => list.facets)
  const [sums, setSums] = useState<Sums | null>(null)
  useEffect(() => {
    if (pickedIds.length === 0 || pickedIds.length > mostIds) {
      setSums(null)
      return undefined
    }
    const load = async () => {
      const answer = await call('shipment.facets', { filter: { ids: [...pickedIds] } })
      if (!answer.ok) return
      const { total, boxes, weightKg } = answer.value
      if (useShipmentScope.getState().pickedIds === pickedIds) setSums({ rows: total, boxes, weightKg })
    }
    const timer = setTimeout(() => void load(), askAfterMs)
    return () => clearTimeout(timer)
  }, [pickedIds, facets])
  return sums
}

/** Selection and its sums at the left of the status line; without one, those of the filter. */
export function useSelectionStatus(): void {
  const t = useT()
  const { number } = useFormats()
  const facets = useShipmentList((list) => list.facets)
  const picked = usePickedSums()
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
