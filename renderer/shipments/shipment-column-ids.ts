import type { CallInput } from '../../shared/contract/contract.ts'
import { type ShipmentSort, shipmentSortKeys } from '../../shared/domain/shipment-list.ts'
import type { GridSort } from '../grid/grid-types.ts'

export type ShipmentColumnId =
  ShipmentSort['key'] | 'roadMode' | 'bol' | 'reference' | 'note' | OptionalColumnId

/** Columns that are shown where somebody asks for them, in the order of the grid. */
export const optionalColumnIds = [
  'closes',
  'eta',
  'appointment',
  'created',
  'origin',
  'windowFrom',
  'windowTo',
  'delivered',
  'pallets',
  'plan',
  'marketplace',
  'amazonStatus',
] as const
export type OptionalColumnId = (typeof optionalColumnIds)[number]

export const isOptionalColumn = (columnId: string): columnId is OptionalColumnId =>
  (optionalColumnIds as readonly string[]).includes(columnId)

export type ShipmentField = CallInput<'shipment.edit'>['edits'][number]['field']

/** The stored field behind each column that can be edited. */
export const editFields: Readonly<Partial<Record<ShipmentColumnId, ShipmentField>>> = {
  fc: 'fc',
  mode: 'amazonMode',
  roadMode: 'roadMode',
  weight: 'grossWeightKg',
  carrier: 'carrier',
  pro: 'pro',
  isa: 'isa',
  load: 'load',
  bol: 'bol',
  reference: 'referenceId',
  note: 'note',
  eta: 'etaOn',
  appointment: 'appointmentAt',
  created: 'createdOn',
  origin: 'origin',
  windowFrom: 'windowFrom',
  windowTo: 'windowTo',
  delivered: 'deliveredOn',
  pallets: 'palletCount',
  plan: 'planId',
  marketplace: 'marketplace',
  amazonStatus: 'amazonStatus',
}

const isSortKey = (columnId: string): columnId is ShipmentSort['key'] =>
  (shipmentSortKeys as readonly string[]).includes(columnId)

export const toShipmentSort = (sort: GridSort | undefined): ShipmentSort | null =>
  sort && isSortKey(sort.columnId)
    ? { key: sort.columnId, direction: sort.direction === 'ascending' ? 'asc' : 'desc' }
    : null

export const toGridSort = (sort: ShipmentSort | null): GridSort | undefined =>
  sort ? { columnId: sort.key, direction: sort.direction === 'asc' ? 'ascending' : 'descending' } : undefined
