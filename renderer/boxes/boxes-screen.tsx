import './boxes-screen.css'
import { useEffect, useRef } from 'react'
import type { GridHandle, GridSelection } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { useCommand } from '../shell/commands.ts'
import { useStatusParts } from '../shell/status-line.ts'
import { Button } from '../ui/button.tsx'
import { ChipTabs } from '../ui/chip-tabs.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { BoxGrid } from './box-grid.tsx'
import {
  applyBoxFilter,
  followBoxes,
  getBoxRows,
  setMissingOnly,
  setShipmentScope,
  useBoxList,
} from './box-rows.ts'
import { PairingPanel } from './pairing-panel.tsx'
import { aimPairing, openPairing, usePairing } from './pairing-sheet.ts'
import { ScanStation } from '../scan/scan-station.tsx'
import { openScan, useScan } from '../scan/scan-store.ts'

function BoxToolbar({ onPair, onScan }: { onPair: () => void; onScan: () => void }) {
  const t = useT()
  const { number } = useFormats()
  const { shipmentIds, missingOnly, total, missing } = useBoxList()
  return (
    <Toolbar
      end={
        <>
          <Button shortcut="F4" onPress={onScan}>
            {t('scan.title')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+V" onPress={onPair}>
            {t('boxes.pairing.title')}
          </Button>
        </>
      }
    >
      <ChipTabs
        label={t('boxes.views')}
        tabs={[
          { id: 'all', label: t('boxes.view.all'), count: number(total) },
          { id: 'missing', label: t('boxes.view.missing'), count: number(missing), status: 'incomplete' },
        ]}
        selectedId={missingOnly ? 'missing' : 'all'}
        onSelect={(id) => void setMissingOnly(id === 'missing')}
      />
      {shipmentIds && (
        <>
          <span>{t('boxes.scope', { count: shipmentIds.length })}</span>
          <Button variant="quiet" onPress={() => void setShipmentScope(null)}>
            {t('boxes.showAll')}
          </Button>
        </>
      )}
    </Toolbar>
  )
}

/** Which number is on which box. */
export function BoxesScreen() {
  const t = useT()
  const { number } = useFormats()
  const grid = useRef<GridHandle>(null)
  const { total, missing, missingOnly } = useBoxList()
  const isPairing = usePairing((sheet) => sheet.isOpen)
  const isScanning = useScan((scan) => scan.isOpen)

  useEffect(() => followBoxes(() => useScan.getState().isOpen), [])
  useEffect(() => grid.current?.focus(), [])
  useCommand('refresh', () => void applyBoxFilter())
  useStatusParts([
    t('common.status.boxes', { boxes: number(total) }),
    t('boxes.missing', { boxes: number(missing) }),
  ])

  const aimAtCursor = ({ active }: GridSelection) => {
    const row = getBoxRows(missingOnly).getRow(active.rowIndex)
    if (row) aimPairing({ id: row.shipmentId, fbaId: row.fbaId })
  }

  const pair = () => {
    aimAtCursor(grid.current!.getSelection())
    openPairing()
  }

  const scan = () => {
    const row = getBoxRows(missingOnly).getRow(grid.current!.getSelection().active.rowIndex)
    void openScan(row?.shipmentId ?? null)
  }
  useCommand('scan', scan)
  const leaveStation = () => {
    grid.current?.focus()
    void applyBoxFilter()
  }

  return (
    <div className="boxes-screen">
      <div className="boxes-main">
        <BoxToolbar onPair={pair} onScan={scan} />
        <BoxGrid gridRef={grid} onSelectionChange={aimAtCursor} />
      </div>
      {isPairing && <PairingPanel onDone={() => grid.current?.focus()} />}
      {isScanning && <ScanStation onClosed={leaveStation} />}
    </div>
  )
}
