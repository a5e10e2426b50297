import type { Box } from './box.ts'
import type { Carrier } from './carrier.ts'
import type { Shipment } from './shipment.ts'

/** One shipment with everything an export says of it. */
export interface ExportedShipment {
  shipment: Pick<
    Shipment,
    'id' | 'fbaId' | 'fc' | 'amazonMode' | 'pro' | 'bol' | 'referenceId' | 'grossWeightKg' | 'clientReference'
  >
  carrier: Pick<Carrier, 'name' | 'scac' | 'amazonName'> | null
  boxes: readonly Pick<Box, 'position' | 'boxId' | 'trackingId' | 'weightKg'>[]
  /** The client's own tracking workbook, or null: then one is built. */
  templateSha256: string | null
}

export type ExportFileKind = 'tracking-workbook' | 'pro-list' | 'master'

export interface PlannedFile {
  /** Inside the client's folder, `/` between parts; ASCII only. */
  path: string
  kind: ExportFileKind
  shipments: ExportedShipment[]
}

export const exportColumns = {
  proList: ['FBA shipment ID', 'PRO number', 'Carrier', 'SCAC', 'Amazon carrier name', 'FC', 'BOL', 'Boxes'],
  master: [
    'FBA shipment ID',
    'Mode',
    'FC',
    'Carrier',
    'SCAC',
    'Amazon carrier name',
    'PRO number',
    'BOL',
    'Amazon Reference ID',
    'Client reference',
    'Boxes',
    'With tracking ID',
    'Gross weight kg',
  ],
  boxes: ['FBA shipment ID', 'Box', 'Box ID', 'Tracking ID', 'Weight kg'],
} as const

/**
 * A client's files: a tracking workbook for each parcel shipment (Amazon takes one shipment a file, parcel only), a
 * list of PRO numbers for LTL and FTL, and the client's master sheet.
 */
export function planClientFiles(shipments: readonly ExportedShipment[]): PlannedFile[] {
  const sorted = shipments.toSorted((a, b) => (a.shipment.fbaId < b.shipment.fbaId ? -1 : 1))
  const parcel = sorted.filter((entry) => entry.shipment.amazonMode === 'SPD')
  const freight = sorted.filter((entry) => entry.shipment.amazonMode !== 'SPD')
  const files: PlannedFile[] = parcel.map((entry) => ({
    path: `upload/${entry.shipment.fbaId}.xlsx`,
    kind: 'tracking-workbook',
    shipments: [entry],
  }))
  if (freight.length > 0) files.push({ path: 'PRO-list.xlsx', kind: 'pro-list', shipments: freight })
  files.push({ path: 'master.xlsx', kind: 'master', shipments: sorted })
  return files
}

/** Text, or a number for what is no identifier. */
export type ExportCell = string | number | null

export const listPros = (shipments: readonly ExportedShipment[]): ExportCell[][] =>
  shipments.map(({ shipment, carrier, boxes }) => [
    shipment.fbaId,
    shipment.pro,
    carrier?.name ?? null,
    carrier?.scac ?? null,
    carrier?.amazonName ?? null,
    shipment.fc,
    shipment.bol,
    boxes.length,
  ])

export const listShipments = (shipments: readonly ExportedShipment[]): ExportCell[][] =>
  shipments.map(({ shipment, carrier, boxes }) => [
    shipment.fbaId,
    shipment.amazonMode,
    shipment.fc,
    carrier?.name ?? null,
    carrier?.scac ?? null,
    carrier?.amazonName ?? null,
    shipment.pro,
    shipment.bol,
    shipment.referenceId,
    shipment.clientReference,
    boxes.length,
    boxes.filter((box) => box.trackingId !== null).length,
    shipment.grossWeightKg,
  ])

export const listBoxes = (shipments: readonly ExportedShipment[]): ExportCell[][] =>
  shipments.flatMap(({ shipment, boxes }) =>
    boxes.map((box) => [shipment.fbaId, box.position, box.boxId, box.trackingId, box.weightKg]),
  )
