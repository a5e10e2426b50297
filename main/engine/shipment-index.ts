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
  /** To be judged again when somebody asks: other changes may follow before a page is looked at. */
  const changed = new Set<number>()
  const readRows = () => {
    changed.clear()
    return judgeAll(store, day)
  }
  /** Null after a change of everything. */
  let known: Map<number, IndexedShipment> | null = readRows()
  const getRows = () => {
    const rows = (known ??= readRows())
    if (changed.size > 0) judgeChanged(rows)
    return rows
  }
  const judgeChanged = (rows: Map<number, IndexedShipment>) => {
    const list = new Set(changed)
    changed.clear()
    const before = [...list].map((id) => rows.get(id))
    const numbers = judgeAgain(store, rows, [...list], day)
    const links = listBrokenLinks(before, rows)
    const others = [...rows.values()].filter(
      (row) => !list.has(row.id) && (isTouched(row, numbers) || isLinked(row, links)),
    )
    const otherIds = others.map((row) => row.id)
    if (otherIds.length > 0) judgeAgain(store, rows, otherIds, day)
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
      else for (const id of ids) changed.add(id)
    },
  }
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

/** Puts rows on their new footing; answers the appointments and tracking IDs that stand on them. */
function judgeAgain(
  store: Store,
  rows: Map<number, IndexedShipment>,
  ids: readonly number[],
  day: string,
): Set<string> {
  const numbers = new Set<string>()
  const judged = judge(store, day, ids, (trackingId) => numbers.add(trackingId))
  for (const id of ids) {
    const row = judged.get(id)
    if (row) rows.set(id, row)
    else rows.delete(id)
    if (row?.isa) numbers.add(row.isa)
  }
  return numbers
}
