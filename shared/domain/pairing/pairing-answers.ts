import { isTruck, type Carrier } from '../carrier.ts'
import type { Override, TrackingOverride } from '../override.ts'
import { readNumber } from './pairing-find.ts'
import type { CourierMismatch, Mismatch } from './pairing-mismatch.ts'
import type { PairingPlan } from './pairing.ts'
import type { PairingOptions, PairingTarget } from './pairing-target.ts'
import type { NumberUse } from './pairing-use.ts'
import type { TrackingLine } from './tracking-line.ts'

/** What a person has said to differences that a list cannot settle by itself. */
export interface PairingAnswers {
  /** Numbers that stay whatever their check digit or pattern says, each with why; a wrong check digit needs a reason. */
  kept: ReadonlyMap<string, string>
  /** Numbers to be taken from the box that has them. */
  moved: ReadonlySet<string>
  /** Lines, by index, that are not to be paired: their boxes stay as they are. */
  dropped?: ReadonlySet<number>
}

/** A number typed anew from the label, in place of what the list has there. */
export interface RetypedNumber {
  index: number
  text: string
}

/** The rule that a reason lets a number pass. */
export const courierOverrides = {
  'check-digit': 'tracking-check-digit',
  'other-courier': 'tracking-other-format',
} as const satisfies Record<CourierMismatch['kind'], TrackingOverride>

const isExcusable = (mismatch: Mismatch): mismatch is CourierMismatch =>
  mismatch.kind === 'check-digit' || mismatch.kind === 'other-courier'

/** Whether what a number has against it was answered: by a person now, or with a reason that is on file. */
export function isKept(
  target: PairingTarget,
  { answers }: PairingOptions,
  { shipment, trackingId }: Pick<NumberUse, 'shipment' | 'trackingId'>,
  kind: CourierMismatch['kind'],
): boolean {
  const reason = answers?.kept.get(trackingId)
  if (reason !== undefined && (kind === 'other-courier' || reason.trim() !== '')) return true
  return shipment !== null && target.isExcused?.(shipment.id, courierOverrides[kind], trackingId) === true
}

export const isDropped = ({ answers }: PairingOptions, index: number): boolean =>
  answers?.dropped?.has(index) === true

export function retypeLines(
  lines: readonly TrackingLine[],
  retyped: readonly RetypedNumber[],
): readonly TrackingLine[] {
  if (retyped.length === 0) return lines
  const texts = new Map(retyped.map(({ index, text }) => [index, text]))
  return lines.map((line) => {
    const text = texts.get(line.index)
    return text === undefined ? line : { ...line, ...readNumber(text) }
  })
}

/** What was said of the shipments themselves. */
export interface TargetAnswers {
  /** New carriers, by shipment. */
  carriers: ReadonlyMap<number, Carrier>
  /** Why one number stands on all boxes; never for parcel carriers. */
  sharedBecause: string | null
}

export const answerTarget = (target: PairingTarget, answers: TargetAnswers): PairingTarget => ({
  ...target,
  shipments: target.shipments.map((shipment) => {
    const carrier = answers.carriers.get(shipment.id) ?? shipment.carrier
    const isSpread = answers.sharedBecause !== null && carrier !== null && isTruck(carrier)
    return { ...shipment, carrier: isSpread ? { ...carrier, strategy: 'same_on_all' } : carrier }
  }),
})

/** The reasons that go on file with a plan: for each number it writes against a rule. */
export function listOverrides(
  { pairs, mismatches }: PairingPlan,
  target: PairingTarget,
  lines: readonly TrackingLine[],
  { kept }: PairingAnswers,
  { sharedBecause }: TargetAnswers,
): Override[] {
  const written = new Set(pairs.map((pair) => pair.trackingId))
  const numbers = new Map(
    lines.map(({ index, trackingId }) => [index, trackingId.ok ? trackingId.value : '']),
  )
  const excused = mismatches.flatMap((mismatch): Override[] => {
    if (!isExcusable(mismatch) || mismatch.level !== 'warn') return []
    const value = numbers.get(mismatch.index)!
    const reason = kept.get(value) ?? ''
    const isNew = written.has(value) && reason !== ''
    const { shipmentId, kind } = mismatch
    return isNew ? [{ shipmentId, rule: courierOverrides[kind], value, reason }] : []
  })
  if (sharedBecause === null) return excused
  const shipmentOf = new Map(
    target.shipments.flatMap(({ id, boxes }) => boxes.map((box) => [box.id, id] as const)),
  )
  const shared = new Map<number, string>()
  for (const { boxRowId, trackingId, isShared } of pairs)
    if (isShared) shared.set(shipmentOf.get(boxRowId)!, trackingId)
  return [
    ...excused,
    ...[...shared].map(([shipmentId, value]) => ({
      shipmentId,
      rule: 'tracking-shared',
      value,
      reason: sharedBecause,
    })),
  ]
}
