import { writeWorkbook, type WorkbookCell } from '../files/workbook-writer.ts'
import { toPounds, type SheetHead, type SheetShipment } from './client-sheet.ts'
import { encodeText, formatDelimited } from './delimited-text.ts'
import { listBoxes } from './list-boxes.ts'
import { asIs, inEnglish, spellMoment, withMonthName } from './sheet-days.ts'
import { enGoods, pickByPlace } from './sheet-words.ts'

/** Headings as in Seller Central's own exports. */
export const writeSellerCentralFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        [
          'fba-shipment-id',
          'fba-carton-id',
          'fulfillment-center-id',
          'ship method',
          'Box weight (lb):',
          'Title',
          'Units',
        ],
        ...listBoxes(shipments, (shipment, box, at) => [
          shipment.fbaId,
          box.boxId,
          shipment.fc,
          shipment.mode,
          toPounds(box.weightKg),
          `Bright Harbor, ${pickByPlace(enGoods, at)} "classic"`,
          24,
        ]),
      ],
      ',',
    ),
    'utf8',
  )

/** "Unicode text" of an old spreadsheet: UTF-16, parted by tabs. */
export const writeUnicodeTextFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        [
          'FBA Shipment ID',
          'Created on',
          'Box ID',
          'Reference ID',
          'FC',
          'ETA',
          'Shipping way',
          'Box weight (lb)',
          'Remarks',
        ],
        ...listBoxes(shipments, (shipment, box) => [
          shipment.fbaId,
          withMonthName(shipment.createdOn),
          box.boxId,
          shipment.referenceId,
          shipment.fc,
          inEnglish(shipment.etaOn),
          shipment.mode,
          toPounds(box.weightKg),
          '',
        ]),
      ],
      '\t',
    ),
    'utf16le-bom',
  )

/** A block for each shipment, headed by its own lines and headings. */
export const writeBlockFile = (shipments: readonly SheetShipment[], { client }: SheetHead): Uint8Array =>
  writeWorkbook([
    {
      name: 'Packing list',
      rows: [
        [`${client}, packing lists`],
        ...shipments.flatMap((shipment, at): WorkbookCell[][] => [
          [],
          [
            `Shipment ID: ${shipment.fbaId}`,
            `Reference ID: ${shipment.referenceId}`,
            `Plan ID: ${shipment.planId}`,
          ],
          [
            `Ship to: ${shipment.fc}`,
            `Delivery mode: ${shipment.mode}`,
            shipment.carrier === '' ? null : `Carrier: ${shipment.carrier}`,
          ],
          [
            `ETA: ${shipment.etaOn}`,
            shipment.pallets === '' ? null : `Pallets: ${shipment.pallets}`,
            shipment.appointmentAt === ''
              ? null
              : `Appointment time: ${spellMoment(shipment.appointmentAt, asIs)}`,
          ],
          ['Box ID', 'Box weight (kg)', 'SKU', 'Qty'],
          ...shipment.boxes.map((box) => [box.boxId, box.weightKg, `CM-${1400 + at}`, 24]),
        ]),
      ],
      columnWidths: [34, 24, 20, 8],
    },
  ])
