import { create } from 'zustand'
import { isOptionalColumn, optionalColumnIds, type OptionalColumnId } from './shipment-column-ids.ts'

const storageKey = 'tailboard.columns.shipments'
const firstShown: readonly OptionalColumnId[] = ['closes', 'eta', 'appointment', 'created']

function readKept(): readonly OptionalColumnId[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    return Array.isArray(kept) ? kept.filter(isOptionalColumn) : firstShown
  } catch {
    return firstShown
  }
}

/** Which of the optional columns the user has in the grid. */
export const useShownColumns = create<{ shown: readonly OptionalColumnId[] }>(() => ({ shown: readKept() }))

export function setShownColumn(columnId: OptionalColumnId, isShown: boolean): void {
  const { shown } = useShownColumns.getState()
  const wanted = optionalColumnIds.filter((id) => (id === columnId ? isShown : shown.includes(id)))
  localStorage.setItem(storageKey, JSON.stringify(wanted))
  useShownColumns.setState({ shown: wanted })
}
