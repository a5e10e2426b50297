import { applyChange } from '../../db/change-log.ts'
import { getCarriers } from '../../db/carrier.ts'
import { insertOverrides } from '../../db/override.ts'
import { getBoxesById } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { CallProblem, PairingView } from '../../shared/contract/outputs.ts'
import {
  answerTarget,
  listOverrides,
  patchPairing,
  planPairing,
  planSettledPairing,
  readPairingText,
  retypeLines,
  type PairingAnswers,
  type PairingPlan,
  type PairingTarget,
  type TargetAnswers,
  type TrackingLine,
} from '../../shared/domain/pairing/pairing.ts'
import type { TrackingPlace } from '../../shared/domain/pairing/tracking-line.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import { releaseLoneNumbers } from '../../shared/domain/shared-tracking.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { getListTarget } from './pairing-target.ts'
import { readTrackingList, type TrackingList } from './read-tracking-list.ts'

type Input = ParsedInput<'pairing.preview'>

/** What a list would pair, and every difference; nothing is written. */
export const previewPairing: Handler<'pairing.preview'> = async (context, input) => {
  const list = await readList(context, input)
  if (!list.ok) return list
  const { plan, target, lines, said } = planList(context.store, list.value.lines, input)
  const boxes = new Map(
    target.shipments.flatMap(({ fbaId, boxes: own }) =>
      own.map((box) => [box.id, { name: box.boxId ?? String(box.position), fbaId }] as const),
    ),
  )
  const left = lines.filter(({ index }) => !said.dropped.has(index))
  const named = new Map(plan.named.map(({ index, boxRowId }) => [index, boxes.get(boxRowId)!.name]))
  const [only, ...others] = target.shipments
  const { named: _named, ...shown } = plan
  const view: PairingView = {
    ...shown,
    skipped: list.value.skipped,
    target:
      only && others.length === 0
        ? {
            fbaId: only.fbaId,
            carrier: only.carrier?.name ?? null,
            strategy: only.carrier?.strategy ?? null,
          }
        : null,
    pairs: plan.pairs.map(({ boxRowId, trackingId, before }) => {
      const { name, fbaId } = boxes.get(boxRowId)!
      return { boxRowId, boxName: name, fbaId, trackingId, before }
    }),
    numbers: left.map((line) => ({
      index: line.index,
      text: line.raw,
      trackingId: line.trackingId.ok ? line.trackingId.value : null,
      place: formatPlace(line.place),
      box: nameBox(line, named.get(line.index)),
    })),
  }
  return ok(view)
}

/** Writes the agreed part, planned again inside the transaction; a number stands on one box or nothing is written. */
export const applyPairing: Handler<'pairing.apply'> = async (context, { opId, ...input }) => {
  const list = await readList(context, input)
  if (!list.ok) return list
  const touched = new Set<number>()
  const request = toRequest(context, opId, 'pair', {})
  const applied = applyChange(context.store, request, (store) => {
    const planned = planList(store, list.value.lines, input)
    const { plan, target, lines, said } = planned
    if (!plan.canWrite) return fail({ kind: 'nothing-to-pair' } as const)
    const boxes = target.shipments.flatMap((shipment) => shipment.boxes)
    const givers = getBoxesById(
      store,
      plan.moves.map((move) => move.boxRowId),
    )
    const boxesById = new Map([...boxes, ...givers].map((box) => [box.id, box]))
    const paired = patchPairing(plan, boxesById)
    const cells = [...paired, ...releaseLoneNumbers(boxes, paired), ...planned.carrierCells]
    for (const cell of cells)
      touched.add(cell.entity === 'shipment' ? cell.id : boxesById.get(cell.id)!.shipmentId)
    const inserts = insertOverrides(store, listOverrides(plan, target, lines, said, said), request)
    const written = new Set(plan.pairs.map((pair) => pair.boxRowId))
    const result = {
      written: new Set(paired.filter((cell) => written.has(cell.id)).map((cell) => cell.id)).size,
      shipments: touched.size,
    }
    return ok({
      patch: { inserts, cells },
      label: { boxes: result.written, shipments: touched.size },
      result,
    })
  })
  if (!applied.ok) return applied
  context.index.refresh(touched)
  context.emit('changed', { shipments: [...touched], lists: false })
  return ok(applied.value.result)
}

interface PlannedList {
  plan: PairingPlan
  target: PairingTarget
  lines: readonly TrackingLine[]
  said: Required<PairingAnswers> & TargetAnswers
  /** Shipments that get another carrier. */
  carrierCells: CellChange[]
}

function planList(
  store: Store,
  read: readonly TrackingLine[],
  { shipmentId, overwrites, answers, order }: Input,
): PlannedList {
  const carriersById = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const said = {
    kept: new Map(answers.kept?.map(({ number, reason }) => [number, reason])),
    moved: new Set(answers.moved),
    dropped: new Set(answers.dropped),
    carriers: new Map(
      answers.carriers?.flatMap(({ shipmentId: id, carrierId }) => {
        const carrier = carriersById.get(carrierId)
        return carrier ? [[id, carrier] as const] : []
      }),
    ),
    sharedBecause: answers.sharedBecause ?? null,
  }
  const lines = retypeLines(read, answers.retyped ?? [])
  const onFile = getListTarget(store, lines, shipmentId)
  const target = answerTarget(onFile, said)
  const options = { overwrites, answers: said }
  const plan = order ? planSettledPairing(target, lines, order, options) : planPairing(target, lines, options)
  const carrierCells = onFile.shipments.flatMap(({ id, carrier }): CellChange[] => {
    const after = said.carriers.get(id)
    const before = carrier?.id ?? null
    return after && after.id !== before
      ? [{ entity: 'shipment', id, field: 'carrierId', before, after: after.id }]
      : []
  })
  return { plan, target, lines, said, carrierCells }
}

async function readList(
  context: CommandContext,
  { text, file }: Pick<Input, 'text' | 'file'>,
): Promise<Result<TrackingList, CallProblem>> {
  if (text !== undefined) return ok(readPairingText(text))
  const offered = file === undefined ? null : context.tokens.get(file)
  if (!offered) return fail({ kind: 'token-unknown' })
  const list = await readTrackingList(context, offered)
  if (list.ok) return list
  return fail({ kind: 'file-refused', fileName: offered.name, problem: list.problem })
}

/** By its own name where it is on file, else as the list writes it. */
function nameBox(
  { boxId, fbaId, sequence, sequenceTotal }: TrackingLine,
  onFile: string | undefined,
): PairingView['numbers'][number]['box'] {
  if (onFile !== undefined) return { name: onFile, isOnFile: true }
  const place = [sequence, sequenceTotal].filter((part) => part !== undefined).join('/')
  const written = boxId ?? (place === '' ? '' : [fbaId, place].filter((part) => part !== undefined).join(' '))
  return written === '' ? null : { name: written, isOnFile: false }
}

const formatPlace = (place: TrackingPlace): string =>
  'line' in place ? String(place.line) : [place.sheet, place.cell].filter((part) => part !== '').join('!')
