import type { DraftSummary } from '../../shared/contract/outputs.ts'
import { useT } from '../i18n.ts'
import { goTo } from '../shell/navigation.ts'
import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { isReadyToCommit, isWaiting, listQuestions } from './draft-questions.ts'

interface ImportFootProps {
  drafts: readonly DraftSummary[]
  draft: DraftSummary | undefined
  work: 'opening' | 'committing' | null
  onAcceptAll: (draftId: number) => void
  onCommit: () => void
}

/** The keys of the screen, and what Ctrl+Enter would store now. */
export function ImportFoot({ drafts, draft, work, onAcceptAll, onCommit }: ImportFootProps) {
  const t = useT()
  const ready = drafts.filter(isReadyToCommit).length
  const waiting = drafts.filter(isWaiting).length
  const canAccept = draft && listQuestions(draft).some(({ kind }) => kind === 'column')
  const keys = [
    ['↑↓', t('import.actions.files')],
    ['Tab', t('import.actions.next')],
    ['Enter', t('import.actions.acceptOne')],
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
          <Button isDisabled={work !== null} onPress={() => onAcceptAll(draft.draftId)}>
            {t('import.actions.acceptAll')}
          </Button>
        )}
        <Button
          variant="primary"
          shortcut="Ctrl+Enter"
          isDisabled={ready === 0 || work !== null}
          onPress={onCommit}
        >
          {work === 'committing' ? t('import.committing') : t('import.actions.commit', { count: ready })}
        </Button>
      </div>
    </footer>
  )
}
