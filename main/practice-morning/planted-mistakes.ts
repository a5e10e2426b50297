import { toSheetShipment, type SheetShipment } from './client-sheet.ts'
import { mistypeLastDigit } from './sample-numbers.ts'
import type { SampleSchedules } from './sample-schedule.ts'
import type { SampleBox, SampleShipment } from './sample-shipments.ts'

export type PlantedKind =
  | 'scientific-notation'
  | 'too-many-digits'
  | 'check-digit'
  | 'mode-missing'
  | 'isa-as-pro'
  | 'box-count-differs'
  | 'partnered'
  | 'one-character-missing'
  | 'walmart'
  | 'tiktok'
  | 'number-twice'
  | 'number-missing'

/** What is wrong in the sample company's files this morning. */
export interface PlantedMistake {
  kind: PlantedKind
  client: string
  fbaId: string
  /** The box it concerns. */
  box?: SampleBox
  /** What the mistaken cell of the client's file holds. */
  stored: string
}

interface PlantedMorning {
  /** What each client's file says, by client. */
  sheets: Map<string, SheetShipment[]>
  mistakes: PlantedMistake[]
}

/** Puts one mistake of each kind into what the files say. Those of the kind `number-…` stand in carriers' lists. */
export function plantMistakes(
  shipments: readonly SampleShipment[],
  schedules: SampleSchedules,
): PlantedMorning {
  const sheets = new Map<string, SheetShipment[]>()
  for (const shipment of shipments) {
    const { name } = shipment.client
    sheets.set(name, [...(sheets.get(name) ?? []), toSheetShipment(shipment, schedules.get(shipment.fbaId)!)])
  }
  const mistakes: PlantedMistake[] = []
  const plant = (
    kind: PlantedKind,
    shipment: SampleShipment,
    spoil: (sheet: SheetShipment) => string | number,
    boxAt?: number,
  ): void => {
    const { client, fbaId } = shipment
    const stored = spoil(sheets.get(client.name)!.find((each) => each.fbaId === fbaId)!)
    mistakes.push({
      kind,
      client: client.name,
      fbaId,
      stored: String(stored),
      ...(boxAt !== undefined && { box: shipment.boxes[boxAt]! }),
    })
  }
  const find = createFinder(shipments)

  plant('scientific-notation', find('青岛海晟', 'parcel', 1), stateTracking(5, toScientific), 5)
  plant('check-digit', find('青岛海晟', 'parcel', 4), stateTracking(2, mistypeLastDigit), 2)
  plant('too-many-digits', find('宁波星野', 'parcel', 4), stateTracking(10, Number), 10)
  plant('mode-missing', find('杭州云栖', 'truck', 6), (sheet) => (sheet.mode = ''))
  plant('isa-as-pro', find('苏州锦帆', 'truck', 9), (sheet) => (sheet.pro = sheet.isa))
  plant('box-count-differs', find('宁波星野', 'truck', 5), (sheet) => (sheet.boxCount += 1))
  plant('number-twice', find('Alder Finch Home', 'parcel', 11), () => '', 6)
  plant('number-missing', find('Alder Finch Home', 'parcel', 12), () => '', 13)

  const addRow = (
    kind: PlantedKind,
    client: string,
    row: Partial<SheetShipment> & { fbaId: string },
  ): void => {
    const rows = sheets.get(client)!
    rows.splice(7, 0, { ...rows[7]!, isa: '', appointmentAt: '', pallets: '', ...row })
    mistakes.push({ kind, client, fbaId: row.fbaId, stored: row.fbaId })
  }
  addRow('one-character-missing', '义乌百川', { fbaId: 'FBA15TB8M3X' })
  addRow('tiktok', '苏州锦帆', { fbaId: 'IBR2401470021' })
  addRow('walmart', 'Northlake Outdoor', { fbaId: '0714700213WFA' })
  addRow('partnered', 'Northlake Outdoor', { fbaId: 'FBA18TBE4KA2', mode: 'LTL partnered' })
  return { sheets, mistakes }
}

const stateTracking =
  (boxAt: number, state: (trackingId: string) => string | number) =>
  (sheet: SheetShipment): string | number => {
    const box = sheet.boxes[boxAt]!
    return (box.trackingId = state(String(box.trackingId)))
  }

/** The client's nth shipment of a kind, from 0. */
const createFinder =
  (shipments: readonly SampleShipment[]) =>
  (client: string, kind: 'truck' | 'parcel', at: number): SampleShipment =>
    shipments.filter((each) => each.client.name === client && (each.mode === 'SPD') === (kind === 'parcel'))[
      at
    ]!

/** As a spreadsheet shows, and saves as CSV, a number too long for its column: `4.00015E+11`. */
const toScientific = (trackingId: string): string => Number(trackingId).toExponential(5).replace('e', 'E')
