import type { AssignRow } from '../../shared/contract/outputs.ts'
import { shipmentSortKeys, type ShipmentView } from '../../shared/domain/shipment-list.ts'
import { amazonModes, origins, roadModes } from '../../shared/domain/shipment.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { describeClock } from '../../shared/words/describe-clock.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeConflict, describeReason, describeReasonFix } from '../../shared/words/describe-problem.ts'
import { BeforeAfter } from '../ui/before-after.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { getProblemState, getReasonsOf, getWarningsOf } from './cell-problems.ts'
import { ClockCell } from './clock-cell.tsx'
import { describeRule } from './describe-rule.ts'
import {
  editFields,
  isOptionalColumn,
  type OptionalColumnId,
  type ShipmentColumnId,
} from './shipment-column-ids.ts'

type Column = GridColumn<ShipmentView>
type ColumnLook = Partial<Omit<Column, 'id' | 'title' | 'getText'>> & { width: number }

/** In the order of the grid. Widths hold the longer of the two languages and the numbers in full. */
const looks: Record<ShipmentColumnId, ColumnLook> = {
  fbaId: { width: 134, isFrozen: true, isMono: true },
  status: { width: 118, isFrozen: true },
  client: { width: 148 },
  fc: { width: 60 },
  mode: { width: 62 },
  roadMode: { width: 80 },
  boxes: { width: 68, align: 'end' },
  paired: { width: 68, align: 'end' },
  weight: { width: 86, align: 'end' },
  carrier: { width: 132 },
  pro: { width: 126, isMono: true },
  isa: { width: 104, isMono: true },
  load: { width: 104, isMono: true },
  bol: { width: 112, isMono: true },
  reference: { width: 108, isMono: true },
  note: { width: 200 },
  closes: { width: 196 },
  eta: { width: 96 },
  appointment: { width: 134 },
  created: { width: 96 },
  origin: { width: 104 },
  windowFrom: { width: 96 },
  windowTo: { width: 96 },
  delivered: { width: 96 },
  pallets: { width: 68, align: 'end' },
  plan: { width: 148, isMono: true },
  marketplace: { width: 96 },
  amazonStatus: { width: 124 },
}

export const shipmentColumnIds = Object.keys(looks) as ShipmentColumnId[]

const getTexts: Record<
  Exclude<ShipmentColumnId, 'status' | 'roadMode' | 'origin'>,
  (row: ShipmentView) => string
> = {
  fbaId: (row) => row.fbaId,
  client: (row) => row.client,
  fc: (row) => row.fc ?? '',
  mode: (row) => row.amazonMode ?? '',
  boxes: (row) => String(row.boxes),
  paired: (row) => (row.amazonMode === 'SPD' || row.paired > 0 ? `${row.paired}/${row.boxes}` : ''),
  weight: (row) => row.grossWeightKg?.toFixed(1) ?? '',
  carrier: (row) => row.carrier ?? '',
  pro: (row) => row.pro ?? '',
  isa: (row) => row.isa ?? '',
  load: (row) => row.load ?? '',
  bol: (row) => row.bol ?? '',
  reference: (row) => row.referenceId ?? '',
  note: (row) => row.note ?? '',
  closes: (row) => row.clock.closesOn ?? '',
  eta: (row) => row.etaOn ?? '',
  appointment: (row) => row.appointmentAt?.replace('T', ' ') ?? '',
  created: (row) => row.createdOn ?? '',
  windowFrom: (row) => row.windowFrom ?? '',
  windowTo: (row) => row.windowTo ?? '',
  delivered: (row) => row.deliveredOn ?? '',
  pallets: (row) => (row.palletCount === null ? '' : String(row.palletCount)),
  plan: (row) => row.planId ?? '',
  marketplace: (row) => row.marketplace ?? '',
  amazonStatus: (row) => row.amazonStatus ?? '',
}

const dayColumns: ReadonlySet<ShipmentColumnId> = new Set<ShipmentColumnId>([
  'eta',
  'created',
  'windowFrom',
  'windowTo',
  'delivered',
])

function getText(columnId: ShipmentColumnId, row: ShipmentView, t: Translate): string {
  if (columnId === 'status') return getStatusText(row, t)
  if (columnId === 'roadMode') return row.roadMode === null ? '' : t(`modes.road.${row.roadMode}`)
  if (columnId === 'origin') return row.origin === null ? '' : t(`shipments.origin.${row.origin}`)
  return getTexts[columnId](row)
}

const getStatusText = ({ status, replacedBy }: ShipmentView, t: Translate): string =>
  replacedBy === null ? t(`shipments.status.${status}`) : t('validity.replacedBy', { fbaId: replacedBy })

/** What an open batch tool would write, by shipment. */
export type Proposals = ReadonlyMap<number, AssignRow>

const proposable = ['mode', 'carrier', 'pro', 'load'] as const satisfies ShipmentColumnId[]

function getProposed(columnId: ShipmentColumnId, row: ShipmentView, proposals: Proposals): AssignRow['pro'] {
  const column = proposable.find((each) => each === columnId)
  return column === undefined ? null : (proposals.get(row.id)?.[column] ?? null)
}

function getTitle(
  columnId: ShipmentColumnId,
  row: ShipmentView,
  proposals: Proposals,
  t: Translate,
): string | undefined {
  const said = [...getReasonsOf(row, columnId), ...getWarningsOf(row, columnId)]
  const problems = said.map((reason) =>
    t('shipments.cellProblem', { label: describeReason(reason, t), next: describeReasonFix(reason, t) }),
  )
  const { conflicts = [], rule } = proposals.get(row.id) ?? {}
  const dated =
    columnId === 'closes'
      ? [describeClock(row.clock, t)]
      : columnId === 'status' && row.replacedBy !== null
        ? [getStatusText(row, t)]
        : []
  const proposed =
    columnId === 'status'
      ? conflicts.map(({ kind }) => describeConflict(kind, t))
      : columnId === 'carrier' && rule
        ? [describeRule(rule, t)]
        : []
  const lines = [...problems, ...dated, ...proposed]
  return lines.length === 0 ? undefined : lines.join('\n')
}

/** The grid's columns; `carriers` are the names offered in the carrier's list. */
export function getShipmentColumns(
  t: Translate,
  carriers: readonly string[],
  proposals: Proposals,
  shown: readonly OptionalColumnId[],
): Column[] {
  const columnIds = shipmentColumnIds.filter((id) => !isOptionalColumn(id) || shown.includes(id))
  return columnIds.map((columnId) => ({
    ...looks[columnId],
    id: columnId,
    title: t(`shipments.column.${columnId}`),
    isSortable: (shipmentSortKeys as readonly string[]).includes(columnId),
    isEditable: editFields[columnId] && (() => true),
    getText: (row) => getText(columnId, row, t),
    getEditText: columnId === 'weight' ? (row) => row.grossWeightKg?.toString() ?? '' : undefined,
    render: getRender(columnId, proposals, t),
    getCellState: (row) =>
      getProposed(columnId, row, proposals) ? 'proposed' : getProblemState(row, columnId),
    getTitle: (row) => getTitle(columnId, row, proposals, t),
    getChoices: getChoices(columnId, carriers, t),
    getTodayText: dayColumns.has(columnId) ? () => formatLocalDay(Date.now()) : undefined,
  }))
}

/** Blank because it is not needed, which is another thing than a gap. */
const isNotNeeded: Partial<Record<ShipmentColumnId, (row: ShipmentView) => boolean>> = {
  paired: (row) => row.paired === 0 && row.amazonMode !== 'SPD' && row.amazonMode !== null,
  pro: (row) => row.pro === null && row.amazonMode === 'SPD',
}

function getRender(columnId: ShipmentColumnId, proposals: Proposals, t: Translate): Column['render'] {
  if (columnId === 'status') return (row) => <StatusBadge status={row.status} label={getStatusText(row, t)} />
  if (columnId === 'closes') return (row) => <ClockCell row={row} t={t} />
  if (columnId !== 'paired' && !(proposable as readonly string[]).includes(columnId)) return undefined
  return (row) => {
    const proposed = getProposed(columnId, row, proposals)
    const rule = columnId === 'carrier' ? proposals.get(row.id)?.rule : undefined
    if (proposed)
      return (
        <>
          <BeforeAfter before={proposed.before ?? ''} after={proposed.after ?? ''} />
          {rule && (
            <small className="assign-rule">{t('shipments.assign.byRuleShort', { place: rule.place })}</small>
          )}
        </>
      )
    return isNotNeeded[columnId]?.(row) ? (
      <span className="shipment-not-needed">{t('common.dash')}</span>
    ) : (
      getText(columnId, row, t)
    )
  }
}

function getChoices(
  columnId: ShipmentColumnId,
  carriers: readonly string[],
  t: Translate,
): Column['getChoices'] {
  if (columnId === 'carrier') return () => carriers
  if (columnId === 'roadMode') return () => roadModes.map((mode) => t(`modes.road.${mode}`))
  if (columnId === 'origin') return () => origins.map((origin) => t(`shipments.origin.${origin}`))
  return columnId === 'mode' ? () => amazonModes : undefined
}
