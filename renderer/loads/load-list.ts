import { create } from 'zustand'
import { onWorkspaceChange } from '../shell/workspace.ts'
import type { LoadFilter } from './load-filter.ts'

interface LoadList {
  filter: LoadFilter
  /** Loads before today too. */
  showsPast: boolean
  /** Edited since the filter was chosen: they stay in the list until it is applied again. */
  keptIds: ReadonlySet<number>
  /** The load with the cursor. */
  activeId: number | null
}

const start: LoadList = { filter: 'all', showsPast: false, keptIds: new Set(), activeId: null }

/** What of the list of loads outlives the screen. */
export const useLoadList = create<LoadList>(() => start)

onWorkspaceChange(() => useLoadList.setState(start))

export const setLoadFilter = (filter: LoadFilter): void =>
  useLoadList.setState({ filter, keptIds: start.keptIds })

/** Those that no longer belong to the filter go. */
export const applyLoadFilter = (): void => useLoadList.setState({ keptIds: start.keptIds })

export const keepLoad = (id: number): void =>
  useLoadList.setState(({ keptIds }) => ({ keptIds: new Set([...keptIds, id]) }))
