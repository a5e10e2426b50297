import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import { Grid } from '../grid/grid.tsx'
import type { CellPlace, GridHandle, GridSelection } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { ask } from '../shell/ask.ts'
import { useCommand } from '../shell/commands.ts'
import { describeCopy, describePaste, getGridTexts } from '../shell/grid-words.ts'
import { keepWidth, readWidths } from '../shell/kept-widths.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { showToast } from '../shell/toasts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { setAssignTicks, useAssign } from './assign-draft.ts'
import { editShipments } from './edit-shipments.ts'
import { findNextStop, type StopDirection } from './problem-stops.ts'
import { toGridSort, toShipmentSort } from './shipment-column-ids.ts'
import { getShipmentColumns, type Proposals } from './shipment-columns.tsx'
import { isStillWanted } from './shipment-conditions.ts'
import { useShownColumns } from './shown-columns.ts'
import { setShipmentTicks, setSort, shipmentRows, useShipmentList } from './shipment-rows.ts'

const noProposals: Proposals = new Map()
const gridName = 'shipments'

function useCarrierNames(): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    const load = async () => {
      const answer = await ask('carrier.list', {})
      if (!answer.ok) return
      setNames(answer.value.carriers.filter(({ isActive }) => isActive).map(({ name }) => name))
    }
    void load()
  }, [])
  return names
}

function useProposals(): Proposals {
  const preview = useAssign((sheet) => (sheet.isOpen ? sheet.preview : null))
  return useMemo(() => (preview ? new Map(preview.rows.map((row) => [row.id, row])) : noProposals), [preview])
}

const getRowKey = (row: ShipmentView): string => String(row.id)

interface ShipmentGridProps {
  gridRef: RefObject<GridHandle | null>
  onSelectionChange: (selection: GridSelection) => void
  onMenu: (place: CellPlace, point: { x: number; y: number }) => void
}

export function ShipmentGrid({ gridRef, onSelectionChange, onMenu }: ShipmentGridProps) {
  const t = useT()
  const scope = useShipmentScope()
  const { sort, ticks } = useShipmentList()
  const assigning = useAssign((sheet) => (sheet.isOpen ? sheet.ticks : null))
  const carriers = useCarrierNames()
  const proposals = useProposals()
  const texts = useMemo(() => getGridTexts(t), [t])
  const shown = useShownColumns((state) => state.shown)
  const columns = useMemo(
    () => getShipmentColumns(t, carriers, proposals, shown),
    [t, carriers, proposals, shown],
  )
  const isDimmed = useCallback((row: ShipmentView) => !isStillWanted(row, scope), [scope])
  const [widths] = useState(() => readWidths(gridName))

  const goToProblem = async (direction: StopDirection) => {
    const { rowIndex, columnId } = gridRef.current!.getSelection().active
    const stop = await findNextStop({ rowIndex, columnId }, direction)
    if (stop) gridRef.current?.moveTo(stop.rowIndex, stop.columnId)
    else showToast({ tone: 'done', text: t('shipments.noProblem') })
  }
  useCommand('check', () => void goToProblem('next'))
  useCommand('checkBack', () => void goToProblem('back'))
  useCommand('focusGrid', () => gridRef.current?.focus())

  return (
    <Grid
      ref={gridRef}
      label={t('shipments.gridLabel')}
      texts={texts}
      source={shipmentRows}
      columns={columns}
      getRowKey={getRowKey}
      isRowDimmed={isDimmed}
      emptyState={<EmptyState>{t('shipments.empty')}</EmptyState>}
      sort={toGridSort(sort)}
      onSort={(next) => setSort(toShipmentSort(next))}
      ticks={assigning ?? ticks}
      onTicksChange={assigning ? setAssignTicks : setShipmentTicks}
      columnWidths={widths}
      onColumnResize={(columnId, width) => keepWidth(gridName, columnId, width)}
      onEdit={editShipments}
      onPaste={(report) => {
        const message = describePaste(report, t)
        if (message) showToast(message)
      }}
      onCopy={(report) => showToast(describeCopy(report, t))}
      onLoadFailed={() => showToast({ tone: 'problem', text: t('common.grid.notLoaded') })}
      onSelectionChange={onSelectionChange}
      onContextMenu={onMenu}
    />
  )
}
