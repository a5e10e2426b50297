import { applyChange } from '../../db/change-log.ts'
import { getCarriers } from '../../db/carrier.ts'
import {
  getBoxesOfShipment,
  getShipmentByFbaId,
  getShipmentsById,
  getTrackingOwner,
} from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { CallProblem, PairingView } from '../../shared/contract/outputs.ts'
import { parseBoxId } from '../../shared/domain/box.ts'
import {
  parsePairingText,
  patchPairing,
  planPairing,
  planSettledPairing,
  type PairingTarget,
  type TrackingLine,
} from '../../shared/domain/pairing/pairing.ts'
import { releaseLoneNumbers } from '../../shared/domain/shared-tracking.ts'
import type { TrackingPlace } from '../../shared/domain/pairing/tracking-line.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { readTrackingList } from './read-tracking-list.ts'

type Input = Omit<ParsedInput<'pairing.preview'>, 'order'>

/** What a list would pair, and every difference; nothing is written. */
export const previewPairing: Handler<'pairing.preview'> = async (context, input) => {
  const lines = await readLines(context, input)
  if (!lines.ok) return lines
  const target = getTarget(context.store, lines.value, input.shipmentId)
  const plan = planPairing(target, lines.value, { overwrites: input.overwrites })
  const boxes = new Map(
    target.shipments.flatMap(({ fbaId, boxes: own }) =>
      own.map((box) => [box.id, { name: box.boxId ?? String(box.position), fbaId }] as const),
    ),
  )
  const view: PairingView = {
    ...plan,
    pairs: plan.pairs.map(({ boxRowId, trackingId, before }) => {
      const { name, fbaId } = boxes.get(boxRowId)!
      return { boxRowId, boxName: name, fbaId, trackingId, before }
    }),
    numbers: lines.value.map((line) => ({
      index: line.index,
      text: line.raw,
      trackingId: line.trackingId.ok ? line.trackingId.value : null,
      place: formatPlace(line.place),
    })),
  }
  return ok(view)
}

/** Writes the agreed part, planned again inside the transaction; a number stands on one box or nothing is written. */
export const applyPairing: Handler<'pairing.apply'> = async (context, { opId, order, ...input }) => {
  const lines = await readLines(context, input)
  if (!lines.ok) return lines
  const touched = new Set<number>()
  const applied = applyChange(context.store, toRequest(context, opId, 'pair', {}), (store) => {
    const target = getTarget(store, lines.value, input.shipmentId)
    const options = { overwrites: input.overwrites }
    const plan = order
      ? planSettledPairing(target, lines.value, order, options)
      : planPairing(target, lines.value, options)
    if (!plan.canWrite) return fail({ kind: 'nothing-to-pair' } as const)
    const boxes = target.shipments.flatMap((shipment) => shipment.boxes)
    const paired = patchPairing(plan, new Map(boxes.map((box) => [box.id, box])))
    const cells = [...paired, ...releaseLoneNumbers(boxes, paired)]
    const shipmentOf = new Map(boxes.map((box) => [box.id, box.shipmentId]))
    for (const cell of cells) touched.add(shipmentOf.get(cell.id)!)
    const written = new Set(paired.map((cell) => cell.id)).size
    const result = { written, shipments: touched.size }
    return ok({ patch: { inserts: [], cells }, label: { boxes: written, shipments: touched.size }, result })
  })
  if (!applied.ok) return applied
  context.index.refresh(touched)
  context.emit('changed', { shipments: [...touched], lists: false })
  return ok(applied.value.result)
}

async function readLines(
  context: CommandContext,
  { text, file }: Input,
): Promise<Result<TrackingLine[], CallProblem>> {
  if (text !== undefined) return ok(parsePairingText(text))
  const offered = file === undefined ? null : context.tokens.get(file)
  if (!offered) return fail({ kind: 'token-unknown' })
  const lines = await readTrackingList(context, offered)
  if (lines.ok) return lines
  return fail({ kind: 'file-refused', fileName: offered.name, problem: lines.problem })
}

/** The named shipment, else every shipment the list's labels name. */
function getTarget(
  store: Store,
  lines: readonly TrackingLine[],
  shipmentId: number | undefined,
): PairingTarget {
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const found =
    shipmentId === undefined
      ? [...getNamedShipments(lines)]
          .map((fbaId) => getShipmentByFbaId(store, fbaId))
          .filter((row) => row !== null)
      : getShipmentsById(store, [shipmentId])
  return {
    shipments: found.map((shipment) => ({
      id: shipment.id,
      fbaId: shipment.fbaId,
      carrier: shipment.carrierId === null ? null : (carriers.get(shipment.carrierId) ?? null),
      boxes: getBoxesOfShipment(store, shipment.id),
    })),
    getOwner: (trackingId) => getTrackingOwner(store, trackingId),
  }
}

function getNamedShipments(lines: readonly TrackingLine[]): Set<string> {
  const named = new Set<string>()
  for (const line of lines) {
    const fbaId = line.fbaId ?? (line.boxId === undefined ? undefined : parseBoxId(line.boxId)?.fbaId)
    if (fbaId !== undefined) named.add(fbaId)
  }
  return named
}

const formatPlace = (place: TrackingPlace): string =>
  'line' in place ? String(place.line) : [place.sheet, place.cell].filter((part) => part !== '').join('!')
