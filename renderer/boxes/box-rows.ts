import { create } from 'zustand'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { BoxView } from '../../shared/contract/outputs.ts'
import { getBridge } from '../api.ts'
import { ArrayRows } from '../grid/array-rows.ts'
import { PagedRows } from '../grid/paged-rows.ts'
import { ask } from '../shell/ask.ts'
import { setSearch, useShipmentScope } from '../shell/shipment-scope.ts'
import { onWorkspaceChange } from '../shell/workspace.ts'

type BoxFilter = CallInput<'box.page'>['filter']

interface BoxList {
  /** Only the boxes of these shipments; null for all. */
  shipmentIds: readonly number[] | null
  missingOnly: boolean
  /** Parcel shipments of the scope with boxes that lack a number; a truck's boxes need none of their own. */
  needing: ReadonlySet<number>
  /** Boxes of those without a number, now. */
  missing: number
  total: number
}

const emptyBoxList: BoxList = {
  shipmentIds: null,
  missingOnly: false,
  needing: new Set(),
  missing: 0,
  total: 0,
}

export const useBoxList = create<BoxList>(() => emptyBoxList)

const pageLimit = 2_000
/** A list that stands still is held in full; no dispatcher fills more boxes than this at one go. */
const mostHeld = 20_000

function getScopeFilter(): BoxFilter {
  const { shipmentIds } = useBoxList.getState()
  const search = useShipmentScope.getState().search.trim()
  return {
    ...(shipmentIds && { shipmentIds: [...shipmentIds] }),
    ...(search !== '' && { search }),
  }
}

async function loadBoxes(filter: BoxFilter, offset: number, limit: number) {
  const answer = await ask('box.page', { filter, offset, limit })
  if (!answer.ok) throw new Error(`boxes not read: ${answer.problem.kind}`)
  return answer.value
}

const loadScope = (offset: number, limit: number) => loadBoxes(getScopeFilter(), offset, limit)

/** All boxes of the scope, a page at a time. */
let allBoxes = new PagedRows<BoxView>(loadScope)
/** The boxes that lacked a number when the list was settled; each keeps its place when it gets one. */
const missingBoxes = new ArrayRows<BoxView>([])

onWorkspaceChange(() => {
  allBoxes = new PagedRows<BoxView>(loadScope)
  missingBoxes.replace([])
  useBoxList.setState(emptyBoxList)
})

export const getBoxRows = (missingOnly: boolean): PagedRows<BoxView> | ArrayRows<BoxView> =>
  missingOnly ? missingBoxes : allBoxes

async function loadUpTo(filter: BoxFilter, most: number): Promise<BoxView[]> {
  const rows: BoxView[] = []
  while (rows.length < most) {
    const page = await loadBoxes(filter, rows.length, pageLimit)
    rows.push(...page.rows)
    if (page.rows.length < pageLimit) break
  }
  return rows
}

async function getMissingFilter(): Promise<BoxFilter> {
  const { shipmentIds } = useBoxList.getState()
  const answer = await ask('shipment.ids', {
    filter: { reasons: ['tracking-missing'], ...(shipmentIds && { ids: [...shipmentIds] }) },
    sort: null,
  })
  if (!answer.ok) throw new Error(`shipments not read: ${answer.problem.kind}`)
  useBoxList.setState({ needing: new Set(answer.value.ids) })
  return { ...getScopeFilter(), shipmentIds: answer.value.ids, missingOnly: true }
}

async function countBoxes(missingFilter: BoxFilter): Promise<void> {
  const [all, missing] = await Promise.all([
    loadBoxes(getScopeFilter(), 0, 1),
    loadBoxes(missingFilter, 0, 1),
  ])
  useBoxList.setState({ total: all.total, missing: missing.total })
}

let newestRead = 0

/** Settles the list anew: after another scope or search, and on F5. */
export async function applyBoxFilter(): Promise<void> {
  newestRead += 1
  const read = newestRead
  const missingFilter = await getMissingFilter()
  const counted = countBoxes(missingFilter)
  if (useBoxList.getState().missingOnly) {
    const rows = await loadUpTo(missingFilter, mostHeld)
    if (read === newestRead) missingBoxes.replace(rows)
  } else await allBoxes.replace(loadScope)
  await counted
}

export function setMissingOnly(missingOnly: boolean): Promise<void> {
  useBoxList.setState({ missingOnly })
  return applyBoxFilter()
}

export function setShipmentScope(shipmentIds: readonly number[] | null): Promise<void> {
  useBoxList.setState({ shipmentIds })
  return applyBoxFilter()
}

/** Reads the rows in hand again, in place. */
async function refreshMissing(changed: readonly number[] | 'all'): Promise<void> {
  const held = await missingBoxes.loadRows(0, missingBoxes.total - 1)
  const ids = new Set(held.map((row) => row.shipmentId))
  const shipmentIds = changed === 'all' ? [...ids] : changed.filter((id) => ids.has(id))
  if (shipmentIds.length === 0) return
  const fresh = await loadUpTo({ shipmentIds }, Number.POSITIVE_INFINITY)
  const freshById = new Map(fresh.map((row) => [row.id, row]))
  missingBoxes.replace(held.map((row) => freshById.get(row.id) ?? row))
}

export async function refreshBoxes(changed: readonly number[] | 'all'): Promise<void> {
  const counted = getMissingFilter().then(countBoxes)
  await (useBoxList.getState().missingOnly ? refreshMissing(changed) : allBoxes.refresh())
  await counted
}

/** What failed has been said; the rows stay as they were. */
const reported = (): void => undefined

/** Keeps the list in step while its screen is in view and nothing covers it. */
export function followBoxes(isCovered: () => boolean): () => void {
  const { pickedIds, search } = useShipmentScope.getState()
  // What was looked for among shipments has done its work once some of what was found is picked.
  if (pickedIds.length > 0 && search !== '') setSearch('')
  setShipmentScope(pickedIds.length > 0 ? pickedIds : null).catch(reported)
  let timer: ReturnType<typeof setTimeout> | undefined
  const stops = [
    getBridge().on('changed', ({ shipments }) => {
      if (!isCovered()) void refreshBoxes(shipments).catch(reported)
    }),
    useShipmentScope.subscribe((scope, before) => {
      if (scope.search === before.search) return
      clearTimeout(timer)
      timer = setTimeout(() => void applyBoxFilter().catch(reported), 120)
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}
