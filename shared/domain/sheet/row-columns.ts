import { extraFields, type ImportField } from './import-field.ts'
import type { MappedTable } from './mapped-row.ts'
import { getWeightUnit, type WeightUnit } from './quantity-cell.ts'
import { formatCellAddress, type RawSheetInfo } from './raw-cell.ts'
import type { LayoutColumn, SheetLayout, SheetShape } from './sheet-layout.ts'
import { isShipmentField } from './shipment-cell.ts'

export interface ShipmentColumn {
  index: number
  field: ImportField
  heading: string
  unit: WeightUnit
}

/** A layout sorted by what the cells of each column are read for. Indexes are -1 where no column has the field. */
export interface RowColumns {
  fbaId: number
  boxId: number
  trackingId: number
  boxWeight: number
  boxWeightUnit: WeightUnit
  boxCount: number
  boxSequence: number
  shipment: ShipmentColumn[]
  extras: { index: number; name: string }[]
  /** Name among the extras of any column, for a value that its field cannot take. */
  names: ReadonlyMap<number, string>
  isPerBox: boolean
  /** A row is a run of boxes. */
  isRun: boolean
  table: MappedTable
}

const perBoxShapes: ReadonlySet<SheetShape> = new Set<SheetShape>([
  'per-box',
  'tracking-workbook',
  'boxes-as-columns',
  'shipment-export',
])

export function sortColumns(layout: SheetLayout, info: RawSheetInfo): RowColumns {
  const find = (field: ImportField): LayoutColumn | undefined =>
    layout.columns.find((column) => column.field === field)
  const isPerBox = perBoxShapes.has(layout.shape)
  const isRun = layout.shape === 'box-ranges'
  const weight = find('weight')
  const isBoxWeight = isPerBox && !find('boxWeight') && !/总|total/i.test(weight?.heading ?? '')
  const boxWeight = find('boxWeight') ?? (isBoxWeight ? weight : undefined)
  const names = nameExtras(layout.columns)
  return {
    fbaId: find('fbaId')?.index ?? -1,
    boxId: find('boxId')?.index ?? -1,
    trackingId: find('trackingId')?.index ?? -1,
    boxWeight: boxWeight?.index ?? -1,
    boxWeightUnit: getWeightUnit(boxWeight?.heading ?? '') ?? 'kg',
    boxCount: find('boxCount')?.index ?? -1,
    boxSequence: find('boxSequence')?.index ?? -1,
    shipment: layout.columns
      .filter((column) => column !== boxWeight && column.field && isShipmentField(column.field))
      .map((column) => ({ ...column, field: column.field!, unit: getWeightUnit(column.heading) ?? 'kg' })),
    extras: layout.columns
      .filter((column) => column.field === null || extraFields.has(column.field))
      .map((column) => ({ index: column.index, name: names.get(column.index)! })),
    names,
    isPerBox,
    isRun,
    table: {
      sheetName: info.name,
      columns: new Map(
        layout.columns
          .filter((column) => column.field !== null)
          .map(({ field, index, heading }) => [field!, { index, heading, extraName: names.get(index)! }]),
      ),
      hasGoodsRows: find('goods') !== undefined,
      isAcross: layout.isAcross ?? false,
      hasParts: isRun || layout.shape === 'one-shipment',
    },
  }
}

/** Headings as names of extras, numbered where repeated, the column's letters where there is none. */
function nameExtras(columns: readonly LayoutColumn[]): Map<number, string> {
  const taken = new Set(['__proto__'])
  const names = new Map<number, string>()
  for (const { index, heading } of columns) {
    const base = heading === '' ? formatCellAddress(index, 1).slice(0, -1) : heading
    let name = base
    for (let times = 2; taken.has(name); times += 1) name = `${base} (${times})`
    taken.add(name)
    names.set(index, name)
  }
  return names
}
