import { useState } from 'react'
import type { ModeRow } from '../../shared/contract/outputs.ts'
import type { ModeMark } from '../../shared/domain/mode-desk.ts'
import { newOpId } from '../api.ts'
import { FormSheet } from '../data-settings/form-sheet.tsx'
import { useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { TextField } from '../ui/text-field.tsx'

export type MarkFormKind = ModeMark

interface MarkFormProps {
  kind: MarkFormKind
  row: ModeRow
  onClose: () => void
}

/** A mark with its reason; for one number on all boxes also the number. */
export function MarkForm({ kind, row, onClose }: MarkFormProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [number, setNumber] = useState('')
  const wantsNumber = kind === 'same-number'

  const save = async () => {
    if (wantsNumber) {
      const answer = await call('mode.useSameNumber', { opId: newOpId(), id: row.id, number, reason })
      if (!answer.ok) return answer.problem
      const text = t('modes.saidSameNumber', { count: answer.value.boxes })
      showToast({ tone: 'done', text, action: 'undo' })
      return null
    }
    const answer = await call('mode.markTwoTrucks', { opId: newOpId(), ids: [row.id], reason })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('modes.saidTwoTrucks'), action: 'undo' })
    return null
  }

  return (
    <FormSheet
      title={t(wantsNumber ? 'modes.reason.sameNumberTitle' : 'modes.reason.twoTrucksTitle', {
        fbaId: row.fbaId,
      })}
      canSave={reason.trim() !== '' && (!wantsNumber || number.trim() !== '')}
      onSave={save}
      onClose={onClose}
    >
      {wantsNumber && (
        <>
          <p className="data-form-problem">{t('modes.reason.sameNumberWarning')}</p>
          <TextField
            isRequired
            isMono
            label={t('modes.reason.number')}
            hint={t('modes.reason.numberHint', { boxes: row.boxes - row.paired })}
            value={number}
            onChange={setNumber}
          />
        </>
      )}
      <TextField
        isRequired
        label={t('modes.reason.reason')}
        hint={t('modes.reason.reasonHint')}
        value={reason}
        onChange={setReason}
      />
    </FormSheet>
  )
}
