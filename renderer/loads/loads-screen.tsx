import { useMemo, useRef, useState } from 'react'
import './loads.css'
import type { LoadView } from '../../shared/contract/outputs.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import type { GridHandle } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { getToday } from '../lists/today.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { useCommand } from '../shell/commands.ts'
import { useStatusParts } from '../shell/status-line.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { copyFbaIds, showShipmentsOf } from './load-actions.ts'
import { getLoadColumns } from './load-columns.tsx'
import { filterLoads, isLoadIn } from './load-filter.ts'
import { LoadForm } from './load-form.tsx'
import { applyLoadFilter, keepLoad, useLoadList } from './load-list.ts'
import { LoadMenu } from './load-menu.tsx'
import { LoadPanel } from './load-panel.tsx'
import { LoadToolbar } from './load-toolbar.tsx'
import { useFollowedCursor } from './use-followed-cursor.ts'

const noLoads: readonly LoadView[] = []

/** Which truck and driver take what, when: a line for each load, and the one with the cursor at the right. */
export function LoadsScreen() {
  const t = useT()
  const formats = useFormats()
  const grid = useRef<GridHandle>(null)
  const { filter, showsPast, keptIds } = useLoadList()
  const [editing, setEditing] = useState<LoadView | null>(null)
  const [menuPoint, setMenuPoint] = useState<{ x: number; y: number }>()
  const period = showsPast ? {} : { from: getToday() }
  const { value, problem, isCurrent } = useAnswer('load.list', period)
  const vehicles = useAnswer('vehicle.list', {}).value?.vehicles
  const drivers = useAnswer('driver.list', {}).value?.drivers
  const loads = value?.loads ?? noLoads
  const rows = useMemo(() => filterLoads(loads, filter, keptIds), [loads, filter, keptIds])
  const columns = useMemo(() => getLoadColumns(t, formats), [t, formats])
  const cursor = useFollowedCursor(grid, rows, value !== null, editing !== null)
  const { row } = cursor

  useStatusParts(
    value
      ? [
          t('loads.status.loads', { n: formats.number(rows.length) }),
          t('common.status.filtered', { rows: sum(rows, 'shipments', formats.number) }),
          t('common.status.boxes', { boxes: sum(rows, 'boxes', formats.number) }),
        ]
      : [],
  )
  useCommand('refresh', applyLoadFilter)
  useCommand('focusGrid', () => grid.current?.focus())
  useCommand('panel', () => row && showShipmentsOf(row))
  useCommand('copyMessage', () => {
    if (row && row.fbaIds.length > 0) void copyFbaIds(row, t)
  })

  return (
    <div className="loads-screen">
      <div className="loads-main">
        <LoadToolbar loads={loads} hasSwitch={editing === null} />
        {problem && <p className="data-form-problem">{describeProblem(problem, t)}</p>}
        <div className="loads-grid" data-pane>
          <ListGrid
            ref={grid}
            name="loads"
            label={t('loads.label')}
            columns={columns}
            rows={rows}
            getRowKey={({ id }) => String(id)}
            isRowDimmed={(load) => !isLoadIn(load, filter)}
            emptyState={
              value &&
              isCurrent && (
                <EmptyState>
                  {t(
                    loads.length > 0
                      ? 'loads.empty.filter'
                      : showsPast
                        ? 'loads.empty.all'
                        : 'loads.empty.ahead',
                  )}
                </EmptyState>
              )
            }
            onRow={cursor.onRow}
            onOpen={(load) => {
              setEditing(load)
              return true
            }}
            onMenu={(_, point) => setMenuPoint(point)}
          />
        </div>
      </div>
      {editing && vehicles && drivers ? (
        <LoadForm
          key={editing.id}
          load={editing}
          fleet={{ vehicles, drivers }}
          onSaved={() => keepLoad(editing.id)}
          onClose={() => setEditing(null)}
        />
      ) : (
        <LoadPanel load={row} onEdit={() => setEditing(row ?? null)} />
      )}
      {menuPoint && row && (
        <LoadMenu
          load={row}
          anchor={menuPoint}
          onEdit={() => setEditing(row)}
          onClose={() => setMenuPoint(undefined)}
        />
      )}
    </div>
  )
}

const sum = (
  rows: readonly LoadView[],
  what: 'shipments' | 'boxes',
  format: (value: number) => string,
): string => format(rows.reduce((total, { fill }) => total + fill[what], 0))
