import { listClockFacets, type ClockFacet, type DatedView } from './dated-view.ts'
import type { ReadinessReason, ShipmentStatus } from './readiness.ts'
import type { Marketplace } from './rule-pack/marketplace.ts'
import type { AmazonMode, Programme, RoadMode } from './shipment.ts'

export interface ShipmentView extends DatedView {
  id: number
  fbaId: string
  client: string
  /** The account's, else where the FC stands. */
  marketplace: Marketplace | null
  status: ShipmentStatus
  /** Rules that keep it, that ask to look, that only say something, and that were let through with a reason. */
  reasons: ReadinessReason[]
  warnings: ReadinessReason[]
  infos: ReadinessReason[]
  letThrough: ReadinessReason[]
  fc: string | null
  referenceId: string | null
  amazonMode: AmazonMode | null
  roadMode: RoadMode | null
  programme: Programme
  boxes: number
  paired: number
  grossWeightKg: number | null
  carrierId: number | null
  carrier: string | null
  pro: string | null
  bol: string | null
  isa: string | null
  clientReference: string | null
  amazonStatus: string | null
  note: string | null
  hasTemplate: boolean
  /** Number of the load that it is on. */
  load: string | null
  isHistory: boolean
}

export interface Facet {
  value: string
  count: number
}

export interface ShipmentFacets {
  /** Each facet counts what the other facets leave. */
  clients: Facet[]
  fcs: Facet[]
  carriers: Facet[]
  modes: Facet[]
  statuses: Facet[]
  reasons: Facet[]
  /** How near to its end an ID is, and whether it has to be looked up. */
  clocks: Facet[]
}

/** Which shipments: all conditions hold; a list means one of. */
export interface ShipmentFilter {
  ids?: number[] | undefined
  /** Any of these texts in an id or number of the shipment; one a line. */
  search?: string | undefined
  clients?: string[] | undefined
  fcs?: string[] | undefined
  carriers?: string[] | undefined
  modes?: (AmazonMode | 'unknown')[] | undefined
  statuses?: ShipmentStatus[] | undefined
  reasons?: ReadinessReason[] | undefined
  clocks?: ClockFacet[] | undefined
}

export const shipmentSortKeys = [
  'fbaId',
  'status',
  'client',
  'fc',
  'mode',
  'boxes',
  'paired',
  'weight',
  'carrier',
  'pro',
  'isa',
  'created',
  'eta',
  'appointment',
  'closes',
  'load',
] as const
export interface ShipmentSort {
  key: (typeof shipmentSortKeys)[number]
  direction: 'asc' | 'desc'
}

type FacetName = keyof ShipmentFacets

/** What a facet reads of a shipment; a shipment without the value stands under ''. */
const facetValues: Record<FacetName, (row: ShipmentView) => readonly string[]> = {
  clients: (row) => [row.client],
  fcs: (row) => [row.fc ?? ''],
  carriers: (row) => [row.carrier ?? ''],
  modes: (row) => [row.amazonMode ?? 'unknown'],
  statuses: (row) => [row.status],
  reasons: (row) => [...row.reasons, ...row.warnings, ...row.letThrough],
  clocks: listClockFacets,
}
const facetNames = Object.keys(facetValues) as FacetName[]

/** What is only worth knowing is no facet, but can be asked for. */
const listSaid = (row: ShipmentView): readonly string[] => [...facetValues.reasons(row), ...row.infos]

type Test = (row: ShipmentView) => boolean

function getFacetTest(filter: ShipmentFilter, name: FacetName): Test | null {
  const wanted = filter[name]
  if (!wanted || wanted.length === 0) return null
  const set = new Set<string>(wanted)
  const getValues = name === 'reasons' ? listSaid : facetValues[name]
  return (row) => getValues(row).some((value) => set.has(value))
}

function getTextTest(filter: ShipmentFilter): Test | null {
  const terms = (filter.search ?? '')
    .split(/[\n\t,;，；、]+/)
    .map((term) => term.trim().toUpperCase())
    .filter((term) => term !== '')
  if (terms.length === 0) return null
  return (row) => {
    const texts = [
      row.fbaId,
      row.pro,
      row.referenceId,
      row.clientReference,
      row.isa,
      row.bol,
      row.client,
      row.note,
      row.load,
      ...row.chain,
    ]
    const joined = texts.join('\n').toUpperCase()
    return terms.some((term) => joined.includes(term))
  }
}

function getBaseTests(filter: ShipmentFilter): Test[] {
  const tests: Test[] = []
  if (filter.ids) {
    const ids = new Set(filter.ids)
    tests.push((row) => ids.has(row.id))
  }
  const text = getTextTest(filter)
  if (text) tests.push(text)
  return tests
}

export function filterShipments<T extends ShipmentView>(rows: Iterable<T>, filter: ShipmentFilter): T[] {
  const tests = getBaseTests(filter)
  for (const name of facetNames) {
    const test = getFacetTest(filter, name)
    if (test) tests.push(test)
  }
  const found: T[] = []
  for (const row of rows) if (tests.every((test) => test(row))) found.push(row)
  return found
}

/** Counts for the facet lists: each facet counts what all the others leave, so that a second value can be added. */
export function countFacets(rows: Iterable<ShipmentView>, filter: ShipmentFilter): ShipmentFacets {
  const base = getBaseTests(filter)
  const tests = facetNames.map((name) => getFacetTest(filter, name))
  const counts = facetNames.map(() => new Map<string, number>())
  for (const row of rows) {
    if (!base.every((test) => test(row))) continue
    let failed = -1
    let failures = 0
    for (let i = 0; i < tests.length && failures < 2; i++) {
      if (tests[i]?.(row) === false) {
        failed = i
        failures++
      }
    }
    if (failures > 1) continue
    for (let i = 0; i < tests.length; i++) {
      if (failures === 1 && failed !== i) continue
      for (const value of facetValues[facetNames[i]!](row))
        counts[i]!.set(value, (counts[i]!.get(value) ?? 0) + 1)
    }
  }
  const facets = facetNames.map((name, i) => [name, toFacets(counts[i]!)] as const)
  return Object.fromEntries(facets) as unknown as ShipmentFacets
}

const toFacets = (counts: Map<string, number>): Facet[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || compareText(a.value, b.value))

const compareText = new Intl.Collator('zh-CN', { numeric: true }).compare

const statusOrder: Record<ShipmentStatus, number> = {
  error: 0,
  incomplete: 1,
  changed: 2,
  ready: 3,
  exported: 4,
  exempt: 5,
}

const sortValues: Record<ShipmentSort['key'], (row: ShipmentView) => string | number | null> = {
  fbaId: (row) => row.fbaId,
  status: (row) => statusOrder[row.status],
  client: (row) => row.client,
  fc: (row) => row.fc,
  mode: (row) => row.amazonMode,
  boxes: (row) => row.boxes,
  paired: (row) => (row.boxes === 0 ? 0 : row.paired / row.boxes),
  weight: (row) => row.grossWeightKg,
  carrier: (row) => row.carrier,
  pro: (row) => row.pro,
  isa: (row) => row.isa,
  created: (row) => row.createdOn,
  eta: (row) => row.etaOn,
  appointment: (row) => row.appointmentAt,
  closes: (row) => row.clock.closesOn,
  load: (row) => row.load,
}

/** Without a sort: in the order the shipments came in. Blanks always stand last; equals keep that order. */
export function sortShipments<T extends ShipmentView>(rows: T[], sort: ShipmentSort | null): T[] {
  if (!sort) return rows.toSorted((a, b) => a.id - b.id)
  const getValue = sortValues[sort.key]
  const sign = sort.direction === 'asc' ? 1 : -1
  const ranks = sort.key === 'client' || sort.key === 'carrier' ? rankTexts(rows.map(getValue)) : null
  return rows
    .map((row) => ({ row, value: ranks ? (ranks.get(getValue(row)) ?? null) : getValue(row) }))
    .toSorted((a, b) => {
      if (a.value === b.value) return a.row.id - b.row.id
      if (a.value === null) return 1
      if (b.value === null) return -1
      return a.value < b.value ? -sign : sign
    })
    .map((entry) => entry.row)
}

/** Collation is slow and names repeat: each name is ranked once. */
function rankTexts(values: (string | number | null)[]): Map<string | number | null, number> {
  const names = [...new Set(values)].filter((value) => value !== null).map(String)
  return new Map(names.toSorted(compareText).map((name, index) => [name, index]))
}
