import { create } from 'zustand'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { AssignPreview } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import { allTicks, noTicks, type RowTicks, setTicks } from '../grid/grid-ticks.ts'
import { ask } from '../shell/ask.ts'
import { getShipmentFilter, useShipmentScope } from '../shell/shipment-scope.ts'
import { countReplaced } from './assign-outcome.ts'
import { narrowList, shipmentRows, useShipmentList } from './shipment-rows.ts'

/** What the sheet asks for. It outlives the sheet and the program, so that the usual run is F6, Ctrl+Enter. */
export interface AssignOptions {
  wantsCarrier: boolean
  wantsPro: boolean
  /** A carrier's name, or `auto`. */
  carrier: string
  blockId: number | null
  overwrites: boolean
}

interface AssignSheet {
  isOpen: boolean
  options: AssignOptions
  /** The rows that are in: those selected when the sheet was opened, or all that the filter finds but some. */
  ticks: RowTicks
  preview: AssignPreview | null
  /** Cells that overwriting would replace. */
  replaceable: number
  isComputing: boolean
}

const storageKey = 'tailboard.assign'

/** Overwriting is never kept: each time it is a decision of its own. */
const firstOptions: AssignOptions = {
  wantsCarrier: true,
  wantsPro: true,
  carrier: 'auto',
  blockId: null,
  overwrites: false,
}

function readKept(): AssignOptions {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<AssignOptions>
    return {
      ...firstOptions,
      wantsCarrier: kept.wantsCarrier !== false,
      wantsPro: kept.wantsPro !== false,
      carrier: typeof kept.carrier === 'string' ? kept.carrier : 'auto',
      blockId: typeof kept.blockId === 'number' ? kept.blockId : null,
    }
  } catch {
    return firstOptions
  }
}

export const useAssign = create<AssignSheet>(() => ({
  isOpen: false,
  options: readKept(),
  ticks: noTicks,
  preview: null,
  replaceable: 0,
  isComputing: false,
}))

/** Begins with the selected rows, else with all that the filter finds. */
export function openAssign(pickedIds: readonly number[]): void {
  const ticks = pickedIds.length === 0 ? allTicks : setTicks(noTicks, pickedIds.map(String), true)
  useAssign.setState({ isOpen: true, ticks, preview: null, replaceable: 0 })
}

export function closeAssign(): void {
  useAssign.setState({ isOpen: false, preview: null })
  narrowList(null)
}

export const setAssignTicks = (ticks: RowTicks): void => useAssign.setState({ ticks })

export function setAssignOptions(change: Partial<AssignOptions>): void {
  const options = { ...useAssign.getState().options, ...change }
  localStorage.setItem(storageKey, JSON.stringify(options))
  useAssign.setState({ options })
}

const toIds = (ticks: RowTicks): number[] => [...ticks.keys].map(Number)

type AssignRequest = Omit<CallInput<'assign.preview'>, 'rowLimit'>

function getRequest(): AssignRequest | null {
  const { ticks, options } = useAssign.getState()
  if (!options.wantsCarrier && !options.wantsPro) return null
  return ticks.mode === 'only'
    ? { ...options, filter: { ids: toIds(ticks) }, except: [] }
    : { ...options, filter: getShipmentFilter(useShipmentScope.getState()), except: toIds(ticks) }
}

let newestPreview = 0

/** Works out what would be written, without writing or drawing a number. */
async function previewAssign(): Promise<void> {
  newestPreview += 1
  const preview = newestPreview
  const request = getRequest()
  if (!request) {
    useAssign.setState({ preview: null, isComputing: false })
    return
  }
  useAssign.setState({ isComputing: true })
  const answer = await ask('assign.preview', request)
  if (preview !== newestPreview) return
  useAssign.setState({ isComputing: false, preview: answer.ok ? answer.value : null })
  const overwriting = request.overwrites
    ? answer
    : await ask('assign.preview', { ...request, overwrites: true })
  if (preview === newestPreview && overwriting.ok)
    useAssign.setState({ replaceable: countReplaced(overwriting.value) })
}

/** Several changes of one moment, such as a run of ticks, make one preview. */
const previewAfterMs = 40

/** Keeps the preview in step while the sheet is open. */
export function followAssign(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const schedule = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void previewAssign(), previewAfterMs)
  }
  schedule()
  const stops = [
    useAssign.subscribe((sheet, before) => {
      if (sheet.options !== before.options || sheet.ticks !== before.ticks) schedule()
    }),
    // The facets are read again after every change of the filter or of a shipment.
    useShipmentList.subscribe((list, before) => {
      if (list.facets !== before.facets) schedule()
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}

/** Writes it; the answer says what was stored. */
export async function applyAssign() {
  const request = getRequest()
  if (!request) return null
  const answer = await ask('assign.apply', { ...request, opId: newOpId() })
  if (!answer.ok) return null
  closeAssign()
  setAssignOptions({ overwrites: false })
  await shipmentRows.markOutdated('all').catch(() => undefined)
  return answer.value
}
