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

function BoxToolbar({ onPair }: { onPair: () => void }) {
  const t = useT()
  const { number } = useFormats()
  const { shipmentIds, missingOnly, total, missing } = useBoxList()
  return (
    <Toolbar
      end={
        <Button variant="primary" shortcut="Ctrl+V" onPress={onPair}>
          {t('boxes.pairing.title')}
        </Button>
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

  useEffect(followBoxes, [])
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

  return (
    <div className="boxes-screen">
      <div className="boxes-main">
        <BoxToolbar onPair={pair} />
        <BoxGrid gridRef={grid} onSelectionChange={aimAtCursor} />
      </div>
      {isPairing && <PairingPanel onDone={() => grid.current?.focus()} />}
    </div>
  )
}
