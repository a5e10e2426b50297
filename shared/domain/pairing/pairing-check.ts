import { isTruck } from '../carrier.ts'
import { isKept } from './pairing-answers.ts'
import { checkCourier, getCourier } from './pairing-courier.ts'
import { block, warn, type Mismatch } from './pairing-mismatch.ts'
import { isShared, type NumberOwner, type PairingOptions, type PairingTarget } from './pairing-target.ts'
import type { Claim, NumberUse, RuleReading } from './pairing-use.ts'

export interface CheckedClaims {
  /** At most one a box, and at most one a number unless its shipment's strategy shares it. */
  claims: Claim[]
  /** Numbers that boxes on file give away, to claims that stand. */
  moves: Move[]
  mismatches: Mismatch[]
}

export interface Move {
  use: NumberUse
  owner: NumberOwner
}

interface Check {
  reading: RuleReading
  options: PairingOptions
  target: PairingTarget
  /** Without lines that only repeat another. */
  claims: Claim[]
  blocked: Set<NumberUse>
  moves: Move[]
  mismatches: Mismatch[]
}

/** Takes out of a reading whatever its numbers or the numbers on file speak against. */
export function checkClaims(
  target: PairingTarget,
  reading: RuleReading,
  options: PairingOptions,
  listCourier: string | null,
): CheckedClaims {
  const { claims, mismatches } = reading
  const check: Check = {
    reading,
    options,
    target,
    claims,
    blocked: new Set(),
    moves: [],
    mismatches: [...mismatches],
  }
  checkRepeats(check)
  checkMasters(check)
  checkBoxes(check)
  checkCouriers(check, listCourier)
  checkOwners(check)
  const standing = check.claims.filter((claim) => isStanding(check, claim))
  const taking = new Set(standing.map((claim) => claim.use))
  return {
    claims: standing,
    moves: check.moves.filter(({ use }) => taking.has(use)),
    mismatches: check.mismatches,
  }
}

const isStanding = ({ blocked, reading }: Check, { use, shipment }: Claim): boolean =>
  !blocked.has(use) && !reading.heldShipmentIds.has(shipment.id)

function blockUse(check: Check, use: NumberUse, mismatch?: Mismatch): void {
  check.blocked.add(use)
  if (check.reading.isWhole && use.shipment) check.reading.heldShipmentIds.add(use.shipment.id)
  if (mismatch) check.mismatches.push(mismatch)
}

/** A line that only repeats another, with the same box, is dropped; else none of the boxes gets the number. */
function checkRepeats(check: Check): void {
  const dropped = new Set<NumberUse>()
  for (const [trackingId, uses] of Map.groupBy(check.reading.uses, (use) => use.trackingId)) {
    if (uses.length < 2) continue
    const places = new Set(uses.map((use) => use.box ?? use))
    const isOneBox = places.size === 1
    for (const use of uses) if (use.box && !places.delete(use.box)) dropped.add(use)
    const isAllowed = uses[0]!.shipment !== null && isShared(uses[0]!.shipment)
    if (!isOneBox && isAllowed && uses.every((use) => use.shipment === uses[0]!.shipment)) continue
    const facts = { kind: 'number-twice' as const, trackingId, indexes: uses.map((use) => use.line.index) }
    check.mismatches.push(isOneBox ? warn(facts) : block(facts))
    if (!isOneBox) for (const use of uses) blockUse(check, use)
  }
  if (dropped.size > 0) check.claims = check.claims.filter((claim) => !dropped.has(claim.use))
}

/** One number for a shipment of several boxes, alone or repeated, is no box's own. */
function checkMasters(check: Check): void {
  for (const [shipment, uses] of Map.groupBy(check.reading.uses, (use) => use.shipment)) {
    if (!shipment || isShared(shipment) || shipment.boxes.length < 2) continue
    const trackingId = uses[0]!.trackingId
    if (uses.some((use) => use.trackingId !== trackingId)) continue
    if (new Set(uses.map((use) => use.box)).size === 1 && uses[0]!.box !== null) continue
    const canShare = shipment.carrier !== null && isTruck(shipment.carrier)
    check.mismatches.push(block({ kind: 'master-number', trackingId, fbaId: shipment.fbaId, canShare }))
  }
}

function checkBoxes(check: Check): void {
  for (const [box, uses] of Map.groupBy(check.reading.uses, (use) => use.box)) {
    if (!box || uses.every((use) => use.trackingId === uses[0]!.trackingId)) continue
    const indexes = uses.map((use) => use.line.index)
    for (const use of uses) blockUse(check, use)
    check.mismatches.push(block({ kind: 'box-id-twice', boxRowId: box.id, boxId: box.boxId, indexes }))
  }
  for (const { use, box } of check.claims) {
    if (box.trackingId === null || box.trackingId === use.trackingId) continue
    const facts = { index: use.line.index, boxRowId: box.id, before: box.trackingId, after: use.trackingId }
    if (check.options.overwrites) check.mismatches.push(warn({ kind: 'box-has-number', ...facts }))
    else blockUse(check, use, block({ kind: 'box-has-number', ...facts }))
  }
}

/**
 * A stranger that a person has set by hand is kept, a wrong check digit only with a reason; in a list paired by its order
 * one stranger means a shifted list.
 */
function checkCouriers(check: Check, listCourier: string | null): void {
  const { rule } = check.reading
  for (const use of check.reading.uses) {
    if (!use.shipment) continue
    const { line, trackingId, shipment } = use
    const mismatch = checkCourier(line.index, shipment.id, trackingId, getCourier(shipment, listCourier))
    if (!mismatch) continue
    const isSettled = rule === 'by-hand' && mismatch.kind === 'other-courier'
    if (isSettled || isKept(check.target, check.options, use, mismatch.kind))
      check.mismatches.push({ ...mismatch, level: 'warn' })
    else if (mismatch.level === 'block' || rule === 'by-order')
      blockUse(check, use, { ...mismatch, level: 'block' })
    else check.mismatches.push(mismatch)
  }
}

/** A number on file elsewhere may move only if the box that has it gets another one in the same pairing. */
function checkOwners(check: Check): void {
  const claimsByBox = new Map(check.claims.map((claim) => [claim.box.id, claim]))
  const takers = new Map<number, { use: NumberUse; owner: NumberOwner }[]>()
  for (const use of check.reading.uses) {
    const owner = check.target.getOwner(use.trackingId)
    if (!owner || !isElsewhere(use, owner)) continue
    const others = takers.get(owner.boxRowId)
    if (!claimsByBox.has(owner.boxRowId)) takeFromOwner(check, use, owner)
    else if (others) others.push({ use, owner })
    else takers.set(owner.boxRowId, [{ use, owner }])
  }
  const isKeeping = (boxRowId: number): boolean => !isStanding(check, claimsByBox.get(boxRowId)!)
  const queue = [...takers.keys()].filter(isKeeping)
  for (let boxRowId = queue.pop(); boxRowId !== undefined; boxRowId = queue.pop()) {
    const taking = takers.get(boxRowId) ?? []
    takers.delete(boxRowId)
    for (const { use, owner } of taking) {
      blockUse(check, use, usedElsewhere(use, owner))
      const boxes = check.reading.isWhole ? (use.shipment?.boxes ?? []) : use.box ? [use.box] : []
      queue.push(...boxes.map((box) => box.id).filter((id) => takers.has(id)))
    }
  }
}

function takeFromOwner(check: Check, use: NumberUse, owner: NumberOwner): void {
  if (check.options.answers?.moved.has(use.trackingId) && owner.isShared !== true) {
    check.moves.push({ use, owner })
    check.mismatches.push({ ...usedElsewhere(use, owner), level: 'warn' })
  } else blockUse(check, use, usedElsewhere(use, owner))
}

const isElsewhere = ({ shipment, box }: NumberUse, owner: NumberOwner): boolean =>
  shipment !== null && isShared(shipment) ? owner.fbaId !== shipment.fbaId : owner.boxRowId !== box?.id

const usedElsewhere = (use: NumberUse, owner: NumberOwner): Mismatch =>
  block({
    kind: 'used-elsewhere',
    index: use.line.index,
    trackingId: use.trackingId,
    fbaId: owner.fbaId,
    boxRowId: owner.boxRowId,
  })
