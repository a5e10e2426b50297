import { TriangleAlert } from 'lucide-react'
import type { AppState } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { StatusLine } from '../ui/status-line.tsx'
import { useAppStore } from './app-state.ts'
import { describeChange } from './describe-change.ts'
import { JobProgress } from './job-progress.tsx'
import { getChordText } from './key-map.ts'
import { useStatusLine } from './status-line.ts'
import { isMac } from './use-keyboard.ts'

const mostBlocks = 2

/** Those that run out first, before the others. */
const getLowestBlocks = (blocks: AppState['blocks']): AppState['blocks'] =>
  blocks.toSorted((a, b) => Number(b.isLow) - Number(a.isLow) || a.left - b.left).slice(0, mostBlocks)

function LowStock({ text }: { text: string }) {
  const t = useT()
  return (
    <span className="status-low" title={t('ledger.part.low')}>
      <TriangleAlert aria-label={t('ledger.part.low')} />
      {text}
    </span>
  )
}

export function StatusBar() {
  const t = useT()
  const formats = useFormats()
  const parts = useStatusLine((line) => line.parts)
  const app = useAppStore((store) => store.app)
  const savedAtMs = useAppStore((store) => store.savedAtMs)
  const undoable = app?.undo
  return (
    <StatusLine label={t('common.status.label')} end={<JobProgress />}>
      {parts.length > 0 ? parts.join(' · ') : null}
      {undoable
        ? t('common.status.undo', {
            what: describeChange(undoable.command, undoable.label, t),
            key: getChordText('undo', isMac()),
          })
        : null}
      {getLowestBlocks(app?.blocks ?? []).map(({ name, left, isLow, daysLeft }) => {
        const text = t('common.status.block', { name, left: formats.number(left) })
        const days =
          daysLeft === null ? '' : ` · ${t('ledger.part.days', { days: formats.number(daysLeft) })}`
        return isLow ? <LowStock key={name} text={`${text}${days}`} /> : text
      })}
      {savedAtMs === null ? null : t('common.status.saved', { time: formats.time(savedAtMs) })}
    </StatusLine>
  )
}
