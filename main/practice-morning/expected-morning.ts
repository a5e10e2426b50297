import type { CellProblemKind } from '../../shared/domain/sheet/imported-shipment.ts'
import type { ReadinessReason, ShipmentStatus } from '../../shared/domain/readiness.ts'
import type { StandIn } from '../../shared/domain/stand-in.ts'
import type { AmazonMode } from '../../shared/domain/shipment.ts'
import type { PlantedKind, PlantedMistake } from './planted-mistakes.ts'
import type { RecordedDecision } from './recorded-decisions.ts'
import { sampleClients } from './sample-clients.ts'
import { formatFleetPro } from './sample-numbers.ts'
import { fleetName } from './sample-setup.ts'
import { boxesPerShipment, type SampleShipment } from './sample-shipments.ts'

export interface ExpectedClient {
  client: string
  parcels: { fbaId: string; carrier: string; boxes: { boxId: string; trackingId: string }[] }[]
  /** In the order in which the numbers are drawn. */
  pros: { fbaId: string; carrier: string; mode: AmazonMode; pro: string }[]
}

export interface ExpectedMorning {
  clients: ExpectedClient[]
  leftOut: { fbaId: string; client: string; status: ShipmentStatus; reasons: ReadinessReason[] }[]
  /** Cells the import must refuse or warn of; where it is a shipment ID, the row is held back. */
  refusedCells: { client: string; value: string; problem: CellProblemKind }[]
  /** PRO numbers that are something else and stay blank. */
  standIns: { fbaId: string; value: string; standIn: StandIn }[]
  /** Parcel shipments whose client's own workbook is filled in place. */
  filledInPlace: string[]
  shipments: number
  boxes: number
  prosDrawn: number
  prosExported: number
  trackingIds: number
}

const leftOutReasons: Partial<Record<PlantedKind, { status: ShipmentStatus; reasons: ReadinessReason[] }>> = {
  'box-count-differs': { status: 'error', reasons: ['box-count-differs'] },
  partnered: { status: 'exempt', reasons: [] },
}
const cellProblems: Partial<Record<PlantedKind, CellProblemKind>> = {
  'scientific-notation': 'scientific-notation',
  'too-many-digits': 'too-many-digits',
  'box-count-differs': 'box-count-differs',
  'one-character-missing': 'one-character-missing',
  walmart: 'not-amazon',
  tiktok: 'not-amazon',
}
const firstPro = 810_020_000

/** What the morning must come to, worked out from the sample company itself and from no rule of the product. */
export function expectMorning(
  shipments: readonly SampleShipment[],
  mistakes: readonly PlantedMistake[],
  decisions: readonly RecordedDecision[],
  filledInPlace: readonly string[],
): ExpectedMorning {
  const leftOut = mistakes.flatMap(({ kind, fbaId, client }) => {
    const reasons = leftOutReasons[kind]
    return reasons ? [{ fbaId, client, ...reasons }] : []
  })
  const pros = drawPros(shipments, decisions)
  const outIds = new Set(leftOut.map((each) => each.fbaId))
  const clients = sampleClients.map(({ name }): ExpectedClient => {
    const own = shipments.filter((each) => each.client.name === name && !outIds.has(each.fbaId))
    return {
      client: name,
      parcels: own
        .filter((each) => each.mode === 'SPD')
        .map(({ fbaId, client, boxes }) => ({
          fbaId,
          carrier: client.parcelCarrier,
          boxes: boxes.map(({ boxId, trackingId }) => ({ boxId, trackingId: trackingId! })),
        })),
      pros: own
        .filter((each) => each.mode !== 'SPD')
        .map(({ fbaId, mode }) => ({ fbaId, carrier: fleetName, mode, pro: pros.get(fbaId)! }))
        .toSorted((a, b) => (a.pro < b.pro ? -1 : 1)),
    }
  })
  const exempt = leftOut.filter((each) => each.status === 'exempt').length
  return {
    clients,
    leftOut: leftOut.toSorted((a, b) => (a.fbaId < b.fbaId ? -1 : 1)),
    refusedCells: mistakes.flatMap(({ kind, client, stored: value }) => {
      const problem = cellProblems[kind]
      return problem ? [{ client, value, problem }] : []
    }),
    standIns: mistakes
      .filter(({ kind }) => kind === 'isa-as-pro')
      .map(({ fbaId, stored }) => ({ fbaId, value: stored, standIn: 'isa' })),
    filledInPlace: [...filledInPlace],
    shipments: shipments.length + exempt,
    boxes: (shipments.length + exempt) * boxesPerShipment,
    prosDrawn: pros.size,
    prosExported: clients.reduce((sum, client) => sum + client.pros.length, 0),
    trackingIds: clients.reduce((sum, client) => sum + client.parcels.length, 0) * boxesPerShipment,
  }
}

/** One number for each shipment by truck, in the order of the files; those that wait for an answer come behind. */
function drawPros(
  shipments: readonly SampleShipment[],
  decisions: readonly RecordedDecision[],
): Map<string, string> {
  const waiting = decisions.filter((each) => each.call === 'assign.apply').map((each) => each.fbaId)
  const trucked = shipments.filter((each) => each.mode !== 'SPD').map((each) => each.fbaId)
  const order = [...trucked.filter((fbaId) => !waiting.includes(fbaId)), ...waiting]
  return new Map(order.map((fbaId, at) => [fbaId, formatFleetPro(firstPro + at)]))
}
