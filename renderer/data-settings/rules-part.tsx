import { Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CarrierView, ClientView, RuleView } from '../../shared/contract/outputs.ts'
import { amazonModes } from '../../shared/domain/shipment.ts'
import { newOpId } from '../api.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { ask, call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DataList } from './data-list.tsx'
import { FormSheet } from './form-sheet.tsx'

const noRules: readonly RuleView[] = []
const noCarriers: readonly CarrierView[] = []
const noClients: readonly ClientView[] = []

/** Which carrier takes what; the first rule that fits wins. */
export function RulesPart() {
  const t = useT()
  const { value, problem } = useAnswer('rule.list', {})
  const carriers = useAnswer('carrier.list', {}).value?.carriers ?? noCarriers
  const [isAdding, setIsAdding] = useState(false)
  const [currentId, setCurrentId] = useState<number | null>(null)
  const columns = useMemo(() => getColumns(t), [t])
  const rules = value?.rules ?? noRules
  const current = rules.find(({ id }) => id === currentId) ?? rules[0]

  const remove = async ({ id }: RuleView) => {
    const answer = await ask('rule.remove', { opId: newOpId(), id })
    if (answer.ok) showToast({ tone: 'done', text: t('data.rules.removed'), action: 'undo' })
  }

  return (
    <DataList
      note={t('data.rules.order')}
      commands={
        <>
          <Button
            icon={<Trash2 aria-hidden />}
            isDisabled={!current}
            onPress={() => void (current && remove(current))}
          >
            {t('data.rules.remove')}
          </Button>
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            isDisabled={carriers.length === 0}
            onPress={() => setIsAdding(true)}
          >
            {t('data.rules.add')}
          </Button>
        </>
      }
      problem={problem}
      sheet={isAdding && <RuleForm carriers={carriers} onClose={() => setIsAdding(false)} />}
    >
      <ListGrid
        name="rules"
        label={t('data.section.rules')}
        columns={columns}
        rows={rules}
        getRowKey={({ id }) => String(id)}
        emptyState={value && <EmptyState>{t('data.rules.empty')}</EmptyState>}
        onRow={({ id }) => setCurrentId(id)}
      />
    </DataList>
  )
}

function getColumns(t: Translate): GridColumn<RuleView>[] {
  const any = t('data.rules.any')
  return [
    {
      id: 'client',
      title: t('data.rules.client'),
      width: 200,
      isFrozen: true,
      getText: ({ client }) => client ?? any,
    },
    { id: 'fc', title: t('data.rules.fc'), width: 120, getText: ({ fc }) => fc ?? any },
    { id: 'mode', title: t('data.rules.mode'), width: 120, getText: ({ amazonMode }) => amazonMode ?? any },
    { id: 'carrier', title: t('data.rules.carrier'), width: 220, getText: ({ carrier }) => carrier },
  ]
}

const anyId = 'any'

function RuleForm({ carriers, onClose }: { carriers: readonly CarrierView[]; onClose: () => void }) {
  const t = useT()
  const clients = useAnswer('client.list', {}).value?.clients ?? noClients
  const [clientId, setClientId] = useState(anyId)
  const [fc, setFc] = useState('')
  const [mode, setMode] = useState(anyId)
  const [carrierId, setCarrierId] = useState(String(carriers[0]?.id ?? ''))

  const save = async () => {
    const answer = await call('rule.add', {
      opId: newOpId(),
      clientId: clientId === anyId ? null : Number(clientId),
      fc: fc.trim() === '' ? null : fc.trim().toUpperCase(),
      amazonMode: amazonModes.find((each) => each === mode) ?? null,
      carrierId: Number(carrierId),
    })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('data.rules.added'), action: 'undo' })
    return null
  }

  const any = { id: anyId, label: t('data.rules.any') }
  return (
    <FormSheet title={t('data.rules.addTitle')} canSave={carrierId !== ''} onSave={save} onClose={onClose}>
      <Select
        label={t('data.rules.client')}
        options={[any, ...clients.map(({ id, name }) => ({ id: String(id), label: name }))]}
        selectedId={clientId}
        onSelect={setClientId}
      />
      <TextField
        isMono
        label={t('data.rules.fc')}
        hint={t('data.rules.fcHint')}
        value={fc}
        onChange={setFc}
      />
      <Select
        label={t('data.rules.mode')}
        options={[any, ...amazonModes.map((id) => ({ id, label: id }))]}
        selectedId={mode}
        onSelect={setMode}
      />
      <Select
        label={t('data.rules.carrier')}
        options={carriers.map(({ id, name }) => ({ id: String(id), label: name }))}
        selectedId={carrierId}
        onSelect={setCarrierId}
      />
    </FormSheet>
  )
}
