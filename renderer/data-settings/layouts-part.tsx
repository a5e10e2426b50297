import { Eraser } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { LayoutView } from '../../shared/contract/outputs.ts'
import { newOpId } from '../api.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { ask } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DataList } from './data-list.tsx'

const noLayouts: readonly LayoutView[] = []

export function LayoutsPart() {
  const t = useT()
  const formats = useFormats()
  const { value, problem } = useAnswer('layout.list', {})
  const [currentId, setCurrentId] = useState<number | null>(null)
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  const layouts = value?.layouts ?? noLayouts
  const current = layouts.find(({ id }) => id === currentId) ?? layouts[0]

  const forget = async ({ id, client }: LayoutView) => {
    const answer = await ask('layout.forget', { opId: newOpId(), id })
    if (!answer.ok) return
    showToast({ tone: 'done', text: t('data.layouts.forgotten', { client }), action: 'undo' })
  }

  return (
    <DataList
      note={current ? t('data.layouts.forgetHint', { client: current.client }) : undefined}
      commands={
        <Button
          icon={<Eraser aria-hidden />}
          isDisabled={!current}
          onPress={() => void (current && forget(current))}
        >
          {t('data.layouts.forget')}
        </Button>
      }
      problem={problem}
    >
      <ListGrid
        name="layouts"
        label={t('data.section.layouts')}
        columns={columns}
        rows={layouts}
        getRowKey={({ id }) => String(id)}
        emptyState={value && <EmptyState>{t('data.layouts.empty')}</EmptyState>}
        onRow={({ id }) => setCurrentId(id)}
      />
    </DataList>
  )
}

const getColumns = (t: Translate, { number }: Formats): GridColumn<LayoutView>[] => [
  {
    id: 'client',
    title: t('data.layouts.client'),
    width: 200,
    isFrozen: true,
    getText: ({ client }) => client,
  },
  {
    id: 'count',
    title: t('data.layouts.columnCount'),
    width: 160,
    align: 'end',
    getText: ({ columns }) => number(columns.length),
  },
  {
    id: 'columns',
    title: t('data.layouts.columns'),
    width: 720,
    getText: ({ columns }) => columns.join(' · '),
  },
]
