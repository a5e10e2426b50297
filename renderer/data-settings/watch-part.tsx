import { FolderOpen, FolderX } from 'lucide-react'
import { getBridge } from '../api.ts'
import { useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { ask } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'

/** The folder whose new files are opened as drafts, on this desk only. */
export function WatchPart() {
  const t = useT()
  const { value: watch, problem } = useAnswer('watch.get', {})

  const set = async (folder: string | null) => {
    const answer = await ask('watch.set', { folder })
    if (!answer.ok) return
    const text =
      answer.value.folder === null
        ? t('data.watch.saidOff')
        : t('data.watch.saidOn', { folder: answer.value.folder })
    showToast({ tone: 'done', text })
  }
  const pick = async () => {
    const folder = await getBridge().pickFolder()
    if (folder !== null) await set(folder)
  }

  if (!watch) return problem && <p className="data-form-problem">{describeProblem(problem, t)}</p>
  return (
    <div className="data-look">
      <section>
        <p>{t('data.watch.what')}</p>
        {watch.canWatch ? (
          <>
            <dl className="data-facts">
              <dt>{t('data.watch.folder')}</dt>
              <dd>{watch.folder ?? t('data.watch.off')}</dd>
            </dl>
            {watch.folder !== null && !watch.isReachable && (
              <p className="data-form-problem">
                {describeProblem({ kind: 'watch-unreachable', folder: watch.folder }, t)}
              </p>
            )}
            <div className="data-watch-actions">
              <Button icon={<FolderOpen aria-hidden />} onPress={() => void pick()}>
                {t(watch.folder === null ? 'data.watch.choose' : 'data.watch.chooseOther')}
              </Button>
              {watch.folder !== null && (
                <Button icon={<FolderX aria-hidden />} onPress={() => void set(null)}>
                  {t('data.watch.switchOff')}
                </Button>
              )}
            </div>
          </>
        ) : (
          <p className="data-note">{t('data.watch.notHere')}</p>
        )}
      </section>
    </div>
  )
}
