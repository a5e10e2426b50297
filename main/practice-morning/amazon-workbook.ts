import { writeWorkbook } from '../files/workbook-writer.ts'
import type { SampleShipment } from './sample-shipments.ts'

/**
 * A tracking workbook as a client downloads it from Amazon, its numbers still blank. The empty second sheet is the
 * client's own: a workbook that was filled in place still has it. Texts: see files/tracking-workbook.ts.
 */
export const makeDownloadedWorkbook = (shipment: SampleShipment): Uint8Array =>
  writeWorkbook([
    {
      name: 'TrackingIDs',
      rows: [
        [
          'Instructions',
          'a. Do not add, remove, modify, or move the system-generated FBA box label IDs in column A of the Excel spreadsheet. FBA box label IDs must remain in column A and start on row 8.',
        ],
        [
          null,
          'b. Ensure the carrier tracking IDs entered in column B map to the correct FBA box label IDs.',
        ],
        [
          null,
          'Note: You may experience errors if you enter information outside of columns A and B in the Excel spreadsheet.',
        ],
        ['Shipment ID', shipment.fbaId],
        [],
        ['-'.repeat(40), '-'.repeat(40)],
        ['Amazon FBA box label number', 'Tracking #'],
        ...shipment.boxes.map(({ boxId }) => [boxId, null]),
      ],
      columnWidths: [25.875, 100.875],
      textColumns: [1],
      rowHeights: new Map([[1, 40]]),
      merges: [{ top: 1, left: 0, bottom: 3, right: 0 }],
    },
    { name: clientSheetName, rows: [] },
  ])

export const clientSheetName = 'Sheet1'
