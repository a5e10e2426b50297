import './draw-lock-banner.css'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { newOpId } from '../api.ts'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useAppStore } from './app-state.ts'
import { ask } from './ask.ts'
import { showToast } from './toasts.ts'

type Answer = 'confirmed' | 'moved' | 'split'

const questions = {
  confirmed: {
    button: 'ledger.banner.confirm',
    title: 'ledger.banner.confirmTitle',
    body: 'ledger.banner.confirmBody',
  },
  moved: {
    button: 'ledger.banner.moved',
    title: 'ledger.banner.movedTitle',
    body: 'ledger.banner.movedBody',
  },
  split: {
    button: 'ledger.banner.split',
    title: 'ledger.banner.splitTitle',
    body: 'ledger.banner.splitBody',
  },
} as const

/** Says why no number is issued, and asks what happened; as long as nobody has answered. */
export function DrawLockBanner() {
  const t = useT()
  const lock = useAppStore((store) => store.app?.drawLock ?? null)
  const [asked, setAsked] = useState<Answer | null>(null)
  if (lock === null) return null
  const answers: readonly Answer[] = lock === 'other-install' ? ['split', 'moved'] : ['confirmed']

  const confirm = async (answer: Answer) => {
    setAsked(null)
    const answered = await ask('ledger.confirm', { opId: newOpId(), answer })
    if (answered.ok) showToast({ tone: 'done', text: t(`ledger.banner.said.${answer}`) })
  }

  return (
    <section className="draw-lock" aria-label={t('ledger.banner.label')}>
      <LockKeyhole aria-hidden />
      <strong>{t('ledger.banner.label')}</strong>
      <span className="draw-lock-text">
        {t('ledger.two', { one: t(`ledger.lock.${lock}`), other: t(`ledger.banner.ask.${lock}`) })}
      </span>
      {answers.map((answer) => (
        <Button key={answer} onPress={() => setAsked(answer)}>
          {t(questions[answer].button)}
        </Button>
      ))}
      {asked && (
        <Dialog
          title={t(questions[asked].title)}
          isOpen
          isQuestion
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button shortcut="Esc" onPress={() => setAsked(null)}>
                {t('common.cancel')}
              </Button>
              <Button variant="primary" autoFocus onPress={() => void confirm(asked)}>
                {t(questions[asked].button)}
              </Button>
            </>
          }
        >
          <p>{t(questions[asked].body)}</p>
        </Dialog>
      )}
    </section>
  )
}
