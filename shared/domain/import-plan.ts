import { importedBoxFields, planBoxes } from './import-boxes.ts'
import {
  changeCell,
  startImportChanges,
  takePro,
  type ExistingShipment,
  type ImportChanges,
  type ImportContext,
  type ImportDifference,
} from './import-changes.ts'
import type { ImportedShipment } from './sheet/imported-shipment.ts'
import type { CellValue, Patch, RowInserts } from './patch.ts'
import { endedStatuses } from './shipment.ts'

export type { ExistingShipment, ImportContext, ImportDifference } from './import-changes.ts'

export interface ImportPlan {
  patch: Patch
  difference: ImportDifference
  shipmentCount: number
}

const datedFields = [
  'createdOn',
  'planId',
  'etaOn',
  'appointmentAt',
  'windowFrom',
  'windowTo',
  'deliveredOn',
  'palletCount',
] as const

const shipmentFields = [
  'id',
  'fbaId',
  'accountId',
  'fc',
  'referenceId',
  'amazonMode',
  'roadMode',
  'programme',
  'carrierId',
  'pro',
  'bol',
  'isa',
  'clientReference',
  'declaredBoxCount',
  'grossWeightKg',
  'amazonStatus',
  'note',
  'isHistory',
  ...datedFields,
  'extras',
  'importId',
  'sourceSheet',
  'sourceRow',
] as const

/**
 * The difference between a client's file and what is on file, as a patch. A blank in the file erases nothing, a
 * shipment of another client is claimed and never moved, one that was replaced is left alone, what left the file is marked,
 * not removed, and a number stands on one shipment.
 */
export function planImport(imported: readonly ImportedShipment[], context: ImportContext): ImportPlan {
  const changes = startImportChanges(context)
  const { difference, boxRows, cells } = changes
  const shipmentRows: CellValue[][] = []
  const seen = new Set<string>()
  for (const shipment of imported) {
    seen.add(shipment.fbaId)
    const known = context.existing.get(shipment.fbaId)
    const { replacedFbaId } = shipment
    if (replacedFbaId !== undefined && context.isReplaceable(replacedFbaId))
      difference.reissues.push({ from: replacedFbaId, to: shipment.fbaId })
    if (!known) {
      const id = context.firstShipmentId + shipmentRows.length
      shipmentRows.push(toShipmentRow(id, shipment, changes))
      planBoxes(changes, id, shipment, [])
      difference.newShipments++
    } else if (known.clientName !== context.clientName) {
      difference.claimed.push({ fbaId: shipment.fbaId, client: known.clientName })
    } else if (context.isHistory && !known.shipment.isHistory) {
      difference.atWork.push(shipment.fbaId)
    } else if (known.shipment.replacedBy !== null) {
      difference.replaced.push(shipment.fbaId)
    } else {
      planKnownShipment(changes, shipment, known)
    }
  }
  planGone(changes, seen)
  const inserts: RowInserts[] = [
    { entity: 'shipment', fields: shipmentFields, rows: shipmentRows },
    { entity: 'box', fields: importedBoxFields, rows: boxRows },
  ]
  return {
    patch: { inserts, cells },
    difference,
    shipmentCount: shipmentRows.length,
  }
}

function toShipmentRow(id: number, from: ImportedShipment, changes: ImportChanges): CellValue[] {
  const { context } = changes
  const carrierId = from.carrierName === undefined ? null : context.findCarrier(from.carrierName)
  return [
    id,
    from.fbaId,
    getAccountId(from, context) ?? context.accountId,
    from.fc ?? null,
    from.referenceId ?? null,
    from.amazonMode ?? null,
    from.roadMode ?? null,
    from.programme ?? 'own',
    carrierId,
    takePro(changes, from),
    from.bol ?? null,
    from.isa ?? null,
    from.clientReference ?? null,
    from.declaredBoxCount ?? null,
    from.grossWeightKg ?? null,
    getAmazonStatus(from, context) ?? null,
    from.note ?? null,
    context.isHistory ? 1 : 0,
    ...datedFields.map((field) => from[field] ?? null),
    JSON.stringify(getExtras(from, carrierId)),
    context.importId,
    from.place.sheet,
    from.place.row,
  ]
}

/** An old sheet's shipments are closed, whatever word it still has for them. */
const getAmazonStatus = (
  { amazonStatus }: ImportedShipment,
  { isHistory }: ImportContext,
): string | undefined => (isHistory && !endedStatuses.has(amazonStatus ?? '') ? 'CLOSED' : amazonStatus)

/** Null where the file names no marketplace: then nothing is said of the account. */
const getAccountId = ({ marketplace }: ImportedShipment, { accountIds }: ImportContext): number | null =>
  marketplace === undefined ? null : (accountIds.get(marketplace) ?? null)

/** The client's word for a carrier nobody knows yet is kept beside the row. */
const getExtras = (from: ImportedShipment, carrierId: number | null): Record<string, string> =>
  from.carrierName !== undefined && carrierId === null
    ? { ...from.extras, carrier: from.carrierName }
    : from.extras

function planKnownShipment(changes: ImportChanges, from: ImportedShipment, known: ExistingShipment): void {
  const { context, difference, cells } = changes
  const { shipment } = known
  const carrierId = from.carrierName === undefined ? null : context.findCarrier(from.carrierName)
  const extras = { ...shipment.extras, ...getExtras(from, carrierId) }
  /** Null and undefined change nothing. */
  const wanted = {
    accountId: getAccountId(from, context),
    fc: from.fc,
    referenceId: from.referenceId,
    amazonMode: from.amazonMode,
    roadMode: from.roadMode,
    programme: from.programme,
    carrierId,
    pro: takePro(changes, from),
    bol: from.bol,
    isa: from.isa,
    clientReference: from.clientReference,
    declaredBoxCount: from.declaredBoxCount,
    grossWeightKg: from.grossWeightKg,
    amazonStatus: getAmazonStatus(from, context),
    note: from.note,
    ...Object.fromEntries(datedFields.map((field) => [field, from[field]])),
    extras: isSameRecord(shipment.extras, extras) ? null : extras,
    isGone: shipment.isGone ? false : null,
  }
  const before = cells.length
  for (const [field, after] of Object.entries(wanted)) {
    if (after === null || after === undefined) continue
    const current = shipment[field as keyof typeof shipment]
    changeCell(changes, from.fbaId, { entity: 'shipment', id: shipment.id, field, before: current, after })
  }
  const isChanged = cells.length > before
  if (isChanged) difference.changedShipments++
  const hasChangedBoxes = planBoxes(changes, shipment.id, from, known.boxes)
  if (!isChanged && !hasChangedBoxes) difference.same++
}

function planGone({ context, difference, cells }: ImportChanges, seen: ReadonlySet<string>): void {
  for (const [fbaId, shipment] of context.previous) {
    if (seen.has(fbaId) || shipment.isGone) continue
    difference.gone++
    difference.goneIds.push(fbaId)
    cells.push({ entity: 'shipment', id: shipment.id, field: 'isGone', before: 0, after: 1 })
  }
}

const isSameRecord = (a: Record<string, string>, b: Record<string, string>): boolean =>
  Object.keys(b).every((key) => a[key] === b[key])
