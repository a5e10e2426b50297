import type { WorkbookCell } from '../files/workbook-writer.ts'
import { addDays, type Day, type Moment } from '../../shared/domain/calendar-day.ts'
import type { SampleSchedule } from './sample-schedule.ts'
import type { SampleShipment } from './sample-shipments.ts'

/** A box as the client's file states it. */
export interface SheetBox {
  boxId: string
  /** A number where a spreadsheet took the tracking ID for one. */
  trackingId: WorkbookCell
  weightKg: number
}

/** A shipment as the client's file states it, mistakes and all. */
export interface SheetShipment {
  fbaId: string
  referenceId: string
  fc: string
  mode: 'LTL' | 'FTL' | 'SPD' | 'LTL partnered' | ''
  carrier: string
  isa: string
  pro: string
  createdOn: Day
  planId: string
  etaOn: Day
  /** '' where there is none. */
  appointmentAt: Moment
  pallets: number | ''
  boxCount: number
  boxes: SheetBox[]
}

/** A client's file besides its shipments. */
export interface SheetHead {
  client: string
  /** The morning that the file is for. */
  day: Day
}

/** When the goods were sent off. */
export const getSentDay = ({ day }: SheetHead): Day => addDays(day, -3)

export const toSheetShipment = (shipment: SampleShipment, schedule: SampleSchedule): SheetShipment => ({
  fbaId: shipment.fbaId,
  referenceId: shipment.referenceId,
  fc: shipment.fc,
  mode: shipment.mode,
  carrier: shipment.mode === 'SPD' ? shipment.client.parcelCarrier : '',
  isa: schedule.isa ?? '',
  pro: '',
  createdOn: schedule.createdOn,
  planId: schedule.planId,
  etaOn: schedule.etaOn,
  appointmentAt: schedule.appointmentAt ?? '',
  pallets: schedule.pallets ?? '',
  boxCount: shipment.boxes.length,
  boxes: shipment.boxes.map(({ boxId, trackingId, weightKg }) => ({ boxId, trackingId, weightKg })),
})

export const sumWeightKg = (shipment: Pick<SheetShipment, 'boxes'>): number =>
  Math.round(shipment.boxes.reduce((sum, box) => sum + box.weightKg, 0) * 10) / 10

export const toPounds = (weightKg: number): number => Math.round(weightKg * 22.0462262) / 10
