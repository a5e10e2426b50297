import { applyChange } from '../../db/change-log.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import type { CellChange, CellValue, RowInserts } from '../../shared/domain/patch.ts'
import { ok } from '../../shared/result.ts'
import type { BookShipment } from './read-book.ts'
import { makeRequest } from './test-store.ts'

/** The number of a shipment is its row's id. */
const shipmentFields = (
  'id fbaId accountId fc referenceId amazonMode roadMode programme carrierId pro isProShared bol isa ' +
  'declaredBoxCount grossWeightKg palletCount amazonStatus createdOn origin planId etaOn appointmentAt ' +
  'windowFrom windowTo deliveredOn finding verifiedOn isGone'
).split(' ')
const boxFields = ['id', 'shipmentId', 'position', 'boxId', 'trackingId', 'isTrackingShared', 'weightKg']
const carrierFields = ['id', 'name', 'kind', 'strategy', 'courier', 'proPolicy', 'isActive'] as const

const toCell = (value: unknown): CellValue =>
  typeof value === 'boolean' ? Number(value) : (value as CellValue)

/** Stores the whole book as on the evening before; then the numbers that came on a day of their own. */
export function storeBook(store: Store, book: readonly BookShipment[]): void {
  const clients = [...new Set(book.map(({ client }) => client))]
  const accounts = [...new Map(book.map((each) => [`${each.client} ${each.account}`, each])).values()]
  const carriers = new Map(book.flatMap(({ carrier }) => (carrier ? [[carrier.id, carrier] as const] : [])))
  const boxes = book.flatMap(makeBoxes)
  apply(store, [
    { entity: 'client', fields: ['id', 'name'], rows: clients.map((name, at) => [at + 1, name]) },
    {
      entity: 'account',
      fields: ['id', 'clientId', 'marketplace'],
      rows: accounts.map(({ client, account }, at) => [at + 1, clients.indexOf(client) + 1, account]),
    },
    {
      entity: 'carrier',
      fields: carrierFields,
      rows: [...carriers.values()].map((carrier) => carrierFields.map((field) => toCell(carrier[field]))),
    },
    {
      entity: 'shipment',
      fields: shipmentFields,
      rows: book.map((each) => {
        const accountId =
          accounts.findIndex(({ client, account }) => client === each.client && account === each.account) + 1
        const values: Record<string, unknown> = { ...each.shipment, accountId }
        if (each.numbersOn !== null) values['pro'] = null
        return shipmentFields.map((field) => toCell(values[field]))
      }),
    },
    { entity: 'box', fields: boxFields, rows: boxes.map((box, at) => [at + 1, ...box]) },
  ])
  for (const { shipment, numbersOn, trackingIds } of book) {
    const { id, pro, replacedBy } = shipment
    if (replacedBy !== null) apply(store, [], [fill('shipment', id, 'replacedBy', replacedBy)])
    if (numbersOn === null) continue
    const cells = trackingIds.map((number, at) =>
      fill(
        'box',
        boxes.findIndex(([owner, position]) => owner === id && position === at + 1) + 1,
        'trackingId',
        number,
      ),
    )
    if (pro !== null) cells.push(fill('shipment', id, 'pro', pro))
    apply(store, [], cells, new Date(`${numbersOn}T12:00`).getTime())
  }
}

const fill = (entity: 'shipment' | 'box', id: number, field: string, after: CellValue): CellChange => ({
  entity,
  id,
  field,
  before: null,
  after,
})

/** Without their own ids. */
function makeBoxes({ shipment, boxes, trackingIds, numbersOn }: BookShipment): CellValue[][] {
  const isShared = Number(new Set(trackingIds).size < trackingIds.length)
  return Array.from({ length: boxes.boxes }, (_, at) => [
    shipment.id,
    at + 1,
    at < boxes.withBoxId ? `${shipment.fbaId}U${String(at + 1).padStart(6, '0')}` : null,
    numbersOn === null ? (trackingIds[at] ?? null) : null,
    isShared,
    boxes.heaviestKg || null,
  ])
}

function apply(store: Store, inserts: RowInserts[], cells: CellChange[] = [], nowMs?: number): void {
  const request = makeRequest()
  const applied = applyChange<null, never>(store, { ...request, nowMs: nowMs ?? request.nowMs }, () => {
    for (const { entity, rows } of inserts) takeRowIds(store, entity, rows.length)
    return ok({ patch: { inserts, cells }, result: null })
  })
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem))
}
