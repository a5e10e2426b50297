import { getExportFingerprints } from '../../db/export-record.ts'
import type { Store } from '../../db/store.ts'
import { filterShipments, type ShipmentFilter } from '../../shared/domain/shipment-list.ts'
import { getArrival, type PlanArrival } from '../../shared/domain/validity-clock.ts'
import { gatherFacts } from './gather-facts.ts'
import { getRulebook } from './rulebook.ts'
import { makeShipmentRow, type IndexedShipment } from './shipment-row.ts'

/** Every shipment with its judgement, kept in memory: 20,000 rows filter, sort and count in milliseconds. */
export interface ShipmentIndex {
  all(): Iterable<IndexedShipment>
  /** Those that a filter leaves, in no particular order. */
  select(filter: ShipmentFilter): IndexedShipment[]
  get(id: number): IndexedShipment | undefined
  count(): number
  /** The day whose rules judge; of another day than before, all are judged again when next asked for. */
  judgeBy(day: string): void
  readonly day: string
  /**
   * These, with those they speak of, are read and judged again when anything is next asked for; `all` after a change of
   * carriers or clients.
   */
  refresh(ids: Iterable<number> | 'all'): void
}

export function createShipmentIndex(store: Store, firstDay: string): ShipmentIndex {
  let day = firstDay
  /** Null after a change of everything, until somebody asks: others may follow before a page is looked at. */
  let known: Map<number, IndexedShipment> | null = judgeAll(store, day)
  /** Changed since, until somebody asks. */
  const stale = new Set<number>()
  const getRows = () => {
    if (!known) known = judgeAll(store, day)
    else if (stale.size > 0) judgeStale(store, known, stale, day)
    stale.clear()
    return known
  }
  return {
    all: () => getRows().values(),
    select(filter) {
      const rows = getRows()
      const named = filter.ids?.map((id) => rows.get(id)).filter((row) => row !== undefined)
      return filterShipments(named ?? rows.values(), { ...filter, ids: undefined })
    },
    get: (id) => getRows().get(id),
    count: () => getRows().size,
    get day() {
      return day
    },
    judgeBy(wanted) {
      if (wanted !== day) known = null
      day = wanted
    },
    refresh(ids) {
      if (ids === 'all') known = null
      else for (const id of ids) stale.add(id)
    },
  }
}

/** Judges changed rows anew, and those whose PRO stands on one of them or stood there. */
function judgeStale(
  store: Store,
  rows: Map<number, IndexedShipment>,
  stale: ReadonlySet<number>,
  day: string,
): void {
  const before = [...stale].map((id) => rows.get(id))
  const others = [...rows.values()].filter((row) => !stale.has(row.id))
  const numbers = others.some((row) => row.pro !== null) ? new Set<string>() : null
  judgeAgain(store, rows, [...stale], day, numbers)
  const links = listBrokenLinks(before, rows)
  const touched = others.filter((row) => (numbers && isTouched(row, numbers)) || isLinked(row, links))
  if (touched.length === 0) return
  judgeAgain(
    store,
    rows,
    touched.map((row) => row.id),
    day,
    null,
  )
}

/** A PRO may have become what stands elsewhere, or be it no longer. */
const isTouched = ({ pro, standIn }: IndexedShipment, numbers: ReadonlySet<string>): boolean =>
  pro !== null && (numbers.has(pro) || standIn === 'isa' || standIn === 'tracking-id')

/** Plans, and FBA shipment IDs of the same goods, of which these rows say something else than before. */
function listBrokenLinks(
  before: readonly (IndexedShipment | undefined)[],
  rows: ReadonlyMap<number, IndexedShipment>,
): ReadonlySet<string> {
  const links = new Set<string>()
  for (const row of before) {
    const after = row && rows.get(row.id)
    if (row && after && isSameLink(row, after)) continue
    for (const each of [row, after]) {
      if (each?.planId != null) links.add(each.planId)
      for (const fbaId of each?.chain ?? []) links.add(fbaId)
    }
  }
  return links
}

const isSameLink = (one: IndexedShipment, other: IndexedShipment): boolean =>
  one.planId === other.planId &&
  one.fc === other.fc &&
  one.chain.join() === other.chain.join() &&
  JSON.stringify(getRowArrival(one)) === JSON.stringify(getRowArrival(other))

const getRowArrival = (row: IndexedShipment): PlanArrival =>
  getArrival({ ...row, replacedBy: row.replacedBy === null ? null : row.id })

const isLinked = (row: IndexedShipment, links: ReadonlySet<string>): boolean =>
  links.size > 0 && ((row.planId !== null && links.has(row.planId)) || links.has(row.fbaId))

/** Every shipment judged by the rules of a day. */
export const judgeAll = (store: Store, day: string): Map<number, IndexedShipment> => judge(store, day, 'all')

function judge(
  store: Store,
  day: string,
  ids: readonly number[] | 'all',
  onTracking?: (trackingId: string) => void,
): Map<number, IndexedShipment> {
  const rulebook = getRulebook(store, day)
  const named = ids === 'all' ? undefined : ids
  const fingerprints = getExportFingerprints(store, named)
  const rows = new Map<number, IndexedShipment>()
  for (const facts of gatherFacts(store, day, ids, onTracking)) {
    const { id } = facts.shipment
    rows.set(id, makeShipmentRow(store, facts, rulebook, fingerprints.get(id)))
  }
  return rows
}

/** Puts rows on their new footing; adds the appointments and tracking IDs that stand on them to `numbers`. */
function judgeAgain(
  store: Store,
  rows: Map<number, IndexedShipment>,
  ids: readonly number[],
  day: string,
  numbers: Set<string> | null,
): void {
  const judged = judge(store, day, ids, numbers ? (trackingId) => numbers.add(trackingId) : undefined)
  for (const id of ids) {
    const row = judged.get(id)
    if (row) rows.set(id, row)
    else rows.delete(id)
    if (row?.isa) numbers?.add(row.isa)
  }
}
