import { repeatableFields, type ImportField } from './import-field.ts'
import {
  isAmazonShape,
  isForeignShape,
  type LayoutColumn,
  type SheetLayout,
  type SheetShape,
} from './sheet-layout.ts'
import { listMissing } from './sheet-shape.ts'

/** The layout with a column's field as the dispatcher chose it; the column that had the field becomes an extra. */
export function applyColumnChoice(
  layout: SheetLayout,
  columnIndex: number,
  field: ImportField | null,
): SheetLayout {
  const columns = layout.columns.map((column): LayoutColumn => {
    if (column.index === columnIndex) {
      return { ...column, field, verdict: field ? 'known' : 'extra', reason: { kind: 'chosen' } }
    }
    return field !== null && column.field === field && !repeatableFields.has(field)
      ? { ...column, field: null, verdict: 'extra', reason: { kind: 'no-match' } }
      : column
  })
  const fields = new Set(columns.map((column) => column.field).filter((each) => each !== null))
  const shape = chooseShape(layout, fields)
  return { ...layout, columns, shape, missing: listMissing(shape, fields, layout.facts) }
}

function chooseShape(layout: SheetLayout, fields: ReadonlySet<ImportField>): SheetShape {
  if (isAmazonShape(layout.shape) || isForeignShape(layout.shape) || layout.isAcross) return layout.shape
  const hadBoxIds = layout.columns.some((column) => column.field === 'boxId')
  if (fields.has('boxId')) return hadBoxIds && layout.shape !== 'none' ? layout.shape : 'per-box'
  const isOfOneShipment = layout.facts.some((fact) => fact.field === 'fbaId')
  if (!fields.has('fbaId') && !isOfOneShipment) return 'none'
  if (layout.shape === 'per-box' && !hadBoxIds) return 'per-box'
  return fields.has('fbaId') ? 'per-shipment' : 'one-shipment'
}
