import { useState } from 'react'
import type { PolicyRuleView } from '../../shared/contract/outputs.ts'
import { type RuleLevel, ruleLevels } from '../../shared/domain/rule-pack/rule.ts'
import {
  describeLevel,
  describeReason,
  describeReasonFix,
  describeSource,
} from '../../shared/words/describe-rule.ts'
import { newOpId } from '../api.ts'
import { useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FormSheet } from './form-sheet.tsx'

/** The level of a rule in all its entries, with the reason why. */
export function PolicyForm({ rule, onClose }: { rule: PolicyRuleView; onClose: () => void }) {
  const t = useT()
  const [level, setLevel] = useState<RuleLevel | null>(rule.change ? rule.level : null)
  const [reason, setReason] = useState(rule.change?.reason ?? '')
  const name = describeReason(rule.id, t)

  const save = async () => {
    const answer = await call('policy.setLevel', { opId: newOpId(), rule: rule.id, level, reason })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('rules.list.saved', { rule: name }), action: 'undo' })
    return null
  }

  return (
    <FormSheet title={name} canSave={reason.trim() !== '' && !rule.isFixed} onSave={save} onClose={onClose}>
      <p>{describeReasonFix(rule.id, t)}</p>
      <p className="data-note">{describeSource(rule, t)}</p>
      {rule.isFixed && <p>{t('rules.problem.rule-fixed', { rule: name })}</p>}
      <RadioGroup
        isDisabled={rule.isFixed}
        label={t('rules.list.level')}
        options={[
          {
            id: 'pack',
            label: t('rules.list.asPack', { level: describeLevel(rule.packLevel, t) }),
          },
          ...ruleLevels.map((id) => ({
            id,
            label: describeLevel(id, t),
            hint: t(`rules.levelHint.${id}`),
            isDisabled: id === 'block' && rule.confidence === 'uncertain',
          })),
        ]}
        selectedId={level ?? 'pack'}
        onSelect={(id) => setLevel(ruleLevels.find((each) => each === id) ?? null)}
      />
      <TextField
        isRequired
        label={t('rules.ask.reason')}
        hint={t('rules.ask.hint')}
        value={reason}
        onChange={setReason}
      />
    </FormSheet>
  )
}
