import { getCarriers } from '../../db/carrier.ts'
import { findAccount, findClientByName } from '../../db/client.ts'
import {
  getClientShipments,
  getEarlierImports,
  getImportedFbaIds,
  isTypedCell,
  type EarlierImport,
} from '../../db/imports.ts'
import { findRevised } from '../../shared/domain/file-revision.ts'
import { getIssuedAmong, getNumberBlocks } from '../../db/number-block.ts'
import {
  getAccountOwners,
  getBoxesOfShipment,
  getProOwners,
  getShipmentByFbaId,
  getTrackingOwner,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import { planImport, type ExistingShipment, type ImportPlan } from '../../shared/domain/import-plan.ts'
import { planUsedNumbers, type BlockHistory } from '../../shared/domain/used-numbers.ts'
import { makeFindStandIn } from './find-import-stand-in.ts'
import type { CommandContext } from '../engine/context.ts'
import type { DraftContent } from '../engine/draft-desk.ts'

/** Row ids the plan may use for what it creates; a preview uses made-up ones. */
export interface PlanIds {
  importId: number
  accountId: number
  accountIds: ReadonlyMap<string, number>
  firstShipmentId: number
  firstBoxId: number
}

/** What a draft would change, and the import it is a revision of. */
export interface DraftPlan extends ImportPlan {
  revisionOf: EarlierImport | null
  /** What an old sheet teaches the number blocks. */
  usedNumbers: BlockHistory[]
}

/** Compares a draft with the database as it is now. */
export function planDraft(
  context: CommandContext,
  content: DraftContent,
  clientName: string,
  fileName: string,
  { overwritesTyped, isHistory }: { overwritesTyped: boolean; isHistory: boolean },
  ids?: PlanIds,
): DraftPlan {
  const { store } = context
  const client = findClientByName(store, clientName)
  const carriers = new Map(
    getCarriers(store).flatMap((carrier) =>
      [carrier.name, carrier.scac]
        .filter((name) => name !== null)
        .map((name) => [name.toUpperCase(), carrier.id]),
    ),
  )
  // Not from the index: the same commit may have imported another file of this shipment just before.
  const owners = getAccountOwners(store)
  const existing = new Map<string, ExistingShipment>()
  const trackingOwners = new Map<string, string>()
  const proOwners = new Map<string, string | null>()
  for (const { fbaId, pro, boxes } of content.shipments) {
    const shipment = getShipmentByFbaId(store, fbaId)
    if (shipment) {
      existing.set(fbaId, {
        shipment,
        clientName: owners.get(shipment.accountId)!.client,
        boxes: getBoxesOfShipment(store, shipment.id),
      })
    }
    if (pro !== undefined) addProOwner(store, proOwners, pro, isHistory)
    for (const { trackingId } of boxes) {
      const owner = trackingId === null ? null : getTrackingOwner(store, trackingId)
      if (trackingId !== null && owner) trackingOwners.set(trackingId, owner.fbaId)
    }
  }
  const fbaIds = content.shipments.map((shipment) => shipment.fbaId)
  const revisionOf = client && !isHistory ? findRevision(store, client.id, fileName, content, fbaIds) : null
  const plan = planImport(content.shipments, {
    importId: ids?.importId ?? 0,
    clientName,
    accountId: ids?.accountId ?? (client ? (findAccount(store, client.id, '') ?? 0) : 0),
    accountIds: ids?.accountIds ?? findAccounts(store, client?.id ?? null, content),
    existing,
    previous:
      client && revisionOf
        ? getClientShipments(store, client.id, getImportedFbaIds(store, revisionOf.id))
        : new Map(),
    trackingOwners,
    proOwners,
    findStandIn: makeFindStandIn(store, context.index.day, content.shipments, existing),
    isReplaceable: (fbaId) => {
      const old = getShipmentByFbaId(store, fbaId)
      return old !== null && old.replacedBy === null && owners.get(old.accountId)!.client === clientName
    },
    findCarrier: (name) => carriers.get(name.trim().toUpperCase()) ?? null,
    isTyped: (entity, id, field) => isTypedCell(store, entity, id, field),
    overwritesTyped,
    isHistory,
    firstShipmentId: ids?.firstShipmentId ?? 1,
    firstBoxId: ids?.firstBoxId ?? 1,
    wantsRows: ids !== undefined,
  })
  const pros = content.shipments.flatMap(({ pro }) => pro ?? [])
  const usedNumbers = isHistory ? planUsedNumbers(getNumberBlocks(store), pros) : []
  return { ...plan, revisionOf, usedNumbers }
}

/** For a preview: the accounts that are there. */
const findAccounts = (
  store: Store,
  clientId: number | null,
  { shipments }: DraftContent,
): Map<string, number> =>
  new Map(
    listMarketplaces(shipments).map((marketplace) => [
      marketplace,
      clientId === null ? 0 : (findAccount(store, clientId, marketplace) ?? 0),
    ]),
  )

export const listMarketplaces = (shipments: DraftContent['shipments']): string[] => [
  ...new Set(shipments.flatMap(({ marketplace }) => marketplace ?? [])),
]

const findRevision = (
  store: Store,
  clientId: number,
  fileName: string,
  { sheets }: DraftContent,
  fbaIds: readonly string[],
): EarlierImport | null =>
  findRevised(
    { fileName, fingerprints: listFingerprints(sheets), fbaIds },
    getEarlierImports(store, clientId),
    ({ id }) => getImportedFbaIds(store, id),
  )

const listFingerprints = (sheets: DraftContent['sheets']): string[] =>
  sheets.flatMap(({ layout }) => (layout.shape === 'none' ? [] : [layout.fingerprint]))

/** A number that is void for ever may still stand on the shipment that used it long ago. */
function addProOwner(
  store: Store,
  owners: Map<string, string | null>,
  pro: string,
  isHistory: boolean,
): void {
  const [owner] = getProOwners(store, pro)
  if (owner || (!isHistory && getIssuedAmong(store, [pro]).size > 0)) owners.set(pro, owner?.fbaId ?? null)
}
