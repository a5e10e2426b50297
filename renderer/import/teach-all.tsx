import { useFormats, useT } from '../i18n.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { settleFile } from './import-store.ts'
import type { QueuedFile } from './queued-file.ts'

/** Whether what was chosen for columns goes for every client. The file's own client keeps it anyway. */
export function TeachAll({ file: { key, draft } }: { file: QueuedFile }) {
  const t = useT()
  const { number } = useFormats()
  if (draft.corrections === 0) return null
  return (
    <div className="import-teach">
      <Checkbox isSelected={draft.teachesAll} onChange={(teachesAll) => void settleFile(key, { teachesAll })}>
        {t('import.teach.all', { n: number(draft.corrections) })}
      </Checkbox>
    </div>
  )
}
