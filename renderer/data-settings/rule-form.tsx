import { useState } from 'react'
import type { CarrierView, ClientView, RuleView } from '../../shared/contract/outputs.ts'
import { amazonModes } from '../../shared/domain/shipment.ts'
import { newOpId } from '../api.ts'
import { useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FormSheet } from './form-sheet.tsx'
import { anyId, isDay, isWeight, readRule, type RuleDraft, startRule } from './rule-draft.ts'

const noClients: readonly ClientView[] = []

interface RuleFormProps {
  /** Null: a new one. */
  rule: RuleView | null
  setId: number | null
  carriers: readonly CarrierView[]
  onClose: () => void
}

export function RuleForm({ rule, setId, carriers, onClose }: RuleFormProps) {
  const t = useT()
  const clients = useAnswer('client.list', {}).value?.clients ?? noClients
  const [draft, setDraft] = useState(() => startRule(rule, carriers[0]?.id))
  const change = (values: Partial<RuleDraft>) => setDraft({ ...draft, ...values })
  const read = readRule(draft)
  const any = { id: anyId, label: t('data.rules.any') }

  const save = async () => {
    if (!read) return null
    const answer = await call('rule.save', { opId: newOpId(), ...read, setId, ...(rule && { id: rule.id }) })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t(rule ? 'data.rules.changed' : 'data.rules.added'), action: 'undo' })
    return null
  }

  const weight = (name: 'weightFrom' | 'weightTo') => (
    <TextField
      isMono
      inputMode="decimal"
      label={t(`data.rules.${name}`)}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      error={isWeight(draft[name]) ? undefined : t('data.rules.notWeight')}
    />
  )
  const day = (name: 'dateFrom' | 'dateTo') => (
    <TextField
      isMono
      label={t(`data.rules.${name}`)}
      placeholder="2026-11-27"
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      error={isDay(draft[name]) ? undefined : t('data.rules.notDay')}
    />
  )

  return (
    <FormSheet
      title={t(rule ? 'data.rules.editTitle' : 'data.rules.addTitle')}
      canSave={read !== null}
      onSave={save}
      onClose={onClose}
    >
      <Select
        label={t('data.rules.client')}
        options={[any, ...clients.map(({ id, name }) => ({ id: String(id), label: name }))]}
        selectedId={draft.clientId}
        onSelect={(clientId) => change({ clientId })}
      />
      <TextField
        isMono
        label={t('data.rules.fc')}
        hint={t('data.rules.fcHint')}
        value={draft.fc}
        onChange={(fc) => change({ fc })}
      />
      <Select
        label={t('data.rules.mode')}
        options={[any, ...amazonModes.map((id) => ({ id, label: id }))]}
        selectedId={draft.mode}
        onSelect={(mode) => change({ mode })}
      />
      <div className="data-form-pair">
        {weight('weightFrom')}
        {weight('weightTo')}
      </div>
      <div className="data-form-pair">
        {day('dateFrom')}
        {day('dateTo')}
      </div>
      <p className="data-note">{t('data.rules.dateHint')}</p>
      <Select
        label={t('data.rules.carrier')}
        options={carriers.map(({ id, name }) => ({ id: String(id), label: name }))}
        selectedId={draft.carrierId}
        onSelect={(carrierId) => change({ carrierId })}
      />
    </FormSheet>
  )
}
