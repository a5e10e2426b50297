import { type FormEvent, useState } from 'react'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { findings, type Finding } from '../../shared/domain/shipment.ts'
import { parseTypedDay } from '../../shared/domain/typed-date.ts'
import { newOpId } from '../api.ts'
import { useT } from '../i18n.ts'
import { ask } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import './validity-dialogs.css'

const formId = 'verify-form'

/** Notes what was seen when these IDs were looked up at Amazon. */
export function VerifyDialog({ fbaIds, onClose }: { fbaIds: readonly string[]; onClose: () => void }) {
  const t = useT()
  const [today] = useState(() => formatLocalDay(Date.now()))
  const [finding, setFinding] = useState<Finding | null>(null)
  const [typed, setTyped] = useState(today)
  const on = parseTypedDay(typed, today)
  const isDay = on !== null && on <= today
  const canSave = isDay && finding !== null

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!isDay || finding === null) return
    const answer = await ask('shipment.verify', { opId: newOpId(), fbaIds: [...fbaIds], finding, on })
    if (!answer.ok) return
    const words = { count: answer.value.shipments, finding: t(`validity.finding.${finding}`) }
    showToast({ tone: 'done', text: t('validity.verify.done', words), action: 'undo' })
    onClose()
  }

  return (
    <Dialog
      isOpen
      title={t('validity.verify.title')}
      onClose={onClose}
      actions={
        <>
          <Button shortcut="Esc" onPress={onClose}>
            {t('validity.verify.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="primary" shortcut="Enter" isDisabled={!canSave}>
            {t('validity.verify.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="validity-form"
        onSubmit={(event) => void save(event)}
        // Enter notes a choice and makes none: twice Enter would note the first one unseen.
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && finding === null) event.stopPropagation()
        }}
      >
        <p>
          {fbaIds.length === 1
            ? t('validity.verify.targetOne', { fbaId: fbaIds[0]! })
            : t('validity.verify.targetMany', { shipments: fbaIds.length })}
        </p>
        <RadioGroup
          autoFocus
          label={t('validity.verify.finding')}
          options={findings.map((id) => ({ id, label: t(`validity.verify.choice.${id}`) }))}
          selectedId={finding ?? undefined}
          onSelect={(id) => setFinding(findings.find((each) => each === id)!)}
        />
        <TextField
          label={t('validity.verify.on')}
          hint={t('validity.verify.onHint')}
          error={isDay ? undefined : t('validity.verify.noDay')}
          value={typed}
          onChange={setTyped}
        />
      </form>
    </Dialog>
  )
}
