import { readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { addBoxToSummary, emptyBoxSummary, type BoxSummary } from '../../shared/domain/box-summary.ts'
import type { Carrier } from '../../shared/domain/carrier.ts'
import type { Shipment } from '../../shared/domain/shipment.ts'
import type { ValidityClock } from '../../shared/domain/validity-clock.ts'
import { makeCarrier, makeShipment } from './factories.ts'

/** The fixed book of 60 shipments; what each column and value means stands in its README. */
const folder = path.join(import.meta.dirname, '../fixtures/book')

type Row = Record<string, string>

export interface BookShipment {
  /** `01` to `60`. */
  number: string
  client: string
  /** As the account names it; '' where it does not. */
  account: string
  shipment: ReturnType<typeof makeShipment>
  carrier: Carrier | null
  trackingIds: string[]
  boxes: BoxSummary
  /** When its numbers came, where they came late or nearly. */
  numbersOn: string | null
}

export interface ExpectedDay {
  status: string
  block: string[]
  warn: string[]
  info: string[]
  clock: { state: string; closesOn: string | null; daysLeft: number | null; missing: string[] }
}

export interface ExpectedRate {
  client: string
  marketplace: string | null
  day: string
  missingNow: string
  forecast: string
  undated: number
}

export interface ExpectedBook {
  days: string[]
  shipments: Record<string, Record<string, ExpectedDay>>
  rates: ExpectedRate[]
}

interface Verdict {
  status: string
  reasons: readonly string[]
  warnings: readonly string[]
  infos: readonly string[]
}

export const toExpectedDay = (
  { status, reasons, warnings, infos }: Verdict,
  { state, closesOn, daysLeft, missing }: ValidityClock,
): ExpectedDay => ({
  status,
  block: reasons.toSorted(),
  warn: warnings.toSorted(),
  info: infos.toSorted(),
  clock: { state, closesOn, daysLeft, missing },
})

const readText = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
const readRows = (name: string): Row[] =>
  Papa.parse<Row>(readText(name), { header: true, skipEmptyLines: true }).data

export const readExpectedBook = (): ExpectedBook => JSON.parse(readText('expected.json')) as ExpectedBook

export function readBook(): BookShipment[] {
  const carriers = new Map(readRows('carriers.csv').map((row, at) => [row['key']!, toCarrier(row, at + 1)]))
  return readRows('shipments.csv').map((row) => {
    const carrier = carriers.get(row['carrier']!) ?? null
    const trackingIds = listTrackingIds(row['tracking']!)
    return {
      number: row['no']!.padStart(2, '0'),
      client: row['client']!,
      account: row['account']!,
      shipment: toShipment(row, carrier),
      carrier,
      trackingIds,
      boxes: sumBoxes(row, trackingIds, carrier),
      numbersOn: row['numbersOn'] || null,
    }
  })
}

const toCarrier = (row: Row, id: number): Carrier =>
  makeCarrier({
    id,
    name: row['name']!,
    kind: row['kind'] as Carrier['kind'],
    strategy: row['strategy'] as Carrier['strategy'],
    courier: row['courier'] || null,
    proPolicy: row['proPolicy'] as Carrier['proPolicy'],
    isActive: row['isActive'] === 'yes',
  })

function toShipment(row: Row, carrier: Carrier | null): BookShipment['shipment'] {
  const text = (name: string): string | null => row[name] || null
  const number = (name: string): number | null => (row[name] ? Number(row[name]) : null)
  return makeShipment({
    id: Number(row['no']),
    fbaId: row['fbaId']!,
    fc: text('fc'),
    referenceId: text('referenceId'),
    amazonMode: text('amazonMode') as Shipment['amazonMode'],
    roadMode: text('roadMode') as Shipment['roadMode'],
    programme: row['programme'] as Shipment['programme'],
    carrierId: carrier?.id ?? null,
    pro: text('pro'),
    isProShared: row['isProShared'] === 'yes',
    bol: text('bol'),
    isa: text('isa'),
    declaredBoxCount: number('declaredBoxCount'),
    grossWeightKg: number('grossWeightKg'),
    palletCount: number('palletCount'),
    amazonStatus: text('amazonStatus'),
    createdOn: text('createdOn'),
    origin: text('origin') as Shipment['origin'],
    planId: text('planId'),
    etaOn: text('etaOn'),
    appointmentAt: text('appointmentAt'),
    windowFrom: text('windowFrom'),
    windowTo: text('windowTo'),
    deliveredOn: text('deliveredOn'),
    finding: text('finding') as Shipment['finding'],
    verifiedOn: text('verifiedOn'),
    replacedBy: number('replacedBy'),
    isGone: row['isGone'] === 'yes',
  })
}

/** `A B` is two numbers; `GFUS00000000000001 +499` that one and the 499 that follow it. */
function listTrackingIds(text: string): string[] {
  const words = text.split(' ').filter((word) => word !== '')
  const more = words.at(-1)?.startsWith('+') ? Number(words.pop()) : 0
  const [prefix, serial] = [words.at(-1)?.slice(0, 4) ?? '', words.at(-1)?.slice(4) ?? '']
  for (let step = 1; step <= more; step++)
    words.push(prefix + String(Number(serial) + step).padStart(serial.length, '0'))
  return words
}

function sumBoxes(row: Row, trackingIds: readonly string[], carrier: Carrier | null): BoxSummary {
  const summary = emptyBoxSummary()
  const isShared = new Set(trackingIds).size < trackingIds.length
  for (let at = 0; at < Number(row['boxes']); at++)
    addBoxToSummary(
      summary,
      at < Number(row['boxIds']),
      trackingIds[at] ?? null,
      isShared,
      row['heaviestKg'] ? Number(row['heaviestKg']) : null,
      carrier,
    )
  return summary
}
