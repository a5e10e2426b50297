import { getCarriers } from '../../db/carrier.ts'
import { getClients } from '../../db/client.ts'
import { getBoxesOfShipment, getShipmentsById } from '../../db/shipment.ts'
import type { CallProblem, ExportPlan } from '../../shared/contract/outputs.ts'
import type { ExportedShipment } from '../../shared/domain/export-plan.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { IndexedShipment } from '../engine/shipment-row.ts'
import { formatSafeFileName, makeUniqueNames } from '../files/safe-file-name.ts'

export interface ClientExport {
  client: string
  /** Safe as a folder's name, and no two alike. */
  folder: string
  shipments: ExportedShipment[]
}

export interface GatheredExport {
  clients: ClientExport[]
  leftOut: ExportPlan['leftOut']
}

const outStatuses: ReadonlySet<string> = new Set(['ready', 'changed', 'exported'])

/** What was exported once and is closed or gone from its file since goes out no more. */
const isReady = (row: IndexedShipment): boolean => outStatuses.has(row.status) && row.reasons.length === 0

/** Everything that is ready, read in one go, by client; and what is not, with its reasons. */
export function gatherExport(
  { store, index }: CommandContext,
  clientName: string | undefined,
): Result<GatheredExport, CallProblem> {
  const known = getClients(store)
  if (clientName !== undefined && !known.some((client) => client.name === clientName))
    return fail({ kind: 'client-unknown', name: clientName })
  const rows = [...index.all()]
    .filter((row) => !row.isHistory && (clientName === undefined || row.client === clientName))
    .toSorted((a, b) => (a.fbaId < b.fbaId ? -1 : 1))
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const byClient = Map.groupBy(rows.filter(isReady), (row) => row.clientId)
  const named = known.filter((client) => byClient.has(client.id))
  const folders = makeUniqueNames(named.map((client) => formatSafeFileName(client.folder ?? client.name)))
  const clients = named.map((client, position) => ({
    client: client.name,
    folder: folders[position]!,
    shipments: getShipmentsById(
      store,
      byClient.get(client.id)!.map((row) => row.id),
    ).map((shipment) => ({
      shipment,
      carrier: shipment.carrierId === null ? null : (carriers.get(shipment.carrierId) ?? null),
      boxes: getBoxesOfShipment(store, shipment.id),
      templateSha256: shipment.templateSha256,
    })),
  }))
  const leftOut = rows
    .filter((row) => !isReady(row))
    .map(({ id, fbaId, client, status, reasons }) => ({ id, fbaId, client, status, reasons }))
  return ok({ clients: clients.toSorted((a, b) => (a.folder < b.folder ? -1 : 1)), leftOut })
}
