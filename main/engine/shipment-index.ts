import { getExportFingerprints } from '../../db/export-record.ts'
import { getShipmentsById } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import { filterShipments, type ShipmentFilter } from '../../shared/domain/shipment-list.ts'
import { gatherFacts, type GatheredFacts } from './gather-facts.ts'
import { getRulebook } from './rulebook.ts'
import { makeShipmentRow, type IndexedShipment } from './shipment-row.ts'
import { createShipmentLinks, type ShipmentLinks } from './shipment-links.ts'

/** Every shipment with its judgement, kept in memory: 20,000 rows filter, sort and count in milliseconds. */
export interface ShipmentIndex {
  all(): Iterable<IndexedShipment>
  /** Those that a filter leaves, in no particular order. */
  select(filter: ShipmentFilter): IndexedShipment[]
  get(id: number): IndexedShipment | undefined
  count(): number
  /** What the rules look at for each of these, read from the store as it is now. */
  gatherFacts(ids: readonly number[]): GatheredFacts[]
  /** The day whose rules judge; of another day than before, all are judged again when next asked for. */
  judgeBy(day: string): void
  readonly day: string
  /** These, with those they speak of, are read and judged again when anything is next asked for; `all` after a change of carriers or clients. */
  refresh(ids: Iterable<number> | 'all'): void
}

export function createShipmentIndex(store: Store, firstDay: string): ShipmentIndex {
  let day = firstDay
  /** Null after a change of everything, until somebody asks: others may follow before a page is looked at. */
  let links = createShipmentLinks()
  const changed = new Set<number>()
  const readRows = () => {
    changed.clear()
    links = createShipmentLinks()
    return judge(store, links, day, 'all')
  }
  let known: Map<number, IndexedShipment> | null = readRows()
  const getRows = () => {
    const rows = (known ??= readRows())
    if (changed.size > 0) judgeChanged(rows)
    return rows
  }
  const judgeChanged = (rows: Map<number, IndexedShipment>) => {
    const named = [...changed]
    changed.clear()
    const list = links.update(named, getShipmentsById(store, named))
    const numbers = judgeAgain(store, links, rows, [...list], day)
    const others = [...rows.values()].filter((row) => !list.has(row.id) && isTouched(row, numbers))
    const otherIds = others.map((row) => row.id)
    if (otherIds.length > 0) judgeAgain(store, links, rows, otherIds, day)
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
    gatherFacts(ids) {
      getRows()
      return gatherFacts(store, links, day, ids)
    },
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

/** Every shipment judged by the rules of a day. */
export const judgeAll = (store: Store, day: string): Map<number, IndexedShipment> =>
  judge(store, createShipmentLinks(), day, 'all')

function judge(
  store: Store,
  links: ShipmentLinks,
  day: string,
  ids: readonly number[] | 'all',
  onTracking?: (trackingId: string) => void,
): Map<number, IndexedShipment> {
  const rulebook = getRulebook(store, day)
  const named = ids === 'all' ? undefined : ids
  const fingerprints = getExportFingerprints(store, named)
  const rows = new Map<number, IndexedShipment>()
  for (const facts of gatherFacts(store, links, day, ids, onTracking)) {
    const { id } = facts.shipment
    rows.set(id, makeShipmentRow(store, facts, rulebook, fingerprints.get(id), links.getChain(id)))
  }
  return rows
}

/** Puts rows on their new footing; answers the appointments and tracking IDs that stand on them. */
function judgeAgain(
  store: Store,
  links: ShipmentLinks,
  rows: Map<number, IndexedShipment>,
  ids: readonly number[],
  day: string,
): Set<string> {
  const numbers = new Set<string>()
  const judged = judge(store, links, day, ids, (trackingId) => numbers.add(trackingId))
  for (const id of ids) {
    const row = judged.get(id)
    if (row) rows.set(id, row)
    else rows.delete(id)
    if (row?.isa) numbers.add(row.isa)
  }
  return numbers
}
