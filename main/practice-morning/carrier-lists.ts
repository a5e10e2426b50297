import { writeWorkbook, type WorkbookCell } from '../files/workbook-writer.ts'
import { encodeText, formatDelimited } from './delimited-text.ts'
import type { PlantedMistake } from './planted-mistakes.ts'
import type { SampleBox, SampleShipment } from './sample-shipments.ts'
import { formatUps1z } from './sample-numbers.ts'
import { createRandom } from './seeded-random.ts'

/** A list of tracking IDs as a carrier sends it; `.txt` is a chat message to be pasted. */
export interface SampleList {
  name: string
  bytes: Uint8Array
  /** Where the list itself does not say which shipment it is for. */
  shipmentFbaId?: string
}

interface ListedBox {
  shipment: SampleShipment
  box: SampleBox
  /** 1-based place of the box in its shipment. */
  place: number
}

/** Lists for all parcel shipments whose clients' files have no tracking IDs, in the order in which they come in. */
export function writeCarrierLists(
  seed: number,
  shipments: readonly SampleShipment[],
  mistakes: readonly PlantedMistake[],
): SampleList[] {
  const random = createRandom(seed + 1)
  const ofClients = (...names: string[]): SampleShipment[] =>
    shipments.filter((each) => each.mode === 'SPD' && names.includes(each.client.name))
  const alderFinch = ofClients('Alder Finch Home')
  const singles = [...ofClients('杭州云栖'), ...alderFinch.slice(labelledAlderFinch)]
  return [
    {
      name: 'UPS_1123_拓海_鹭远.xlsx',
      bytes: writeUpsWorkbook(random.shuffle(listBoxes(ofClients('深圳拓海', '厦门鹭远')))),
    },
    { name: 'FedEx_1123_南岭.csv', bytes: writeSequenceCsv(listBoxes(ofClients('广州南岭'))) },
    { name: 'UPS_CSV_EXPORT.csv', bytes: writeWorldShipCsv(listBoxes(ofClients('Bright Harbor Toys'))) },
    {
      name: 'FedEx_Copper_Mill.xlsx',
      bytes: writePieceWorkbook(random.shuffle(listBoxes(ofClients('Copper Mill Goods')))),
    },
    { name: 'UPS_Alder_Finch.csv', bytes: writeLabelCsv(listBoxes(alderFinch.slice(0, labelledAlderFinch))) },
    ...singles.map((shipment, at) => writeSingleList(shipment, at, mistakes)),
  ]
}

/** So many of its shipments come in one list with box labels, the rest one by one. */
const labelledAlderFinch = 9

const listBoxes = (shipments: readonly SampleShipment[]): ListedBox[] =>
  shipments.flatMap((shipment) => shipment.boxes.map((box, at) => ({ shipment, box, place: at + 1 })))

/** By box label, rows as the parcels were scanned. */
const writeUpsWorkbook = (listed: readonly ListedBox[]): Uint8Array =>
  writeWorkbook([
    {
      name: 'Shipments',
      rows: [
        ['Ship Date', 'Tracking Number', 'Reference 1', 'Weight (kg)'],
        ...listed.map(({ box }) => ['2026-11-23', box.trackingId, box.boxId, box.weightKg]),
      ],
      columnWidths: [12, 22, 24, 12],
    },
  ])

/** By shipment and sequence, without headings. */
const writeSequenceCsv = (listed: readonly ListedBox[]): Uint8Array =>
  writeCsv(
    listed.map(({ shipment, box, place }) => [
      shipment.fbaId,
      `${place}/${shipment.boxes.length}`,
      box.trackingId,
    ]),
  )

/** Below all package numbers in use. */
const voidedPackage = 999_999

/** UPS WorldShip's export: 22 columns in quotes, no headings, the box label in Reference 1; one label was voided. */
function writeWorldShipCsv(listed: readonly ListedBox[]): Uint8Array {
  const service = ['Ground', '', '20261123084500', '20261127', 'N', '0.00', '1']
  const address = ['1 Dock Road', '', 'US', '', '', '', '', 'A1B2C3']
  const toLine = (voided: 'Y' | 'N', { shipment, box }: ListedBox, trackingId: string): string => {
    const numbers = [String(box.weightKg), trackingId, box.boxId, '']
    const cells = [voided, ...service, 'Amazon', shipment.fc, ...address, ...numbers]
    return `"${cells.join('","')}"\r\n`
  }
  const lines = listed.map((each) => toLine('N', each, each.box.trackingId!))
  return encodeText([toLine('Y', listed[0]!, formatUps1z(voidedPackage)), ...lines].join(''), 'utf8')
}

/** By shipment and piece number. */
const writePieceWorkbook = (listed: readonly ListedBox[]): Uint8Array =>
  writeWorkbook([
    {
      name: 'Pieces',
      rows: [
        ['Customer reference', 'Piece', 'Tracking Number'],
        ...listed.map(({ shipment, box, place }) => [
          shipment.fbaId,
          `${place} of ${shipment.boxes.length}`,
          box.trackingId,
        ]),
      ],
      columnWidths: [20, 10, 20],
    },
  ])

const writeLabelCsv = (listed: readonly ListedBox[]): Uint8Array =>
  writeCsv([['Package reference', 'Tracking #'], ...listed.map(({ box }) => [box.boxId, box.trackingId])])

const writeCsv = (rows: readonly (readonly WorkbookCell[])[]): Uint8Array =>
  encodeText(formatDelimited(rows, ','), 'utf8')

/** Numbers only, in the order of the boxes; every third as a chat message. */
function writeSingleList(
  shipment: SampleShipment,
  at: number,
  mistakes: readonly PlantedMistake[],
): SampleList {
  const numbers = shipment.boxes.flatMap((box) => {
    const mistake = mistakes.find((each) => each.box === box)
    if (mistake?.kind === 'number-missing') return []
    return mistake?.kind === 'number-twice' ? [box.trackingId!, box.trackingId!] : [box.trackingId!]
  })
  const { fbaId } = shipment
  if (at % 3 === 0) {
    const message = [`${shipment.client.name} 今天UPS 20件，单号如下：`, ...numbers, '辛苦录入，谢谢']
    return {
      name: `UPS_${fbaId}_chat.txt`,
      bytes: encodeText(message.join('\r\n'), 'utf8'),
      shipmentFbaId: fbaId,
    }
  }
  const bytes = writeCsv([['Tracking Number'], ...numbers.map((number) => [number])])
  return { name: `UPS_${fbaId}.csv`, bytes, shipmentFbaId: fbaId }
}
