import * as boxLists from './box-list-files.ts'
import type { Day } from '../../shared/domain/calendar-day.ts'
import * as englishBoxLists from './english-box-list-files.ts'
import type { SheetHead, SheetShipment } from './client-sheet.ts'
import { sampleClients } from './sample-clients.ts'
import * as shipmentLists from './shipment-list-files.ts'

export interface SampleFile {
  name: string
  client: string
  bytes: Uint8Array
}

/** Twelve clients, twelve layouts. */
const writers: Readonly<
  Record<string, (shipments: readonly SheetShipment[], head: SheetHead) => Uint8Array>
> = {
  宁波星野: boxLists.writeTwoSheetFile,
  深圳拓海: boxLists.writeLabelledLinesFile,
  义乌百川: shipmentLists.writeMergedHeadingFile,
  杭州云栖: shipmentLists.writeSellerListFile,
  厦门鹭远: boxLists.writeSheetPerTypeFile,
  广州南岭: boxLists.writeTrapHeadingFile,
  青岛海晟: boxLists.writeTrackedBoxFile,
  苏州锦帆: shipmentLists.writeBilingualFile,
  'Northlake Outdoor': shipmentLists.writeSupplierFile,
  'Bright Harbor Toys': englishBoxLists.writeSellerCentralFile,
  'Copper Mill Goods': englishBoxLists.writeBlockFile,
  'Alder Finch Home': englishBoxLists.writeUnicodeTextFile,
}

export const writeClientFiles = (
  sheets: ReadonlyMap<string, readonly SheetShipment[]>,
  day: Day,
): SampleFile[] =>
  sampleClients.map((client) => ({
    name: client.fileName,
    client: client.name,
    bytes: writers[client.name]!(sheets.get(client.name)!, { client: client.name, day }),
  }))
