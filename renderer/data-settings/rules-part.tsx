import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CarrierView, RuleSetView, RuleView } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { ask } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button, ToolButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DataList } from './data-list.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleSetBar, RuleSetForm } from './rule-sets.tsx'

const noCarriers: readonly CarrierView[] = []
const standardSet: RuleSetView = { id: null, name: '', rules: 0 }
const onlyStandard: readonly RuleSetView[] = [standardSet]

type Form = { kind: 'rule'; rule: RuleView | null } | { kind: 'set'; set: RuleSetView | null }

/** Rule sets and, of the one chosen, which carrier takes what. */
export function RulesPart() {
  const t = useT()
  const { value, problem } = useAnswer('rule.list', {})
  const carriers = useAnswer('carrier.list', {}).value?.carriers ?? noCarriers
  const [setId, setSetId] = useState<number | null>(null)
  const [form, setForm] = useState<Form | null>(null)
  const [currentId, setCurrentId] = useState<number | null>(null)
  const columns = useMemo(() => getColumns(t), [t])
  const sets = value?.sets ?? onlyStandard
  const set = sets.find(({ id }) => id === setId) ?? standardSet
  const rules = useMemo(() => value?.rules.filter((rule) => rule.setId === set.id) ?? [], [value, set.id])
  const current = rules.find(({ id }) => id === currentId) ?? rules[0]

  const remove = async ({ id }: RuleView) => {
    const answer = await ask('rule.remove', { opId: newOpId(), id })
    if (answer.ok) showToast({ tone: 'done', text: t('data.rules.removed'), action: 'undo' })
  }
  const move = (by: -1 | 1) => void (current && ask('rule.move', { opId: newOpId(), id: current.id, by }))
  const closeForm = () => setForm(null)

  return (
    <DataList
      note={
        <RuleSetBar
          sets={sets}
          current={set}
          onChoose={setSetId}
          onEdit={(edited) => setForm({ kind: 'set', set: edited })}
        />
      }
      commands={
        <>
          <ToolButton
            icon={<ArrowUp aria-hidden />}
            label={t('data.rules.up')}
            isDisabled={!current || current.place === 1}
            onPress={() => move(-1)}
          />
          <ToolButton
            icon={<ArrowDown aria-hidden />}
            label={t('data.rules.down')}
            isDisabled={!current || current.place === rules.length}
            onPress={() => move(1)}
          />
          <ToolButton
            icon={<Trash2 aria-hidden />}
            label={t('data.rules.remove')}
            isDisabled={!current}
            onPress={() => void (current && remove(current))}
          />
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            isDisabled={carriers.length === 0}
            onPress={() => setForm({ kind: 'rule', rule: null })}
          >
            {t('data.rules.add')}
          </Button>
        </>
      }
      problem={problem}
      sheet={
        form?.kind === 'rule' ? (
          <RuleForm
            key={form.rule?.id ?? 'new'}
            rule={form.rule}
            setId={set.id}
            carriers={carriers}
            onClose={closeForm}
          />
        ) : (
          form?.kind === 'set' && (
            <RuleSetForm key={form.set?.id ?? 'new'} set={form.set} onSaved={setSetId} onClose={closeForm} />
          )
        )
      }
    >
      <ListGrid
        name="rules"
        label={t('data.section.rules')}
        columns={columns}
        rows={rules}
        getRowKey={({ id }) => String(id)}
        emptyState={value && <EmptyState>{t('data.rules.empty')}</EmptyState>}
        onRow={({ id }) => setCurrentId(id)}
        onOpen={(rule) => {
          setForm({ kind: 'rule', rule })
          return true
        }}
      />
    </DataList>
  )
}

const formatSpan = (from: number | string | null, to: number | string | null, any: string): string =>
  from === null && to === null ? any : from === to ? String(from) : `${from ?? ''} … ${to ?? ''}`

function getColumns(t: Translate): GridColumn<RuleView>[] {
  const any = t('data.rules.any')
  return [
    {
      id: 'place',
      title: t('data.rules.place'),
      width: 56,
      align: 'end',
      isFrozen: true,
      getText: ({ place }) => String(place),
    },
    { id: 'client', title: t('data.rules.client'), width: 160, getText: ({ client }) => client ?? any },
    { id: 'fc', title: t('data.rules.fc'), width: 90, getText: ({ fc }) => fc ?? any },
    { id: 'mode', title: t('data.rules.mode'), width: 90, getText: ({ amazonMode }) => amazonMode ?? any },
    {
      id: 'weight',
      title: t('data.rules.weight'),
      width: 130,
      getText: ({ weightFromKg, weightToKg }) => formatSpan(weightFromKg, weightToKg, any),
    },
    {
      id: 'date',
      title: t('data.rules.date'),
      width: 200,
      getText: ({ dateFrom, dateTo }) => formatSpan(dateFrom, dateTo, any),
    },
    { id: 'carrier', title: t('data.rules.carrier'), width: 200, getText: ({ carrier }) => carrier },
  ]
}
