import type { RawCell } from '../../shared/domain/sheet/raw-cell.ts'
import { showGeneral, type NumberFormat } from './number-format.ts'

/** A stored number, with what its format shows where that differs; a null format is General. */
export function makeNumberCell(raw: string, format: NumberFormat | null): RawCell {
  const cell: RawCell = { type: format?.isDate ? 'date' : 'number', raw }
  if (raw === '') return cell
  const shown = format === null ? showGeneral(raw) : format.show(raw)
  if (shown !== null && shown !== raw) cell.shown = shown
  return cell
}
