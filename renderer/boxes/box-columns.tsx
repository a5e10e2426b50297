import { CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import type { BoxView } from '../../shared/contract/outputs.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { StatusBadge } from '../ui/status-badge.tsx'

export const boxColumnIds = [
  'fbaId',
  'position',
  'boxId',
  'trackingId',
  'check',
  'carrier',
  'weightKg',
  'client',
] as const
export type BoxColumnId = (typeof boxColumnIds)[number]

type Column = GridColumn<BoxView>

const getTexts: Record<Exclude<BoxColumnId, 'check'>, (row: BoxView) => string> = {
  fbaId: (row) => row.fbaId,
  position: (row) => String(row.position),
  boxId: (row) => row.boxId ?? '',
  trackingId: (row) => row.trackingId ?? '',
  carrier: (row) => row.carrier ?? '',
  weightKg: (row) => row.weightKg?.toFixed(1) ?? '',
  client: (row) => row.client,
}

const looks: Record<BoxColumnId, Partial<Column> & { width: number }> = {
  fbaId: { width: 134, isFrozen: true, isMono: true },
  position: { width: 54, align: 'end', isFrozen: true },
  boxId: { width: 184, isMono: true, isEditable: () => true },
  trackingId: { width: 204, isMono: true, isEditable: () => true },
  check: { width: 132 },
  carrier: { width: 132 },
  weightKg: { width: 86, align: 'end', isEditable: () => true },
  client: { width: 160 },
}

/** Whether a box has to get a number and has none. */
export type IsGap = (row: BoxView) => boolean

const checkIcons = { valid: CircleCheck, invalid: CircleX, kept: CircleAlert, unknown: CircleHelp } as const

function Check({ row, isGap, t }: { row: BoxView; isGap: IsGap; t: Translate }) {
  const label = t(`boxes.check.${row.check}`)
  if (isGap(row)) return <StatusBadge status="incomplete" label={label} />
  if (row.check === 'missing') return <span className="box-check">{t('common.dash')}</span>
  const Icon = checkIcons[row.check]
  return (
    <span className="box-check" data-check={row.check}>
      <Icon aria-hidden />
      {label}
    </span>
  )
}

function getTrackingTitle(row: BoxView, isGap: IsGap, t: Translate): string | undefined {
  if (isGap(row)) return t('boxes.checkHint.missing')
  if (row.check === 'invalid') return t('boxes.checkHint.invalid')
  const reason = row.keptBecause ?? ''
  if (row.check === 'kept') return t('boxes.checkHint.kept', { reason })
  if (reason !== '')
    return t(`boxes.checkHint.${row.isTrackingShared ? 'sharedBecause' : 'otherCourier'}`, { reason })
  return row.isTrackingShared ? t('boxes.checkHint.shared') : undefined
}

const getCheckText = (row: BoxView, isGap: IsGap, t: Translate): string =>
  row.check === 'missing' && !isGap(row) ? '' : t(`boxes.check.${row.check}`)

export function getBoxColumns(t: Translate, isGap: IsGap): Column[] {
  const parts: Partial<Record<BoxColumnId, Partial<Column>>> = {
    boxId: {
      getCellState: ({ boxId }) => (boxId === null ? 'gap' : undefined),
      getTitle: ({ formerBoxIds }) =>
        formerBoxIds === null ? undefined : t('validity.formerBoxIds', { labels: formerBoxIds }),
    },
    trackingId: {
      getCellState: (row) => (isGap(row) ? 'gap' : row.check === 'invalid' ? 'error' : undefined),
      getTitle: (row) => getTrackingTitle(row, isGap, t),
    },
    check: { render: (row) => <Check row={row} isGap={isGap} t={t} /> },
    weightKg: { getEditText: (row) => row.weightKg?.toString() ?? '' },
  }
  return boxColumnIds.map((id): Column => ({
    ...looks[id],
    ...parts[id],
    id,
    title: t(`boxes.column.${id}`),
    getText: id === 'check' ? (row) => getCheckText(row, isGap, t) : getTexts[id],
  }))
}
