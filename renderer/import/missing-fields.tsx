import type { DraftSheet } from '../../shared/contract/outputs.ts'
import type { ImportField } from '../../shared/domain/sheet/import-field.ts'
import { useT } from '../i18n.ts'
import { formatFieldName } from '../../shared/words/describe-problem.ts'
import { Select } from '../ui/select.tsx'
import { formatColumnLetter } from './column-letter.ts'
import { DiamondShape } from './verdict-shape.tsx'

interface MissingFieldsProps {
  sheet: DraftSheet
  onSettle: (column: number, field: ImportField) => void
}

/** Fields the sheet should have and no column was taken for. They can be left for later. */
export function MissingFields({ sheet, onSettle }: MissingFieldsProps) {
  const t = useT()
  const options = sheet.layout.columns.map(({ index, heading }) => ({
    id: String(index),
    label: t('import.missing.column', { letter: formatColumnLetter(index), heading }),
  }))
  if (sheet.layout.missing.length === 0 || options.length === 0) return null
  return (
    <ul className="import-missing" aria-label={t('import.missing.title')}>
      {sheet.layout.missing.map((field) => (
        <li key={field}>
          <DiamondShape />
          <span>
            {t('import.chip.missing')} {formatFieldName(field, t)}
          </span>
          <Select
            label={t('import.missing.choose', { field: formatFieldName(field, t) })}
            isLabelHidden
            options={options}
            selectedId={undefined}
            placeholder={t('import.missing.later')}
            onSelect={(column) => onSettle(Number(column), field)}
          />
        </li>
      ))}
    </ul>
  )
}
