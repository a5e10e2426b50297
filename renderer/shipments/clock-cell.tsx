import type { ClockLevel } from '../../shared/domain/validity-clock.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeDaysLeft } from '../../shared/words/describe-clock.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { StatusKind } from '../ui/status-shape.tsx'

/** Word, shape and colour: octagon where it is closed, triangle in the last week, ring in the week before. */
const kinds: Record<ClockLevel, StatusKind> = { closed: 'error', urgent: 'changed', soon: 'incomplete' }

/** What cannot be sure warns and no more. */
export const getClockKind = ({ clock }: Pick<ShipmentView, 'clock'>): StatusKind | null => {
  if (clock.level === null) return null
  return clock.level === 'closed' && !clock.isCertain ? 'changed' : kinds[clock.level]
}

/** Closing day and days left. */
export function ClockCell({ row, t }: { row: ShipmentView; t: Translate }) {
  const { clock } = row
  if (clock.closesOn === null)
    return <span className="shipment-not-needed">{clock.state === 'unknown' ? '?' : t('common.dash')}</span>
  const kind = getClockKind(row)
  const text = `${clock.closesOn} · ${describeDaysLeft(clock, t)}`
  return kind ? <StatusBadge status={kind} label={text} /> : text
}
