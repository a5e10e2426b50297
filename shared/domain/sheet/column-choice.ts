import { repeatableFields, type ImportField } from './import-field.ts'
import type { LayoutColumn, SheetLayout, SheetShape } from './sheet-layout.ts'
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
  if (layout.shape === 'tracking-workbook') return layout.shape
  const hadBoxIds = layout.columns.some((column) => column.field === 'boxId')
  if (fields.has('boxId')) return hadBoxIds && layout.shape !== 'none' ? layout.shape : 'per-box'
  const hasShipment = fields.has('fbaId') || layout.facts.some((fact) => fact.field === 'fbaId')
  if (!hasShipment) return 'none'
  return layout.shape === 'per-box' && !hadBoxIds ? 'per-box' : 'per-shipment'
}
