import { useT } from '../i18n.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { settleFile } from './import-store.ts'
import type { QueuedFile } from './queued-file.ts'

/** Whether the file is an old sheet: its shipments are closed and only teach. */
export function HistoryTick({ file: { key, draft } }: { file: QueuedFile }) {
  const t = useT()
  if (draft.draftId === 0 || draft.sheets.length === 0) return null
  const isHistory = draft.history !== null
  return (
    <div className="import-teach">
      <Checkbox isSelected={isHistory} onChange={(isOn) => void settleFile(key, { isHistory: isOn })}>
        {t('import.history.tick')}
      </Checkbox>
      {isHistory && <p className="import-notes">{t('import.history.hint')}</p>}
    </div>
  )
}
