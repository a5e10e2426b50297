import { meet, type AssignDesk, type AssignRow, type AssignTarget } from './assign-row.ts'
import { isTruck, type Carrier } from './carrier.ts'
import { getLoadDay } from './assign-load-group.ts'
import { isCardExpired } from './load.ts'
import { findRule, getRuleDay, type CarrierRule } from './carrier-rule.ts'
import type { AmazonMode } from './shipment.ts'

type NotFound = 'carrier-not-found' | 'carrier-ambiguous' | 'carrier-inactive' | 'mode-unknown'

/** By rule, else the one carrier chosen for all; a carrier that stands is kept unless replacing was chosen. */
export function proposeCarrier(
  target: AssignTarget,
  mode: AmazonMode | null,
  row: AssignRow,
  desk: AssignDesk,
): void {
  const { shipment } = target
  const { carrier: wanted } = desk.choice
  const rule = wanted === 'auto' ? findRuleOf(target, mode, desk) : undefined
  const found =
    wanted === 'auto'
      ? rule
        ? takeActive(desk.carriers.get(rule.carrierId))
        : findOnly(mode, desk)
      : takeActive(desk.carriers.get(wanted))
  if (shipment.carrierId !== null) {
    if (typeof found === 'string' || found.id === shipment.carrierId) return
    const standing = desk.carriers.get(shipment.carrierId)
    const isAgainstNewMode = row.mode !== null && standing !== undefined && !fitsMode(standing, mode)
    if (!isAgainstNewMode) {
      // The only carrier that fits is a guess for blanks, no reason to change what somebody chose.
      if (wanted === 'auto' && !rule) return
      row.ruleId = rule?.id ?? null
      if (meet(row, 'carrier-kept', desk) === 'keep') return
    }
  }
  if (typeof found === 'string') meet(row, found, desk)
  else if (!fitsMode(found, mode)) meet(row, 'carrier-against-mode', desk)
  else if (isCardExpired(found.cardUntil, getLoadDay(target, desk.context.today)))
    meet(row, 'carrier-card-expired', desk)
  else {
    row.carrierId = { before: shipment.carrierId, after: found.id }
    row.ruleId = rule?.id ?? null
  }
}

function findRuleOf(
  { shipment, clientId }: AssignTarget,
  amazonMode: AmazonMode | null,
  { context }: AssignDesk,
): CarrierRule | undefined {
  const { fc, grossWeightKg } = shipment
  const day = getRuleDay(shipment, context.today)
  return findRule(context.getRules(clientId), { clientId, fc, amazonMode, weightKg: grossWeightKg, day })
}

function findOnly(mode: AmazonMode | null, { context }: AssignDesk): Carrier | NotFound {
  if (mode === null) return 'mode-unknown'
  const wanted = mode === 'SPD' ? 'parcel' : 'own_fleet'
  const fitting = context.carriers.filter((carrier) => carrier.isActive && carrier.kind === wanted)
  return fitting.length === 1 ? fitting[0]! : fitting.length === 0 ? 'carrier-not-found' : 'carrier-ambiguous'
}

const takeActive = (carrier: Carrier | undefined): Carrier | NotFound =>
  carrier ? (carrier.isActive ? carrier : 'carrier-inactive') : 'carrier-not-found'

export const fitsMode = (carrier: Carrier, mode: AmazonMode | null): boolean =>
  mode === null ||
  (mode === 'SPD' ? !isTruck(carrier) || carrier.strategy === 'same_on_all' : isTruck(carrier))
