import { useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { goTo } from '../shell/navigation.ts'
import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { isReadyToCommit, isWaiting, listQuestions, type QueuedFile } from './queued-file.ts'

interface ImportFootProps {
  files: readonly QueuedFile[]
  file: QueuedFile | undefined
  work: 'opening' | 'committing' | null
  onAcceptAll: (key: string) => void
  onCommit: () => void
}

/** The keys of the screen, and what Ctrl+Enter would store now. */
export function ImportFoot({ files, file, work, onAcceptAll, onCommit }: ImportFootProps) {
  const t = useT()
  const ready = files.filter(isReadyToCommit).length
  const waiting = files.filter(isWaiting).length
  const canAccept = file && listQuestions(file).some(({ kind }) => kind === 'column')
  const keys = [
    ['↑↓', t('import.actions.files')],
    ['Tab', t('import.actions.next')],
    ['Enter', t('import.actions.acceptOne')],
    ['Alt+↓', t('import.actions.changeOne')],
  ] as const
  return (
    <footer className="import-foot">
      <ul className="import-keys">
        {keys.map(([key, what]) => (
          <li key={key}>
            <KeyHint keys={key} /> {what}
          </li>
        ))}
      </ul>
      {waiting > 0 && <span className="import-notes">{t('import.actions.waiting', { count: waiting })}</span>}
      <div className="import-foot-actions">
        <Button variant="quiet" shortcut="Esc" onPress={() => goTo('shipments')}>
          {t('import.actions.later')}
        </Button>
        {canAccept && (
          <Button isDisabled={work !== null} onPress={() => onAcceptAll(file.key)}>
            {t('import.actions.acceptAll')}
          </Button>
        )}
        <Button
          variant="primary"
          shortcut="Ctrl+Enter"
          isDisabled={ready === 0 || work !== null}
          onPress={onCommit}
        >
          {describeCommit(work, ready, t)}
        </Button>
      </div>
    </footer>
  )
}

function describeCommit(work: ImportFootProps['work'], ready: number, t: Translate): string {
  if (work === 'committing') return t('import.committing')
  return ready === 0 ? t('import.actions.commitAll') : t('import.actions.commit', { count: ready })
}
