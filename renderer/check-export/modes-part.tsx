import { useMemo, useRef, useState } from 'react'
import './modes.css'
import type { ModeRow } from '../../shared/contract/outputs.ts'
import {
  findWorstStanding,
  isAllAgreed,
  modeStandings,
  type ModeStanding,
} from '../../shared/domain/mode-desk.ts'
import { getTranslate, type Translate } from '../../shared/locales/translate.ts'
import { describeMark, describeModeCase, formatModeMessage } from '../../shared/words/describe-mode.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import type { GridColumn, GridHandle } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { useCommand } from '../shell/commands.ts'
import { showShipments } from '../shell/shipment-scope.ts'
import { ChipTabs } from '../ui/chip-tabs.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { StatusKind } from '../ui/status-shape.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { useArrival } from './check-part.ts'
import { copyMessage } from './copy-message.ts'
import { MarkForm, type MarkFormKind } from './mark-form.tsx'
import { ModePanel } from './mode-panel.tsx'

const noRows: readonly ModeRow[] = []

const shapes: Record<ModeStanding, StatusKind> = {
  open: 'error',
  unknown: 'incomplete',
  flagged: 'changed',
  agrees: 'ready',
}

/** Amazon's mode against the road's: what Amazon takes of each shipment, who must change what, and the message for it. */
export function ModesPart() {
  const t = useT()
  const { number } = useFormats()
  const grid = useRef<GridHandle>(null)
  const [chosen, setChosen] = useState<ModeStanding | null>(null)
  const standing = chosen ?? 'open'
  const [activeId, setActiveId] = useState<number | null>(null)
  const [form, setForm] = useState<MarkFormKind | null>(null)
  const { value, problem, isCurrent } = useAnswer('mode.list', { standings: [standing] })
  const rows = value && isCurrent ? value.rows : noRows
  // It opens on the first kind that has any, and stays there when the last of them is settled.
  if (value && chosen === null) setChosen(findWorstStanding(value.standings) ?? 'open')
  // A shipment that was mended leaves the list, and stays in the panel.
  const shownId = activeId ?? rows[0]?.id
  const { value: shown } = useAnswer('mode.list', { ids: shownId === undefined ? [] : [shownId] })
  const row = shown?.rows.find(({ id }) => id === shownId)
  const columns = useMemo(() => getColumns(t), [t])
  useArrival(grid, value !== null && isCurrent)

  const alike = rows.filter((each) => each.client === row?.client && each.verdict.kind === row.verdict.kind)
  const copy = () => {
    if (row) void copyFor(row, alike.length > 0 ? alike : [row], t)
  }
  useCommand('copyMessage', copy)
  // What opened the form has gone meanwhile.
  const closeForm = () => {
    setForm(null)
    grid.current?.focus()
  }

  if (problem) return <p className="check-problem">{describeProblem(problem, t)}</p>
  if (!value) return <div />
  const count = (each: ModeStanding) =>
    number(value.standings.find((known) => known.standing === each)?.count ?? 0)
  return (
    <div className="check-part">
      <div className="modes-main">
        <Toolbar>
          <ChipTabs
            label={t('modes.kindsLabel')}
            tabs={modeStandings.map((id) => ({
              id,
              label: t(`modes.standing.${id}`),
              count: count(id),
              status: shapes[id],
            }))}
            selectedId={standing}
            onSelect={(id) => {
              setChosen(id as ModeStanding)
              setActiveId(null)
            }}
          />
        </Toolbar>
        <div className="modes-grid" data-pane>
          <ListGrid
            ref={grid}
            name="modes"
            label={t('modes.label')}
            columns={columns}
            rows={rows}
            getRowKey={({ id }) => String(id)}
            emptyState={
              isCurrent && (
                <EmptyState>
                  {t(isAllAgreed(value.standings) ? 'modes.noConflict' : 'modes.empty')}
                </EmptyState>
              )
            }
            onRow={({ id }) => setActiveId(id)}
            onOpen={({ id }) => {
              showShipments({ ids: [id] })
              return true
            }}
          />
        </div>
      </div>
      {form && row ? (
        <MarkForm key={row.id} kind={form} row={row} onClose={closeForm} />
      ) : (
        <ModePanel
          row={row}
          alike={alike.length}
          onCopy={copy}
          onMark={setForm}
          onEdit={({ id }) => setActiveId(id)}
          onUnmark={() => grid.current?.focus()}
        />
      )}
    </div>
  )
}

function copyFor(row: ModeRow, rows: readonly ModeRow[], t: Translate): Promise<void> {
  const text = formatModeMessage(row.client, row.verdict.kind, rows, getTranslate(row.language))
  return copyMessage(text, t('modes.copied', { client: row.client, count: rows.length }), t)
}

const getColumns = (t: Translate): GridColumn<ModeRow>[] => [
  {
    id: 'fbaId',
    title: t('modes.column.fbaId'),
    width: 134,
    isFrozen: true,
    isMono: true,
    getText: ({ fbaId }) => fbaId,
  },
  {
    id: 'kind',
    title: t('modes.column.kind'),
    width: 236,
    getText: ({ verdict }) => describeModeCase(verdict.kind, t).label,
    render: ({ verdict }) => (
      <span className="forecast-id">
        <StatusShape status={shapes[verdict.standing]} />
        {describeModeCase(verdict.kind, t).label}
      </span>
    ),
  },
  { id: 'client', title: t('modes.column.client'), width: 148, getText: ({ client }) => client },
  { id: 'fc', title: t('modes.column.fc'), width: 64, getText: ({ fc }) => fc ?? '' },
  {
    id: 'amazon',
    title: t('modes.column.amazon'),
    width: 88,
    getText: ({ amazonMode }) => amazonMode ?? t('modes.offer.unknown'),
  },
  {
    id: 'road',
    title: t('modes.column.road'),
    width: 80,
    getText: ({ roadMode }) => (roadMode ? t(`modes.road.${roadMode}`) : ''),
  },
  { id: 'carrier', title: t('modes.column.carrier'), width: 120, getText: ({ carrier }) => carrier ?? '' },
  {
    id: 'marks',
    title: t('modes.column.marks'),
    width: 150,
    getText: ({ marks }) => marks.map((mark) => describeMark(mark, t)).join(t('common.listSeparator')),
  },
]
