import { fitsMode, proposeCarrier } from './assign-carrier.ts'
import { createResolver, type AssignConflictKind } from './assign-conflict.ts'
import { giveLoads, type LoadPlan } from './assign-load.ts'
import { getLoadDay, type LoadRequest } from './assign-load-group.ts'
import { getLoadKey, givePros, type ProRequest } from './assign-pro.ts'
import {
  isFilled,
  meet,
  type AssignChoice,
  type AssignContext,
  type AssignDesk,
  type AssignRow,
  type AssignTarget,
} from './assign-row.ts'
import { isFleet, type Carrier } from './carrier.ts'
import { isCardExpired } from './load.ts'
import { toCell, type CellChange } from './patch.ts'
import type { NumberDraw } from './pro-number.ts'
import { isAwdId, type AmazonMode } from './shipment.ts'

export interface AssignPlan {
  rows: AssignRow[]
  cells: CellChange[]
  draws: NumberDraw[]
  loads: LoadPlan
}

/**
 * Proposes a carrier, a load of its trucks and, for LTL and FTL on a carrier with number blocks, a PRO for each shipment, in
 * the order given.
 * Blanks only unless a choice says otherwise. What cannot be filled is named, never guessed.
 */
export function planAssign(
  targets: readonly AssignTarget[],
  choice: AssignChoice,
  context: AssignContext,
): AssignPlan {
  const carriers = new Map(context.carriers.map((carrier) => [carrier.id, carrier]))
  const loads = new Map(context.loads.map((load) => [load.id, load]))
  const desk: AssignDesk = { choice, context, carriers, loads, resolve: createResolver(choice) }
  const requests: Requests = { pros: [], loads: [] }
  const rows = targets.map((target) => planRow(target, desk, requests))
  const loadPlan = giveLoads(requests.loads, desk)
  const draws = givePros(requests.pros, desk)
  if (choice.wantsLoad) checkSharedPros(targets, rows, desk)
  const cells: CellChange[] = []
  targets.forEach((target, index) => {
    const row = rows[index]!
    if (!isFilled(row)) return
    checkAppointment(target, row, desk)
    addCells(target, row, context, cells)
  })
  return { rows, cells, draws, loads: loadPlan }
}

interface Requests {
  pros: ProRequest[]
  loads: LoadRequest[]
}

function planRow(target: AssignTarget, desk: AssignDesk, requests: Requests): AssignRow {
  const { shipment } = target
  const row: AssignRow = {
    id: shipment.id,
    fbaId: shipment.fbaId,
    mode: null,
    carrierId: null,
    ruleId: null,
    pro: null,
    isProShared: false,
    keepsPro: false,
    load: null,
    keepsLoad: false,
    usedPros: [],
    conflicts: [],
  }
  const skip = getSkip(target)
  if (skip && meet(row, skip, desk) === 'skip') return row
  const takesPro = desk.choice.wantsPro && settleMode(target, row, desk)
  const mode = row.mode?.after ?? shipment.amazonMode
  if (desk.choice.wantsCarrier) proposeCarrier(target, mode, row, desk)
  const carrier = getCarrier(shipment, row, desk)
  const isEligible = carrier !== undefined && checkCarrier(carrier, mode, target, row, desk)
  if (desk.choice.wantsLoad && isEligible) askForLoad(target, carrier, row, desk, requests.loads)
  if (takesPro && mode === null) meet(row, 'mode-unknown', desk)
  if (takesPro && mode !== null && mode !== 'SPD' && isEligible)
    askForPro(target, carrier, row, desk, requests.pros)
  return row
}

function getSkip({ shipment, status, isOpen }: AssignTarget): AssignConflictKind | null {
  if (shipment.programme !== 'own') return 'exempt'
  if (!isOpen) return 'ended'
  return status === 'exported' || status === 'changed' ? 'exported' : null
}

/**
 * A parcel shipment takes no PRO, and numbers on the boxes speak against one. Says whether a PRO may be drawn; the
 * choice may change the mode instead.
 */
function settleMode(target: AssignTarget, row: AssignRow, desk: AssignDesk): boolean {
  const { amazonMode } = target.shipment
  if (amazonMode === 'SPD') {
    if (desk.choice.blockId === null || meet(row, 'parcel-takes-no-pro', desk) === 'skip') return false
    row.mode = { before: 'SPD', after: 'LTL' }
    return true
  }
  if (amazonMode === null || !hasParcelNumbers(target, desk)) return true
  const choice = meet(row, 'boxes-have-numbers', desk)
  if (choice === 'change-mode') row.mode = { before: amazonMode, after: 'SPD' }
  return choice === 'assign'
}

function hasParcelNumbers({ shipment, numberedBoxes }: AssignTarget, { carriers }: AssignDesk): boolean {
  if (numberedBoxes === 0 || shipment.pro !== null || isAwdId(shipment.fbaId)) return false
  const carrier = shipment.carrierId === null ? undefined : carriers.get(shipment.carrierId)
  return carrier?.strategy !== 'same_on_all'
}

function getCarrier(
  shipment: AssignTarget['shipment'],
  row: AssignRow,
  { carriers }: AssignDesk,
): Carrier | undefined {
  const carrierId = row.carrierId ? row.carrierId.after : shipment.carrierId
  return carrierId === null ? undefined : carriers.get(carrierId)
}

/** A carrier out of use, of the wrong kind or with an expired card gets no PRO and no load. */
function checkCarrier(
  carrier: Carrier,
  mode: AmazonMode | null,
  target: AssignTarget,
  row: AssignRow,
  desk: AssignDesk,
): boolean {
  const problem = !carrier.isActive
    ? 'carrier-inactive'
    : !fitsMode(carrier, mode)
      ? 'carrier-against-mode'
      : isCardExpired(carrier.cardUntil, getLoadDay(target, desk.context.today))
        ? 'carrier-card-expired'
        : null
  if (problem) meet(row, problem, desk)
  return problem === null
}

function askForLoad(
  target: AssignTarget,
  carrier: Carrier,
  row: AssignRow,
  desk: AssignDesk,
  requests: LoadRequest[],
): void {
  const { loadId, appointmentAt, roadMode } = target.shipment
  if (!isFleet(carrier) || roadMode === 'parcel') return
  const standing = loadId === null ? undefined : desk.loads.get(loadId)
  if (standing && standing.carrierId === carrier.id) {
    const isKept = desk.resolve('load-kept', row.id) === 'keep'
    row.keepsLoad = isKept
    // That a shipment is on a load already is no conflict, unless another one was asked for.
    const isElsewhere = standing.fc !== target.shipment.fc
    const isOtherAsked = desk.choice.loadId !== null && desk.choice.loadId !== loadId
    if (!isKept || isElsewhere || isOtherAsked) meet(row, 'load-kept', desk)
    if (isKept) return
  }
  if (target.isIdRefused) meet(row, 'load-id-not-valid', desk)
  else if (appointmentAt !== null && appointmentAt.slice(0, 10) < desk.context.today)
    meet(row, 'load-appointment-past', desk)
  else requests.push({ target, carrier, row })
}

function askForPro(
  { shipment }: AssignTarget,
  carrier: Carrier,
  row: AssignRow,
  desk: AssignDesk,
  requests: ProRequest[],
): void {
  if (isAwdId(shipment.fbaId)) return
  if (shipment.pro !== null) {
    if (row.carrierId !== null && shipment.carrierId !== null) {
      // A number belongs to the carrier that gave it.
      if (meet(row, 'pro-of-former-carrier', desk) === 'replace') requests.push({ shipment, carrier, row })
      else row.keepsPro = true
      return
    }
    const isKept = desk.resolve('pro-kept', row.id) === 'keep'
    row.keepsPro = isKept
    // That a shipment has its number already is no conflict, unless another block was asked for.
    if (!isKept || desk.choice.blockId !== null) meet(row, 'pro-kept', desk)
    if (isKept) return
  }
  requests.push({ shipment, carrier, row })
}

/** A PRO that a load shares on purpose belongs to that load. */
function checkSharedPros(
  targets: readonly AssignTarget[],
  rows: readonly AssignRow[],
  desk: AssignDesk,
): void {
  const loadsOf = new Map<string, Set<string>>()
  const sharing = targets.flatMap(({ shipment }, index) => {
    const row = rows[index]!
    const load = getLoadKey(shipment, row)
    if (load === null || row.pro !== null || shipment.pro === null || !shipment.isProShared) return []
    const known = loadsOf.get(shipment.pro)
    if (known) known.add(load)
    else loadsOf.set(shipment.pro, new Set([load]))
    return [{ row, pro: shipment.pro }]
  })
  for (const { row, pro } of sharing) if (loadsOf.get(pro)!.size > 1) meet(row, 'pro-on-two-loads', desk)
}

function checkAppointment({ shipment }: AssignTarget, row: AssignRow, desk: AssignDesk): void {
  const day = shipment.appointmentAt?.slice(0, 10)
  if (day === undefined) return
  if (day < desk.context.today) meet(row, 'appointment-past', desk)
  if (shipment.etaOn !== null && day < shipment.etaOn) meet(row, 'appointment-before-eta', desk)
}

function addCells(
  { shipment, clientId }: AssignTarget,
  row: AssignRow,
  context: AssignContext,
  cells: CellChange[],
): void {
  const { id } = row
  if (row.mode) {
    const note = context.writeModeNote(clientId, row.mode.before, row.mode.after)
    const after = shipment.note === null ? note : `${shipment.note} · ${note}`
    cells.push({ entity: 'shipment', id, field: 'amazonMode', ...row.mode })
    cells.push({ entity: 'shipment', id, field: 'note', before: shipment.note, after })
  }
  if (row.carrierId) cells.push({ entity: 'shipment', id, field: 'carrierId', ...row.carrierId })
  if (!row.pro) return
  cells.push({ entity: 'shipment', id, field: 'pro', ...row.pro })
  if (shipment.isProShared === row.isProShared) return
  const [before, after] = [toCell(shipment.isProShared), toCell(row.isProShared)]
  cells.push({ entity: 'shipment', id, field: 'isProShared', before, after })
}
