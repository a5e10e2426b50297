import { Eraser } from 'lucide-react'
import { useMemo, useState } from 'react'
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
import { listLayoutRows, type LayoutRow } from './layout-rows.ts'

export function LayoutsPart() {
  const t = useT()
  const formats = useFormats()
  const { value, problem } = useAnswer('layout.list', {})
  const [currentKey, setCurrentKey] = useState<string | null>(null)
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  const rows = useMemo(() => (value ? listLayoutRows(value, t) : []), [value, t])
  const current = rows.find(({ key }) => key === currentKey) ?? rows[0]

  const forget = async ({ id, isTaught, client, columns: heading }: LayoutRow) => {
    const call = isTaught ? 'layout.forgetHeading' : 'layout.forget'
    const answer = await ask(call, { opId: newOpId(), id })
    if (!answer.ok) return
    const text = isTaught
      ? t('data.layouts.headingForgotten', { heading })
      : t('data.layouts.forgotten', { client })
    showToast({ tone: 'done', text, action: 'undo' })
  }

  const note = current?.isTaught
    ? t('data.layouts.forgetHeadingHint', { heading: current.columns })
    : current && t('data.layouts.forgetHint', { client: current.client })

  return (
    <DataList
      note={note}
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
        rows={rows}
        getRowKey={({ key }) => key}
        emptyState={value && <EmptyState>{t('data.layouts.empty')}</EmptyState>}
        onRow={({ key }) => setCurrentKey(key)}
      />
    </DataList>
  )
}

const getColumns = (t: Translate, { number }: Formats): GridColumn<LayoutRow>[] => [
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
    getText: ({ count }) => number(count),
  },
  {
    id: 'columns',
    title: t('data.layouts.columns'),
    width: 720,
    getText: ({ columns }) => columns,
  },
]
