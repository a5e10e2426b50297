import type { Box } from '../box.ts'
import { diffFields, type CellChange } from '../patch.ts'
import { isDropped } from './pairing-answers.ts'
import { readByBoxId, readBySequence } from './pairing-by-label.ts'
import { readByOrder, readSameOnAll } from './pairing-by-order.ts'
import { checkClaims, type Move } from './pairing-check.ts'
import { findListCourier } from './pairing-courier.ts'
import { readByHand, type SettledBox } from './pairing-by-hand.ts'
import { checkBoxLimits, checkWeights } from './pairing-notice.ts'
import { sortMismatches, type Mismatch } from './pairing-mismatch.ts'
import { isShared, type PairingOptions, type PairingTarget } from './pairing-target.ts'
import type { Claim, PairingRule, RuleReading } from './pairing-use.ts'
import type { TrackingLine } from './tracking-line.ts'

export {
  answerTarget,
  listOverrides,
  retypeLines,
  type PairingAnswers,
  type TargetAnswers,
} from './pairing-answers.ts'
export type { SkippedLines } from './pairing-list.ts'
export type { SettledBox } from './pairing-by-hand.ts'
export { parsePairingText, readPairingRows, readPairingText } from './pairing-input.ts'
export type { Mismatch } from './pairing-mismatch.ts'
export type { PairingOptions, PairingTarget } from './pairing-target.ts'
export type { PairingRule } from './pairing-use.ts'
export type { TrackingLine } from './tracking-line.ts'

export interface PlannedPair {
  boxRowId: number
  trackingId: string
  before: string | null
  isShared: boolean
}

/** A box that loses its number to one of the pairs. */
export interface PlannedMove {
  boxRowId: number
  fbaId: string
  trackingId: string
}

export interface PairingPlan {
  /** Null when no rule holds for the list: then nothing is paired, and the mismatches say why. */
  rule: PairingRule | null
  /** The agreed boxes, those among them too that have the number already. */
  pairs: PlannedPair[]
  moves: PlannedMove[]
  /** The boxes that lines name by their labels, also of numbers that are not paired. */
  named: { index: number; boxRowId: number }[]
  mismatches: Mismatch[]
  /** Boxes of the target without a number after this pairing. */
  boxesLeft: number
  canWrite: boolean
}

/**
 * Pairs a list by the first rule that holds for it: box labels, shipment and sequence, one number for all boxes
 * where the carrier's strategy has it so, the order. Labelled lines stand one by one; the other rules hold whole
 * or not at all.
 */
export function planPairing(
  target: PairingTarget,
  lines: readonly TrackingLine[],
  options: PairingOptions,
): PairingPlan {
  const left = lines.filter(({ index }) => !isDropped(options, index))
  const numbers = left.flatMap(({ trackingId }) => (trackingId.ok ? [trackingId.value] : []))
  const listCourier = findListCourier(numbers)
  const read = chooseRule(target, lines, options, listCourier)
  return planReading(target, read(left), options, listCourier)
}

/** `order` is what the panel settled. Numbers stay unique; that no courier on file confirms one is only said. */
export function planSettledPairing(
  target: PairingTarget,
  lines: readonly TrackingLine[],
  order: readonly SettledBox[],
  options: PairingOptions,
): PairingPlan {
  const left = order.filter(({ numberIndex }) => numberIndex === null || !isDropped(options, numberIndex))
  return planReading(target, readByHand(target, lines, left), options, null)
}

/** The cells that change; writing the same plan again changes none. `boxesById` holds the boxes of its moves too. */
export const patchPairing = (plan: PairingPlan, boxesById: ReadonlyMap<number, Box>): CellChange[] => [
  ...plan.moves.flatMap(({ boxRowId }) => {
    const box = boxesById.get(boxRowId)
    return box ? diffFields('box', box, { trackingId: null, isTrackingShared: false }) : []
  }),
  ...plan.pairs.flatMap(({ boxRowId, trackingId, isShared: isTrackingShared }) => {
    const box = boxesById.get(boxRowId)
    return box ? diffFields('box', box, { trackingId, isTrackingShared }) : []
  }),
]

/** The whole list says by which rule it is paired; a line that is dropped must not make it another one. */
function chooseRule(
  target: PairingTarget,
  lines: readonly TrackingLine[],
  options: PairingOptions,
  listCourier: string | null,
): (left: readonly TrackingLine[]) => RuleReading {
  if (lines.some((line) => line.boxId !== undefined)) return (left) => readByBoxId(target, left)
  if (lines.some((line) => line.sequence !== undefined)) return (left) => readBySequence(target, left)
  const [only, ...others] = target.shipments
  return only && others.length === 0 && !isShared(only)
    ? (left) => readByOrder(target, only, left, options, listCourier)
    : (left) => readSameOnAll(target, left)
}

function planReading(
  target: PairingTarget,
  reading: RuleReading,
  options: PairingOptions,
  listCourier: string | null,
): PairingPlan {
  const { claims, moves, mismatches } = checkClaims(target, reading, options, listCourier)
  const blanks = target.shipments.flatMap(({ boxes }) => boxes.filter((box) => box.trackingId === null))
  const filled = claims.filter((claim) => claim.box.trackingId === null)
  return {
    rule: reading.isWhole && claims.length === 0 ? null : reading.rule,
    pairs: claims.map(({ use, shipment, box }) => ({
      boxRowId: box.id,
      trackingId: use.trackingId,
      before: box.trackingId,
      isShared: isShared(shipment),
    })),
    moves: moves.map(({ use, owner: { boxRowId, fbaId } }) => ({
      boxRowId,
      fbaId,
      trackingId: use.trackingId,
    })),
    named: [...reading.named].map(([index, box]) => ({ index, boxRowId: box.id })),
    mismatches: sortMismatches([...mismatches, ...checkBoxLimits(reading), ...checkWeights(claims)]),
    boxesLeft: blanks.length - filled.length + countGivers(target, moves),
    canWrite: claims.some(hasChange),
  }
}

/** Boxes of the target that lose their number. */
function countGivers({ shipments }: PairingTarget, moves: readonly Move[]): number {
  const givers = new Set(moves.map(({ owner }) => owner.boxRowId))
  if (givers.size === 0) return 0
  return shipments.reduce((count, { boxes }) => count + boxes.filter(({ id }) => givers.has(id)).length, 0)
}

const hasChange = ({ use, shipment, box }: Claim): boolean =>
  use.trackingId !== box.trackingId || isShared(shipment) !== box.isTrackingShared
