import type { PlantedKind, PlantedMistake } from './planted-mistakes.ts'
import type { SampleList } from './carrier-lists.ts'
import type { SampleShipment } from './sample-shipments.ts'

/**
 * What the dispatcher answers to a mistake, in ids of Amazon's and numbers of carriers, so that it can be applied
 * through ordinary calls whatever the rows are called in the database.
 */
export type RecordedDecision = { answers: PlantedKind } & (
  | { call: 'shipment.edit'; fbaId: string; field: 'amazonMode'; text: string }
  | { call: 'box.edit'; fbaId: string; boxId: string; trackingId: string }
  /** The list's numbers as the dispatcher placed them; null leaves a gap. */
  | { call: 'pairing.apply'; list: string; order: { boxId: string; trackingId: string | null }[] }
  | { call: 'assign.apply'; fbaId: string }
)

/** In the order in which they are taken. What nobody at the desk can answer is left out of the export. */
export function recordDecisions(
  shipments: readonly SampleShipment[],
  mistakes: readonly PlantedMistake[],
  lists: readonly SampleList[],
): RecordedDecision[] {
  const byFbaId = new Map(shipments.map((shipment) => [shipment.fbaId, shipment]))
  return mistakes.flatMap((mistake): RecordedDecision[] => {
    const { kind: answers, fbaId, box } = mistake
    const shipment = byFbaId.get(fbaId)
    const retype = (): RecordedDecision => ({
      answers,
      call: 'box.edit',
      fbaId,
      boxId: box!.boxId,
      trackingId: box!.trackingId!,
    })
    const place = (): RecordedDecision => ({
      answers,
      call: 'pairing.apply',
      list: lists.find((list) => list.shipmentFbaId === fbaId)!.name,
      order: shipment!.boxes.map(({ boxId, trackingId }) => ({
        boxId,
        trackingId: answers === 'number-missing' && boxId === box!.boxId ? null : trackingId,
      })),
    })
    switch (answers) {
      case 'scientific-notation':
      case 'too-many-digits':
      case 'check-digit':
        return [retype()]
      case 'number-twice':
        return [place()]
      case 'number-missing':
        return [place(), retype()]
      case 'mode-missing':
        return [
          { answers, call: 'shipment.edit', fbaId, field: 'amazonMode', text: shipment!.mode },
          { answers, call: 'assign.apply', fbaId },
        ]
      default:
        return []
    }
  })
}
