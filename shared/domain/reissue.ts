import type { Box } from './box.ts'
import { diffFields, toCell, type CellChange, type CellValue, type Patch } from './patch.ts'
import { listTakenOverrides, type GivenOverride } from './reissue-overrides.ts'
import { checkShipmentId, type Shipment, type ShipmentIdProblem } from './shipment.ts'
import { fail, ok, type Result } from '../result.ts'

/** A box with the labels it had before, a blank between two, the newest last. */
export type LabelledBox = Box & { formerBoxIds: string | null }

export interface ReissueSide {
  shipment: Shipment
  client: string
  /** FBA shipment ID that it was replaced by; of a target also the one it has replaced. */
  replacedBy: string | null
  replaces: string | null
  /** In the order of `position`. */
  boxes: readonly LabelledBox[]
  overrides: readonly GivenOverride[]
}

export type ReissueDifference =
  | { kind: 'box-count'; before: number; after: number }
  | { kind: 'value'; field: MovedField; before: CellValue; after: CellValue }
  | { kind: 'tracking'; position: number; before: string; after: string }

export interface NewIdProblem {
  kind: ShipmentIdProblem['kind']
  fbaId: string
}

export type ReissueProblem =
  | { kind: 'not-on-file'; fbaId: string }
  | NewIdProblem
  | { kind: 'same-id'; fbaId: string }
  | { kind: 'replaced-before'; fbaId: string; by: string }
  | { kind: 'replaces-another'; fbaId: string; other: string }
  | { kind: 'other-client'; fbaId: string; client: string }
  | { kind: 'differs'; from: string; to: string; differences: ReissueDifference[] }

export interface ReissueSummary {
  from: string
  to: string
  /** The new ID was not on file: its box IDs, FC, mode and reference come with the client's new list. */
  isNew: boolean
  boxes: number
  trackingIds: number
  pro: string | null
  moved: MovedField[]
  /** How much of what was let through with a reason goes with its value. */
  overrides: number
}

export interface ReissuePlan {
  patch: Patch
  /** Still without ids of their own, and not in the patch. */
  overrides: GivenOverride[]
  summary: ReissueSummary
}

/** What goes with the goods on the road: it stands on the new shipment only. */
const movedFields = ['carrierId', 'roadMode', 'pro', 'bol', 'isa', 'appointmentAt', 'loadId'] as const
export type MovedField = (typeof movedFields)[number]

/** What is true of the same goods under any ID. What Amazon gives each ID anew (FC, mode, reference, plan, dates) is not. */
const copiedFields = [
  'accountId',
  'programme',
  'origin',
  'etaOn',
  'clientReference',
  'declaredBoxCount',
  'grossWeightKg',
  'palletCount',
  'note',
  'extras',
] as const

/**
 * Boxes, numbers and the truck go from an ID to the one the client had issued in its place; each box is there once. Where
 * the new one is on file with as many boxes, they are the same boxes in the same order and keep their new box IDs; else the
 * old boxes move and wait for theirs. With any difference nothing is planned.
 */
export function planReissue(
  from: ReissueSide,
  to: { fbaId: string; known: ReissueSide | null; newShipmentId: number },
): Result<ReissuePlan, ReissueProblem> {
  const refusal = checkReissue(from, to.fbaId, to.known)
  if (refusal) return fail(refusal)
  const differences = to.known ? compareSides(from, to.known) : []
  if (differences.length > 0)
    return fail({ kind: 'differs', from: from.shipment.fbaId, to: to.fbaId, differences })
  const newId = to.known?.shipment.id ?? to.newShipmentId
  const hasOwnBoxes = to.known !== null && to.known.boxes.length > 0
  const moved = movedFields.filter((field) => from.shipment[field] !== null)
  const boxCells = hasOwnBoxes
    ? mergeBoxes(from.boxes, to.known!.boxes)
    : from.boxes.flatMap((box) => moveBox(box, newId))
  const shipmentCells = moveValues(from.shipment, newId, to.known?.shipment ?? null, moved)
  const overrides = listTakenOverrides(from, to.known, newId)
  const copied = copiedFields.map((field) => toCell(from.shipment[field]))
  return ok({
    patch: {
      inserts: to.known
        ? []
        : [
            {
              entity: 'shipment',
              fields: ['id', 'fbaId', ...copiedFields],
              rows: [[newId, to.fbaId, ...copied]],
            },
          ],
      cells: [...boxCells, ...shipmentCells],
      removes: hasOwnBoxes ? [{ entity: 'box', ids: from.boxes.map((box) => box.id) }] : [],
    },
    overrides,
    summary: {
      from: from.shipment.fbaId,
      to: to.fbaId,
      isNew: to.known === null,
      boxes: from.boxes.length,
      trackingIds: from.boxes.filter((box) => box.trackingId !== null).length,
      pro: from.shipment.pro,
      moved,
      overrides: overrides.length,
    },
  })
}

export function checkNewId(fbaId: string): NewIdProblem | null {
  const problem = checkShipmentId(fbaId)
  return problem && { kind: problem.kind, fbaId }
}

function checkReissue(from: ReissueSide, fbaId: string, known: ReissueSide | null): ReissueProblem | null {
  const idProblem = checkNewId(fbaId)
  if (idProblem) return idProblem
  if (fbaId === from.shipment.fbaId) return { kind: 'same-id', fbaId }
  if (from.replacedBy !== null)
    return { kind: 'replaced-before', fbaId: from.shipment.fbaId, by: from.replacedBy }
  if (!known) return null
  if (known.client !== from.client) return { kind: 'other-client', fbaId, client: known.client }
  if (known.replacedBy !== null) return { kind: 'replaced-before', fbaId, by: known.replacedBy }
  return known.replaces === null ? null : { kind: 'replaces-another', fbaId, other: known.replaces }
}

/** The boxes on file, or as many as the client says there are. */
const countBoxes = ({ boxes, shipment }: ReissueSide): number | null =>
  boxes.length > 0 ? boxes.length : shipment.declaredBoxCount

function compareSides(from: ReissueSide, to: ReissueSide): ReissueDifference[] {
  const differences: ReissueDifference[] = []
  const before = countBoxes(from)
  const after = countBoxes(to)
  if (before !== null && after !== null && before !== after)
    differences.push({ kind: 'box-count', before, after })
  for (const field of movedFields) {
    const [old, own] = [from.shipment[field], to.shipment[field]]
    if (old !== null && own !== null && old !== own)
      differences.push({ kind: 'value', field, before: old, after: own })
  }
  if (before !== after) return differences
  for (const [place, box] of from.boxes.entries()) {
    const own = to.boxes[place]?.trackingId ?? null
    if (box.trackingId !== null && own !== null && box.trackingId !== own)
      differences.push({ kind: 'tracking', position: place + 1, before: box.trackingId, after: own })
  }
  return differences
}

const joinLabels = (...labels: (string | null)[]): string | null =>
  labels.filter((label) => label !== null).join(' ') || null

/** The new label is not on file yet; the old one is only remembered. */
const moveBox = (box: LabelledBox, shipmentId: number): CellChange[] =>
  diffFields('box', box, { shipmentId, boxId: null, formerBoxIds: joinLabels(box.formerBoxIds, box.boxId) })

/** The same boxes stand on both sides; those of the new ID stay and take what the others have. */
const mergeBoxes = (from: readonly LabelledBox[], to: readonly LabelledBox[]): CellChange[] =>
  from.flatMap((box, place) => {
    const own = to[place]!
    return [
      ...diffFields('box', box, { trackingId: null, isTrackingShared: false }),
      ...diffFields('box', own, {
        ...(box.trackingId !== null && {
          trackingId: box.trackingId,
          isTrackingShared: box.isTrackingShared,
        }),
        weightKg: own.weightKg ?? box.weightKg,
        formerBoxIds: joinLabels(own.formerBoxIds, box.formerBoxIds, box.boxId),
      }),
    ]
  })

function moveValues(
  from: Shipment,
  newId: number,
  known: Shipment | null,
  moved: readonly MovedField[],
): CellChange[] {
  const cleared = Object.fromEntries(moved.map((field) => [field, null]))
  const taken = Object.fromEntries(moved.map((field) => [field, from[field]]))
  // A new row has none of them yet: the PRO number arrives only when it has left the old one.
  const blank = { ...from, id: newId, isProShared: false, ...cleared }
  return [
    ...diffFields('shipment', from, { ...cleared, isProShared: false, replacedBy: newId }),
    ...diffFields('shipment', known ?? blank, {
      ...taken,
      ...(from.pro !== null && { isProShared: from.isProShared }),
    }),
  ]
}
