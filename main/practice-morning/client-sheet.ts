import type { WorkbookCell } from '../files/workbook-writer.ts'
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
  boxCount: number
  boxes: SheetBox[]
}

export const toSheetShipment = (shipment: SampleShipment): SheetShipment => ({
  fbaId: shipment.fbaId,
  referenceId: shipment.referenceId,
  fc: shipment.fc,
  mode: shipment.mode,
  carrier: shipment.mode === 'SPD' ? shipment.client.parcelCarrier : '',
  isa: shipment.isa ?? '',
  pro: '',
  boxCount: shipment.boxes.length,
  boxes: shipment.boxes.map(({ boxId, trackingId, weightKg }) => ({ boxId, trackingId, weightKg })),
})

export const sumWeightKg = (shipment: Pick<SheetShipment, 'boxes'>): number =>
  Math.round(shipment.boxes.reduce((sum, box) => sum + box.weightKg, 0) * 10) / 10

export const toPounds = (weightKg: number): number => Math.round(weightKg * 22.0462262) / 10
