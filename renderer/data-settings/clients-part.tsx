import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ClientView } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DataList } from './data-list.tsx'
import { FormSheet } from './form-sheet.tsx'

const noClients: readonly ClientView[] = []

export function ClientsPart() {
  const t = useT()
  const formats = useFormats()
  const { value, problem } = useAnswer('client.list', {})
  const [editing, setEditing] = useState<ClientView | 'new' | null>(null)
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  return (
    <DataList
      note={t('data.editHint')}
      commands={
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setEditing('new')}>
          {t('data.clients.add')}
        </Button>
      }
      problem={problem}
      sheet={
        editing && (
          <ClientForm
            key={editing === 'new' ? 'new' : editing.id}
            client={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
          />
        )
      }
    >
      <ListGrid
        name="clients"
        label={t('data.section.clients')}
        columns={columns}
        rows={value?.clients ?? noClients}
        getRowKey={({ id }) => String(id)}
        emptyState={value && <EmptyState>{t('data.clients.empty')}</EmptyState>}
        onOpen={(client) => {
          setEditing(client)
          return true
        }}
      />
    </DataList>
  )
}

const getColumns = (t: Translate, { number }: Formats): GridColumn<ClientView>[] => [
  { id: 'name', title: t('data.clients.name'), width: 220, isFrozen: true, getText: ({ name }) => name },
  {
    id: 'folder',
    title: t('data.clients.folder'),
    width: 220,
    getText: ({ folder }) => folder ?? '',
    render: ({ folder }) => folder ?? <span className="data-note">{t('data.clients.folderDefault')}</span>,
  },
  {
    id: 'language',
    title: t('data.clients.language'),
    width: 180,
    getText: ({ language }) => t(`common.look.languages.${language}`),
  },
  {
    id: 'shipments',
    title: t('data.clients.shipments'),
    width: 100,
    align: 'end',
    getText: ({ shipments }) => number(shipments),
  },
  {
    id: 'layouts',
    title: t('data.clients.layouts'),
    width: 110,
    align: 'end',
    getText: ({ layouts }) => number(layouts),
  },
]

function ClientForm({ client, onClose }: { client: ClientView | null; onClose: () => void }) {
  const t = useT()
  const [name, setName] = useState(client?.name ?? '')
  const [folder, setFolder] = useState(client?.folder ?? '')
  const [language, setLanguage] = useState(client?.language ?? 'zh-CN')

  const save = async () => {
    const answer = await call('client.save', {
      opId: newOpId(),
      ...(client ? { id: client.id } : {}),
      name: name.trim(),
      folder: folder.trim() === '' ? null : folder.trim(),
      language,
    })
    if (!answer.ok) return answer.problem
    showToast({ tone: 'done', text: t('data.saved', { name: name.trim() }), action: 'undo' })
    return null
  }

  return (
    <FormSheet
      title={client ? t('data.clients.editTitle', { name: client.name }) : t('data.clients.addTitle')}
      canSave={name.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        isRequired
        label={t('data.clients.name')}
        hint={t('data.clients.nameHint')}
        value={name}
        onChange={setName}
      />
      <TextField
        label={t('data.clients.folder')}
        hint={t('data.clients.folderHint')}
        value={folder}
        onChange={setFolder}
      />
      <RadioGroup
        label={t('data.clients.language')}
        orientation="horizontal"
        options={(['zh-CN', 'en'] as const).map((id) => ({ id, label: t(`common.look.languages.${id}`) }))}
        selectedId={language}
        onSelect={(id) => setLanguage(id === 'en' ? 'en' : 'zh-CN')}
      />
      <p className="data-note">{t('data.clients.languageHint')}</p>
    </FormSheet>
  )
}
