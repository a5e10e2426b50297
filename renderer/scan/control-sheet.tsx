import './control-sheet.css'
import { controlCodes, scanControls } from '../../shared/domain/scan/read-scan.ts'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Code128Bars } from './code-128-bars.tsx'

/** The codes that spare the keyboard at the station, as they are printed. */
export function ControlSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <Dialog
      title={t('scan.sheetTitle')}
      isOpen={isOpen}
      onClose={onClose}
      size="medium"
      actions={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button variant="primary" onPress={() => window.print()}>
            {t('scan.print')}
          </Button>
        </>
      }
    >
      <p>{t('scan.sheetHint')}</p>
      <ul className="control-sheet">
        {scanControls.map((control) => (
          <li key={control}>
            <Code128Bars text={controlCodes[control]} />
            <strong>{t(`scan.control.${control}`)}</strong>
            <span>{controlCodes[control]}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
