import { getDatedTarget, type DatedTarget } from './dated-cell.ts'
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
  /** Of a column of dates or pallets: what it says of the shipment. */
  dated: { target: DatedTarget; isDate1904: boolean } | null
}

/** Where the first, second … box of a row stands; -1 for what has no column. */
export interface NumberedBox {
  boxId: number
  trackingId: number
  weight: number
  weightUnit: WeightUnit
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
  /** Columns of each box that a row has side by side. */
  numbered: NumberedBox[]
  table: MappedTable
}

const perBoxShapes: ReadonlySet<SheetShape> = new Set<SheetShape>([
  'per-box',
  'tracking-workbook',
  'boxes-as-columns',
  'shipment-export',
])

export function sortColumns(layout: SheetLayout, info: RawSheetInfo): RowColumns {
  const isNumbered = layout.shape === 'boxes-as-columns' && !layout.isAcross
  const plain = layout.columns.filter((column) => !isNumbered || column.box === undefined)
  const find = (field: ImportField): LayoutColumn | undefined =>
    plain.find((column) => column.field === field)
  /** One value stands for a shipment; what further columns of the field say is kept beside it. */
  const isSecond = (column: LayoutColumn): boolean =>
    column.field === 'clientReference' && find('clientReference') !== column
  const isPerBox = perBoxShapes.has(layout.shape) && !isNumbered
  const isRun = layout.shape === 'box-ranges'
  const weight = find('weight')
  const isBoxWeight = isPerBox && !find('boxWeight') && !/总|total/i.test(weight?.heading ?? '')
  const boxWeight = find('boxWeight') ?? (isBoxWeight ? weight : undefined)
  const names = nameExtras(layout.columns)
  const hasParts = isRun || layout.shape === 'one-shipment'
  const dated = findDated(plain, isPerBox || hasParts)
  const isDated = new Set(dated.values())
  const isDate1904 = info.isDate1904 === true
  return {
    fbaId: find('fbaId')?.index ?? -1,
    boxId: find('boxId')?.index ?? -1,
    trackingId: find('trackingId')?.index ?? -1,
    boxWeight: boxWeight?.index ?? -1,
    boxWeightUnit: getWeightUnit(boxWeight?.heading ?? '') ?? 'kg',
    boxCount: find('boxCount')?.index ?? -1,
    boxSequence: find('boxSequence')?.index ?? -1,
    shipment: plain
      .filter((column) => column !== boxWeight && column.field && isShipmentField(column.field))
      .filter((column) => column.field === 'notes' || find(column.field!) === column)
      .map((column) => toShipmentColumn(column, null))
      .concat([...dated].map(([target, column]) => toShipmentColumn(column, { target, isDate1904 }))),
    extras: plain
      .filter((column) => column.field === null || extraFields.has(column.field) || isSecond(column))
      .filter((column) => !isDated.has(column))
      .map((column) => ({ index: column.index, name: names.get(column.index)! })),
    names,
    isPerBox,
    isRun,
    numbered: isNumbered ? listNumbered(layout.columns) : [],
    table: {
      sheetName: info.name,
      columns: new Map(
        [
          ...plain.flatMap((column) => (column.field === null ? [] : [[column.field, column] as const])),
          ...dated,
        ].map(([key, { index, heading }]) => [key, { index, heading, extraName: names.get(index)! }]),
      ),
      hasGoodsRows: find('goods') !== undefined,
      isAcross: layout.isAcross ?? false,
      hasParts,
    },
  }
}

const toShipmentColumn = (column: LayoutColumn, dated: ShipmentColumn['dated']): ShipmentColumn => ({
  index: column.index,
  heading: column.heading,
  field: column.field!,
  unit: getWeightUnit(column.heading) ?? 'kg',
  dated,
})

/** The first column of each kind. Pallets of a row that is a part of its shipment are not those of the shipment. */
function findDated(columns: readonly LayoutColumn[], hasParts: boolean): Map<DatedTarget, LayoutColumn> {
  const found = new Map<DatedTarget, LayoutColumn>()
  for (const column of columns) {
    const target = getDatedTarget(column.field, column.heading)
    if (target !== null && !found.has(target) && !(hasParts && target === 'palletCount'))
      found.set(target, column)
  }
  return found
}

function listNumbered(columns: readonly LayoutColumn[]): NumberedBox[] {
  const boxes = Map.groupBy(
    columns.filter((column) => column.box !== undefined),
    (column) => column.box!,
  )
  return [...boxes]
    .toSorted(([one], [other]) => one - other)
    .map(([, own]) => {
      const find = (...fields: ImportField[]) =>
        own.find(({ field }) => field !== null && fields.includes(field))
      const weight = find('boxWeight', 'weight')
      return {
        boxId: find('boxId')?.index ?? -1,
        trackingId: find('trackingId')?.index ?? -1,
        weight: weight?.index ?? -1,
        weightUnit: getWeightUnit(weight?.heading ?? '') ?? 'kg',
      }
    })
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
