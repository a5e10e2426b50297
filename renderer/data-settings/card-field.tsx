import type { Day } from '../../shared/domain/calendar-day.ts'
import { isCardExpired } from '../../shared/domain/load.ts'
import { parseTypedDay } from '../../shared/domain/typed-date.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeCard } from '../../shared/words/describe-load.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { getToday } from '../lists/today.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Undefined where the text is no day; blank is not known. */
export function readCard(text: string): Day | null | undefined {
  if (text.trim() === '') return null
  return parseTypedDay(text, getToday()) ?? undefined
}

/** The last day a card is good, typed short; what was read stands under it. */
export function CardField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useT()
  const day = readCard(value)
  const isShort = day !== null && day !== undefined && day !== value.trim()
  const said = day && (isShort || isCardExpired(day, getToday())) ? describeCard(day, getToday(), t) : null
  return (
    <TextField
      isMono
      label={t('data.card.until')}
      placeholder="2027-12-31"
      hint={said ?? t('data.card.hint')}
      error={day === undefined ? t('data.card.notDay') : undefined}
      value={value}
      onChange={onChange}
    />
  )
}

/** An expired card is marked by word and shape. */
export function getCardColumn<Row extends { cardUntil: Day | null }>(t: Translate): GridColumn<Row> {
  const getText = ({ cardUntil }: Row) => (cardUntil === null ? '' : describeCard(cardUntil, getToday(), t))
  return {
    id: 'card',
    title: t('data.card.until'),
    width: 168,
    getText,
    render: (row) =>
      isCardExpired(row.cardUntil, getToday()) ? (
        <StatusBadge status="error" label={getText(row)} />
      ) : (
        getText(row)
      ),
    getCellState: ({ cardUntil }) => (isCardExpired(cardUntil, getToday()) ? 'error' : undefined),
  }
}
