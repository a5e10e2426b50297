import './practice-banner.css'
import { GraduationCap } from 'lucide-react'
import { useT } from '../i18n.ts'
import { Button } from '../ui/button.tsx'
import { useAppStore } from './app-state.ts'
import { closePractice, removePractice } from './practice.ts'

/** Says that nothing here is real, as long as the practice morning is open. */
export function PracticeBanner() {
  const t = useT()
  const isPractice = useAppStore((store) => store.app?.workspace === 'practice')
  if (!isPractice) return null
  return (
    <section className="practice-banner" aria-label={t('common.practice.label')}>
      <GraduationCap aria-hidden />
      <strong>{t('common.practice.label')}</strong>
      <span className="practice-banner-text">{t('common.practice.banner')}</span>
      <Button onPress={() => void closePractice()}>{t('common.practice.close')}</Button>
      <Button variant="danger" onPress={() => void removePractice()}>
        {t('common.practice.remove')}
      </Button>
    </section>
  )
}
