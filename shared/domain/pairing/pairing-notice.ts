import { warn, type Mismatch } from './pairing-mismatch.ts'
import type { Claim, RuleReading } from './pairing-use.ts'

/** Boxes that Amazon takes in one shipment of an own carrier by its mode there (help pages, secondary; November 2026). */
const parcelBoxLimit = 500
const freightBoxLimit = 5_000

export function checkBoxLimits(reading: RuleReading): Mismatch[] {
  const shipments = new Set(reading.uses.flatMap((use) => use.shipment ?? []))
  return [...shipments].flatMap(({ amazonMode, fbaId, boxes }) => {
    const limit = amazonMode === 'SPD' ? parcelBoxLimit : freightBoxLimit
    return boxes.length > limit ? [warn({ kind: 'too-many-boxes', fbaId, boxes: boxes.length, limit })] : []
  })
}

const weightToleranceKg = 1.5
const weightToleranceShare = 0.1
const boxesThatMayDiffer = 2

/** A list that is shifted shows in its weights; they never pair anything. */
export function checkWeights(claims: readonly Claim[]): Mismatch[] {
  const boxRowIds = claims.filter(hasOtherWeight).map((claim) => claim.box.id)
  return boxRowIds.length > boxesThatMayDiffer ? [warn({ kind: 'weight-differs', boxRowIds })] : []
}

function hasOtherWeight({ use, box }: Claim): boolean {
  const { weightKg } = use.line
  if (weightKg === undefined || box.weightKg === null) return false
  const difference = Math.abs(weightKg - box.weightKg)
  return difference > weightToleranceKg || difference > box.weightKg * weightToleranceShare
}
