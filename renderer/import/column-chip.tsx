import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { ImportField } from '../../shared/domain/sheet/import-field.ts'
import type { LayoutColumn } from '../../shared/domain/sheet/sheet-layout.ts'
import { useT } from '../i18n.ts'
import { describeColumnReason, formatFieldName } from '../../shared/words/describe-problem.ts'
import { StatusShape } from '../ui/status-shape.tsx'
import { formatColumnLetter } from './column-letter.ts'
import { FieldPicker } from './field-picker.tsx'

interface ColumnChipProps {
  id: string
  column: LayoutColumn
  columns: readonly LayoutColumn[]
  isTabStop: boolean
  /** Settles what the column means; null keeps it as an extra column. */
  onSettle: (field: ImportField | null) => void
  /** Arrow keys, Home and End: to the chip of another column. */
  onMove: (key: string) => void
}

const shapes = { known: 'ready', confirm: 'incomplete', extra: 'exempt' } as const
const moves: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End'])

/** What a column of the client's sheet is taken for: Enter accepts a proposal, Alt+Down or a click changes it. */
export function ColumnChip({ id, column, columns, isTabStop, onSettle, onMove }: ColumnChipProps) {
  const t = useT()
  const button = useRef<HTMLButtonElement>(null)
  const [isPicking, setIsPicking] = useState(false)
  const { verdict, reason } = column
  const isQuestion = verdict === 'confirm'
  const field = column.field === null ? t('import.chip.extra') : formatFieldName(column.field, t)
  const why = describeColumnReason(reason, t)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const opens = event.altKey ? event.key === 'ArrowDown' : event.key === 'F2'
    if (opens) setIsPicking(true)
    else if (event.key === 'Enter' && isQuestion) onSettle(column.field)
    else if (!event.altKey && moves.has(event.key)) onMove(event.key)
    else return
    event.preventDefault()
  }

  return (
    <div className="import-column" data-verdict={verdict}>
      <button
        ref={button}
        id={id}
        type="button"
        className="import-chip"
        data-verdict={verdict}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="dialog"
        aria-expanded={isPicking}
        aria-keyshortcuts="Alt+ArrowDown"
        aria-describedby={`${id}-why`}
        aria-label={t('import.chip.name', {
          letter: formatColumnLetter(column.index),
          heading: column.heading === '' ? t('import.sheet.noHeading') : column.heading,
          field,
          verdict: t(`import.chip.${verdict}`),
        })}
        title={why}
        onClick={() => setIsPicking(true)}
        onKeyDown={onKeyDown}
      >
        <StatusShape status={shapes[verdict]} />
        <span className="import-chip-field">{field}</span>
        <ChevronDown aria-hidden />
      </button>
      <p id={`${id}-why`} className={isQuestion ? 'import-column-why' : 'ui-visually-hidden'}>
        {isQuestion && <strong>{t('import.chip.confirm')}</strong>} {why}
      </p>
      {isPicking && (
        <FieldPicker
          anchor={button}
          column={column}
          columns={columns}
          onPick={(picked) => {
            setIsPicking(false)
            onSettle(picked)
          }}
          onClose={() => setIsPicking(false)}
        />
      )}
    </div>
  )
}
