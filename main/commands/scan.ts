import { applyChange, getDoneOperation } from '../../db/change-log.ts'
import { createLabelLookup } from '../../db/former-label.ts'
import { insertOverrides } from '../../db/override.ts'
import { getBoxesById, getTrackingOwner } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import { getUndoable } from '../../db/undo.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { CallProblem, ScanAnswer, ScanShipment } from '../../shared/contract/outputs.ts'
import type { PairingShipment } from '../../shared/domain/pairing/pairing-target.ts'
import { listOverrides, patchPairing } from '../../shared/domain/pairing/pairing.ts'
import { planScan, type ScanFacts, type ScanStep, type ScanTurn } from '../../shared/domain/scan/plan-scan.ts'
import { readScan } from '../../shared/domain/scan/read-scan.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { undo } from './history.ts'
import { getPairingTarget } from './pairing-target.ts'

export const getScanShipment: Handler<'scan.shipment'> = (context, { id }) => ok(viewShipment(context, id))

/** Refused scans leave the station as it was; a pair is stored at once and read back. */
export const takeScan: Handler<'scan.take'> = (context, { opId, ...input }) => {
  const done = getDoneOperation(context.store, opId)
  if (done) return ok(answerStored(context, done.result as StoredPair))
  const scan = readScan(input.text)
  const { held, shipmentId } = input
  if (scan.kind === 'control') {
    const outcome = { kind: 'control', control: scan.control } as const
    return ok({ outcome, held, shipment: viewShipment(context, shipmentId) })
  }
  const { doubted, keepsBecause } = input
  const turn: ScanTurn = { scan, held, confirmed: keepsBecause === null ? null : doubted }
  const step = planScan(turn, getFacts(context.store, shipmentId))
  if (step.kind === 'pair') return storePair(context, opId, turn, input)
  if (step.kind === 'held') {
    const shipment = viewShipment(context, step.shipment?.id ?? shipmentId)
    return ok({ outcome: { kind: 'held' }, held: step.held, shipment })
  }
  return ok(answerRefused(context, step, shipmentId))
}

/** The plan is made again inside the transaction. */
function storePair(
  context: CommandContext,
  opId: string,
  turn: ScanTurn,
  { shipmentId, keepsBecause }: Omit<ParsedInput<'scan.take'>, 'opId'>,
): Result<ScanAnswer, CallProblem> {
  const request = toRequest(context, opId, 'scan', {})
  let refused: Extract<ScanStep, { kind: 'refused' }> | null = null
  const applied = applyChange(context.store, request, (store) => {
    const step = planScan(turn, getFacts(store, shipmentId))
    if (step.kind === 'refused') refused = step
    if (step.kind !== 'pair') return fail({ kind: 'nothing-to-pair' } as const)
    const { plan, target, line, box, label, isFormer } = step
    const { trackingId } = plan.pairs[0]!
    const cells = patchPairing(plan, new Map([[box.id, box]]))
    const kept = new Map(keepsBecause === null ? [] : [[trackingId, keepsBecause]])
    const said = { kept, moved: new Set<string>(), carriers: new Map(), sharedBecause: null }
    const inserts = insertOverrides(store, listOverrides(plan, target, [line], said, said), request)
    const result: StoredPair = {
      boxRowId: box.id,
      shipmentId: box.shipmentId,
      trackingId,
      ...(isFormer && { formerLabel: label }),
    }
    return ok({
      patch: { inserts, cells },
      label: { box: box.boxId ?? label, number: trackingId },
      result,
    })
  })
  if (refused !== null) return ok(answerRefused(context, refused, shipmentId))
  if (!applied.ok) return applied
  const stored = applied.value.result
  context.index.refresh([stored.shipmentId])
  context.emit('changed', { shipments: [stored.shipmentId], lists: false })
  return ok(answerStored(context, stored))
}

interface StoredPair {
  boxRowId: number
  shipmentId: number
  trackingId: string
  formerLabel?: string
}

function answerStored(
  context: CommandContext,
  { boxRowId, shipmentId, trackingId, formerLabel }: StoredPair,
): ScanAnswer {
  const [box] = getBoxesById(context.store, [boxRowId])
  const boxId = box?.boxId ?? formerLabel
  if (boxId === undefined || box?.trackingId !== trackingId)
    throw new Error(`box ${boxRowId} does not have the number that was stored`)
  const outcome = { kind: 'stored', boxId, trackingId, ...(formerLabel && { formerLabel }) } as const
  return { outcome, held: null, shipment: viewShipment(context, shipmentId) }
}

export const undoScan: Handler<'scan.undo'> = (context, input) =>
  getUndoable(context.store)?.command === 'scan' ? undo(context, input) : fail({ kind: 'nothing-to-undo' })

const answerRefused = (
  context: CommandContext,
  { refusal, held }: Extract<ScanStep, { kind: 'refused' }>,
  shipmentId: number | null,
): ScanAnswer => ({
  outcome: { kind: 'refused', refusal },
  held,
  shipment: viewShipment(context, shipmentId),
})

/** A shipment whose boxes are all done is in hand no more: the next label may be any shipment's. */
function getFacts(store: Store, shipmentId: number | null): ScanFacts {
  const inHand = shipmentId === null ? null : getShipment(store, shipmentId)
  const isDone = inHand?.boxes.every((box) => box.trackingId !== null)
  return {
    shipment: isDone ? null : inHand,
    getLabelOwners: createLabelLookup(store),
    getShipmentOf(boxRowId) {
      const [box] = getBoxesById(store, [boxRowId])
      return box ? getShipment(store, box.shipmentId) : null
    },
    getOwner: (trackingId) => getTrackingOwner(store, trackingId),
    isExcused: (id, rule, trackingId) => getPairingTarget(store, [id]).isExcused!(id, rule, trackingId),
  }
}

const getShipment = (store: Store, id: number): PairingShipment | null =>
  getPairingTarget(store, [id]).shipments[0] ?? null

function viewShipment({ store, index }: CommandContext, id: number | null): ScanShipment | null {
  const row = id === null ? undefined : index.get(id)
  if (!row) return null
  const { fbaId, client, carrier, boxes, paired } = row
  const next = getShipment(store, row.id)?.boxes.find((box) => box.trackingId === null)
  return { id: row.id, fbaId, client, carrier, boxes, paired, nextBoxId: next?.boxId ?? null }
}
