import { type FormEvent, useEffect, useState } from 'react'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { checkNewId, type ReissueSummary } from '../../shared/domain/reissue.ts'
import { isTypedInFull } from '../../shared/domain/shipment.ts'
import { describeProblem, formatFieldName } from '../../shared/words/describe-problem.ts'
import { newOpId } from '../api.ts'
import { useFormats, useT } from '../i18n.ts'
import { ask, call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { applyFilter } from './shipment-rows.ts'
import './validity-dialogs.css'

const formId = 'reissue-form'

type Preview = { summary: ReissueSummary } | { problem: CallProblem }

const toFbaId = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase()

/** What would move to the ID that is typed; null while it is not yet an ID. */
function usePreview(from: string, to: string): Preview | null {
  const [read, setRead] = useState<{ to: string; preview: Preview } | null>(null)
  useEffect(() => {
    if (checkNewId(to) !== null) return undefined
    let isCurrent = true
    const load = async () => {
      const answer = await call('reissue.preview', { from, to })
      if (!isCurrent) return
      setRead({ to, preview: answer.ok ? { summary: answer.value } : { problem: answer.problem } })
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [from, to])
  return read?.to === to ? read.preview : null
}

/** Why what is typed is no ID; nothing is said of a beginning unless Enter asks. */
function findIdProblem(to: string, isAsked: boolean): CallProblem | null {
  if (to === '' || !(isAsked || isTypedInFull(to))) return null
  const problem = checkNewId(to)
  return problem && { kind: 'reissue-refused', problem }
}

function Moves({ summary }: { summary: ReissueSummary }) {
  const t = useT()
  const { number } = useFormats()
  const fields = summary.moved.map((field) =>
    field === 'pro' ? `${formatFieldName(field, t)} ${summary.pro}` : formatFieldName(field, t),
  )
  return (
    <section className="reissue-moves" aria-label={t('validity.reissue.moves')}>
      <h3>{t('validity.reissue.moves')}</h3>
      <dl>
        <dt>{t('validity.reissue.boxes')}</dt>
        <dd>{number(summary.boxes)}</dd>
        <dt>{t('validity.reissue.trackingIds')}</dt>
        <dd>{number(summary.trackingIds)}</dd>
        <dt>{t('validity.reissue.fields')}</dt>
        <dd>{fields.length === 0 ? t('validity.reissue.nothing') : fields.join(t('validity.clock.and'))}</dd>
        {summary.overrides > 0 && (
          <>
            <dt>{t('validity.reissue.overrides')}</dt>
            <dd>{number(summary.overrides)}</dd>
          </>
        )}
      </dl>
      <p>{t(summary.isNew ? 'validity.reissue.isNew' : 'validity.reissue.isKnown')}</p>
    </section>
  )
}

/** The client had a new ID issued: says what will move before it does. */
export function ReissueDialog({ from, onClose }: { from: string; onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [askedOf, setAskedOf] = useState<string | null>(null)
  const to = toFbaId(typed)
  const preview = usePreview(from, to)
  const problem = preview && 'problem' in preview ? preview.problem : findIdProblem(to, askedOf === to)
  const canApply = preview !== null && 'summary' in preview

  const apply = async (event: FormEvent) => {
    event.preventDefault()
    if (!canApply) return
    const answer = await ask('reissue.apply', { opId: newOpId(), from, to })
    if (!answer.ok) return
    const text = t('validity.reissue.done', { from, to, count: answer.value.boxes })
    showToast({ tone: 'done', text, action: 'undo' })
    onClose()
    await applyFilter()
  }

  return (
    <Dialog
      isOpen
      title={t('validity.reissue.title', { fbaId: from })}
      onClose={onClose}
      actions={
        <>
          <Button shortcut="Esc" onPress={onClose}>
            {t('validity.reissue.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="primary" shortcut="Enter" isDisabled={!canApply}>
            {t('validity.reissue.apply')}
          </Button>
        </>
      }
    >
      <form id={formId} className="validity-form" onSubmit={(event) => void apply(event)}>
        <p>{t('validity.reissue.explain')}</p>
        <TextField
          autoFocus
          isMono
          label={t('validity.reissue.to')}
          placeholder="FBA…"
          value={typed}
          onChange={setTyped}
          error={problem ? describeProblem(problem, t) : undefined}
          // A form whose button waits hears no Enter.
          onKeyDown={({ key }) => {
            if (key === 'Enter') setAskedOf(to)
          }}
        />
        {preview && 'summary' in preview && <Moves summary={preview.summary} />}
      </form>
    </Dialog>
  )
}
