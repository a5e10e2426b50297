import './shipments-screen.css'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { GridHandle, GridSelection } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { runCommand, useCommand } from '../shell/commands.ts'
import { getChordText } from '../shell/key-map.ts'
import { goTo } from '../shell/navigation.ts'
import { focusNextPane } from '../shell/panes.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { ContextMenu } from '../ui/menu.tsx'
import { closeAssign, openAssign, useAssign } from './assign-draft.ts'
import { AssignSheet } from './assign-sheet.tsx'
import { FacetColumn } from './facet-column.tsx'
import { announcePicked, followPicked, useSelectionStatus } from './picked-shipments.ts'
import { ShipmentGrid } from './shipment-grid.tsx'
import { ShipmentPanel } from './shipment-panel.tsx'
import { applyFilter, followShipments, shipmentRows, useShipmentList } from './shipment-rows.ts'
import { ShipmentToolbar } from './shipment-toolbar.tsx'
import { ValidityCommands } from './validity-commands.tsx'

/** Where the cursor was when the screen was last left. */
let lastPlace: { id: number; columnId: string } | undefined

function useRowAt(rowIndex: number): ShipmentView | undefined {
  return useSyncExternalStore(shipmentRows.subscribe, () => shipmentRows.getRow(rowIndex))
}

/** Back to the cell the cursor was on, once the list is there. */
function useReturn(grid: React.RefObject<GridHandle | null>): void {
  const isListed = useShipmentList((list) => list.facets !== null)
  useEffect(() => {
    if (!isListed) return
    const rowIndex = lastPlace ? shipmentRows.getIndex(lastPlace.id) : -1
    if (lastPlace && rowIndex >= 0) grid.current?.moveTo(rowIndex, lastPlace.columnId)
    else grid.current?.focus()
  }, [grid, isListed])
}

export function ShipmentsScreen() {
  const t = useT()
  const grid = useRef<GridHandle>(null)
  const [selection, setSelection] = useState<GridSelection>()
  const [hasPanel, setHasPanel] = useState(false)
  const [menuPoint, setMenuPoint] = useState<{ x: number; y: number }>()
  const isAssigning = useAssign((sheet) => sheet.isOpen)
  const ticks = useShipmentList((list) => list.ticks)
  const hasSheet = isAssigning || hasPanel
  const activeRow = useRowAt(selection?.active.rowIndex ?? 0)

  useEffect(followShipments, [])
  useEffect(followPicked, [])
  useEffect(() => closeAssign, [])
  useEffect(() => announcePicked(selection, ticks), [selection, ticks])
  useReturn(grid)
  useSelectionStatus()
  useCommand('refresh', () => void applyFilter())
  useCommand('panel', () => setHasPanel(!hasPanel))
  useCommand('assign', () => {
    if (isAssigning) {
      focusNextPane()
      return
    }
    setHasPanel(false)
    void openAssign(useShipmentScope.getState().pickedIds)
  })

  const onSelectionChange = (next: GridSelection) => {
    setSelection(next)
    const id = shipmentRows.getId(next.active.rowIndex)
    if (id !== undefined) lastPlace = { id, columnId: next.active.columnId }
  }

  const showBoxes = (row: ShipmentView) => {
    if (useShipmentScope.getState().pickedIds.length === 0) useShipmentScope.setState({ pickedIds: [row.id] })
    goTo('boxes')
  }

  return (
    <div className="shipments-screen" data-has-sheet={hasSheet || undefined}>
      <FacetColumn />
      <div className="shipments-main">
        <ShipmentToolbar hasTools={!hasSheet} />
        <div className="shipments-grid" data-pane>
          <ShipmentGrid
            gridRef={grid}
            onSelectionChange={onSelectionChange}
            onMenu={(_, point) => setMenuPoint(point)}
          />
        </div>
      </div>
      {hasSheet && (
        <div className="shipments-sheet" data-pane>
          {isAssigning ? (
            <AssignSheet grid={grid} activeId={activeRow?.id} />
          ) : (
            <ShipmentPanel row={activeRow} onClose={() => setHasPanel(false)} onShowBoxes={showBoxes} />
          )}
        </div>
      )}
      <ValidityCommands row={activeRow} onClosed={() => grid.current?.focus()} />
      {menuPoint && activeRow && (
        <ContextMenu
          label={t('shipments.menu')}
          anchor={menuPoint}
          onClose={() => setMenuPoint(undefined)}
          groups={[
            [
              {
                id: 'panel',
                text: t('common.command.panel'),
                shortcut: getChordText('panel', isMac()),
                onAction: () => setHasPanel(true),
              },
              { id: 'boxes', text: t('shipments.panel.boxes'), onAction: () => showBoxes(activeRow) },
            ],
            (['verify', 'reissue'] as const).map((command) => ({
              id: command,
              text: t(`validity.${command}.command`),
              shortcut: getChordText(command, isMac()),
              isDisabled: activeRow.replacedBy !== null,
              onAction: () => runCommand(command),
            })),
            [
              {
                id: 'assign',
                text: t('common.command.assign'),
                shortcut: getChordText('assign', isMac()),
                onAction: () => runCommand('assign'),
              },
            ],
          ]}
        />
      )}
    </div>
  )
}
