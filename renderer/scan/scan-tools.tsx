import { Barcode, X } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n.ts'
import { Button, ToolButton } from '../ui/button.tsx'
import { Switch } from '../ui/switch.tsx'
import { ControlSheet } from './control-sheet.tsx'
import { setScanSettings, useScanSettings } from './scan-settings.ts'

/** What a station is set to; nothing here is needed while scanning. */
export function ScanTools({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { volume, hasSound, warnsOnly } = useScanSettings()
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  return (
    <div className="scan-tools">
      <Switch isSelected={warnsOnly} onChange={(isOn) => setScanSettings({ warnsOnly: isOn })}>
        {t('scan.warnOnly')}
      </Switch>
      <Switch isSelected={hasSound} onChange={(isOn) => setScanSettings({ hasSound: isOn })}>
        {t('scan.sound')}
      </Switch>
      <input
        type="range"
        className="scan-volume"
        aria-label={t('scan.volume')}
        min={0}
        max={100}
        step={10}
        disabled={!hasSound}
        value={volume}
        onChange={(event) => setScanSettings({ volume: event.target.valueAsNumber })}
      />
      <Button icon={<Barcode aria-hidden />} onPress={() => setIsSheetOpen(true)}>
        {t('scan.sheet')}
      </Button>
      <ToolButton icon={<X aria-hidden />} label={t('scan.close')} shortcut="Esc" onPress={onClose} />
      <ControlSheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)} />
    </div>
  )
}
