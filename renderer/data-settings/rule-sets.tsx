import { FolderPlus, FolderX, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { RuleSetView } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import { useFormats, useT } from '../i18n.ts'
import { ask, call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { ToolButton } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FormSheet } from './form-sheet.tsx'

interface RuleSetBarProps {
  sets: readonly RuleSetView[]
  current: RuleSetView
  onChoose: (setId: number | null) => void
  /** Null: a new set. */
  onEdit: (set: RuleSetView | null) => void
}

const standardId = 'standard'

/** Which set is shown, and what can be done to it as a whole. The standard set stays as it is. */
export function RuleSetBar({ sets, current, onChoose, onEdit }: RuleSetBarProps) {
  const t = useT()
  const { number } = useFormats()
  const remove = async ({ id, name }: RuleSetView) => {
    if (id === null) return
    const answer = await ask('ruleSet.remove', { opId: newOpId(), id })
    if (!answer.ok) return
    onChoose(null)
    showToast({ tone: 'done', text: t('data.rules.setRemoved', { name }), action: 'undo' })
  }
  return (
    <div className="rule-sets">
      <Select
        label={t('data.rules.set')}
        isLabelHidden
        options={sets.map(({ id, name, rules }) => ({
          id: String(id ?? standardId),
          label: name === '' ? t('shipments.assign.standardSet') : name,
          hint: number(rules),
        }))}
        selectedId={String(current.id ?? standardId)}
        onSelect={(id) => onChoose(id === standardId ? null : Number(id))}
      />
      <ToolButton
        icon={<FolderPlus aria-hidden />}
        label={t('data.rules.newSet')}
        onPress={() => onEdit(null)}
      />
      <ToolButton
        icon={<Pencil aria-hidden />}
        label={t('data.rules.renameSet')}
        isDisabled={current.id === null}
        onPress={() => onEdit(current)}
      />
      <ToolButton
        icon={<FolderX aria-hidden />}
        label={t('data.rules.removeSet')}
        isDisabled={current.id === null}
        onPress={() => void remove(current)}
      />
      <span className="rule-order">{t('data.rules.order')}</span>
    </div>
  )
}

interface RuleSetFormProps {
  set: RuleSetView | null
  onSaved: (setId: number) => void
  onClose: () => void
}

export function RuleSetForm({ set, onSaved, onClose }: RuleSetFormProps) {
  const t = useT()
  const [name, setName] = useState(set?.name ?? '')
  const save = async () => {
    const id = set?.id ?? undefined
    const answer = await call('ruleSet.save', { opId: newOpId(), name, ...(id !== undefined && { id }) })
    if (!answer.ok) return answer.problem
    onSaved(answer.value.id)
    showToast({ tone: 'done', text: t('data.saved', { name: name.trim() }), action: 'undo' })
    return null
  }
  return (
    <FormSheet
      title={t(set ? 'data.rules.renameSet' : 'data.rules.newSet')}
      canSave={name.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t('data.rules.setName')}
        hint={t('data.rules.setHint')}
        value={name}
        onChange={setName}
      />
    </FormSheet>
  )
}
