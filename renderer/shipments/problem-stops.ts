import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import { ask } from '../shell/ask.ts'
import { getShipmentFilter, useShipmentScope } from '../shell/shipment-scope.ts'
import { getProblemState } from './cell-problems.ts'
import type { ShipmentColumnId } from './shipment-column-ids.ts'
import { shipmentColumnIds } from './shipment-columns.tsx'
import { shipmentRows } from './shipment-rows.ts'

export interface Stop {
  rowIndex: number
  columnId: ShipmentColumnId
}

export type StopDirection = 'next' | 'back'

const getProblemColumns = (row: ShipmentView): ShipmentColumnId[] =>
  shipmentColumnIds.filter((columnId) => getProblemState(row, columnId) !== undefined)

/** The problem cell of a row after (or before) a column; from the row's edge when no column is given. */
export function findStopInRow<Id extends string>(
  columns: readonly Id[],
  order: readonly string[],
  from: string | undefined,
  direction: StopDirection,
): Id | undefined {
  const place = from === undefined ? undefined : order.indexOf(from)
  return direction === 'next'
    ? columns.find((column) => place === undefined || order.indexOf(column) > place)
    : columns.findLast((column) => place === undefined || order.indexOf(column) < place)
}

/** Row numbers to visit: from the row after (or before) this one to the end, then round from the other end. */
export function getVisitOrder(total: number, from: number, direction: StopDirection): number[] {
  const step = direction === 'next' ? 1 : -1
  return Array.from({ length: total }, (_, index) => (from + step * (index + 1) + total * 2) % total)
}

async function getIdsWithProblems(): Promise<Set<number> | null> {
  const { statuses: _, ...filter } = getShipmentFilter(useShipmentScope.getState())
  const answer = await ask('shipment.ids', {
    filter: { ...filter, statuses: ['error', 'incomplete'] },
    sort: null,
  })
  return answer.ok ? new Set(answer.value.ids) : null
}

/** The next cell that keeps a shipment from going out; null when there is none left. */
export async function findNextStop(
  at: { rowIndex: number; columnId: string },
  direction: StopDirection,
): Promise<Stop | null> {
  const here = shipmentRows.getRow(at.rowIndex)
  const inRow = here && findStopInRow(getProblemColumns(here), shipmentColumnIds, at.columnId, direction)
  if (inRow) return { rowIndex: at.rowIndex, columnId: inRow }
  const withProblems = await getIdsWithProblems()
  if (!withProblems) return null
  const rowIndex = getVisitOrder(shipmentRows.total, at.rowIndex, direction).find((index) =>
    withProblems.has(shipmentRows.getId(index)!),
  )
  if (rowIndex === undefined) return null
  const [row] = await shipmentRows.loadRows(rowIndex, rowIndex)
  const columnId = row && findStopInRow(getProblemColumns(row), shipmentColumnIds, undefined, direction)
  return columnId === undefined ? null : { rowIndex, columnId }
}
