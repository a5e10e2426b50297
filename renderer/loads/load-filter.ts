import type { LoadView } from '../../shared/contract/outputs.ts'
import { isOpenProblem } from '../../shared/domain/judge-load.ts'

export const loadFilters = ['all', 'problems', 'vehicle', 'driver', 'appointment'] as const
export type LoadFilter = (typeof loadFilters)[number]

export const hasOpenProblem = ({ problems }: Pick<LoadView, 'problems'>): boolean =>
  problems.some(isOpenProblem)

/** With a problem nobody let through, or without the thing; an appointment is its number and its time. */
export function isLoadIn(load: LoadView, filter: LoadFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'problems':
      return hasOpenProblem(load)
    case 'vehicle':
      return load.vehicleId === null
    case 'driver':
      return load.driverId === null
    default:
      return load.isa === null || load.appointmentAt === null
  }
}

/** Those of the filter, and the ones that were mended since it was chosen: they keep their places. */
export const filterLoads = (
  loads: readonly LoadView[],
  filter: LoadFilter,
  keptIds: ReadonlySet<number>,
): LoadView[] => loads.filter((load) => isLoadIn(load, filter) || keptIds.has(load.id))

export const countLoads = (loads: readonly LoadView[], filter: LoadFilter): number =>
  loads.filter((load) => isLoadIn(load, filter)).length
