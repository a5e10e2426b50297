import { useState } from 'react'
import { leastWindowDays, mostWindowDays, type PolicySettings } from '../../shared/domain/policy-settings.ts'
import { useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { FormSheet } from '../data-settings/form-sheet.tsx'
import { TextField } from '../ui/text-field.tsx'
import { formatPercent, parsePercent, parseWindowDays } from './forecast-settings-draft.ts'

interface ForecastSettingsFormProps {
  settings: PolicySettings
  onClose: () => void
}

/** The two numbers that Amazon leaves open. */
export function ForecastSettingsForm({ settings, onClose }: ForecastSettingsFormProps) {
  const t = useT()
  const [windowText, setWindowText] = useState(String(settings.windowDays))
  const [rateText, setRateText] = useState(formatPercent(settings.acceptableRate))
  const windowDays = parseWindowDays(windowText)
  const acceptableRate = parsePercent(rateText)

  const save = async () => {
    if (windowDays === null || acceptableRate === 'wrong') return null
    const answer = await call('policy.setSettings', { windowDays, acceptableRate })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('forecast.settings.saved') })
    return null
  }

  return (
    <FormSheet
      title={t('forecast.settings.title')}
      canSave={windowDays !== null && acceptableRate !== 'wrong'}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        inputMode="numeric"
        label={t('forecast.settings.windowDays')}
        hint={t('forecast.settings.windowHint')}
        error={
          windowDays === null
            ? t('forecast.settings.badWindow', { least: leastWindowDays, most: mostWindowDays })
            : undefined
        }
        value={windowText}
        onChange={setWindowText}
      />
      <TextField
        inputMode="numeric"
        label={t('forecast.settings.acceptable')}
        hint={t('forecast.settings.acceptableHint')}
        error={acceptableRate === 'wrong' ? t('forecast.settings.badRate') : undefined}
        value={rateText}
        onChange={setRateText}
      />
    </FormSheet>
  )
}
