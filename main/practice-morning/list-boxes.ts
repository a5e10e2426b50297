import type { WorkbookCell } from '../files/workbook-writer.ts'
import type { SheetBox, SheetShipment } from './client-sheet.ts'

/** A row for each box. */
export const listBoxes = (
  shipments: readonly SheetShipment[],
  toRow: (shipment: SheetShipment, box: SheetBox, shipmentAt: number, boxAt: number) => WorkbookCell[],
): WorkbookCell[][] =>
  shipments.flatMap((shipment, shipmentAt) =>
    shipment.boxes.map((box, boxAt) => toRow(shipment, box, shipmentAt, boxAt)),
  )
