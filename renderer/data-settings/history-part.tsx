import { Redo2, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import type { HistoryEntry } from '../../shared/contract/outputs.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { useAppStore } from '../shell/app-state.ts'
import { runCommand } from '../shell/commands.ts'
import { describeChange } from '../shell/describe-change.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DataList } from './data-list.tsx'

const noEntries: readonly HistoryEntry[] = []

/** Everything that was done, by whom and when; undone steps stay in the list. */
export function HistoryPart() {
  const t = useT()
  const formats = useFormats()
  const { value, problem } = useAnswer('history.list', {})
  const app = useAppStore((store) => store.app)
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  return (
    <DataList
      commands={
        <>
          <Button
            icon={<Undo2 aria-hidden />}
            shortcut="Ctrl+Z"
            isDisabled={!app?.undo}
            onPress={() => runCommand('undo')}
          >
            {t('data.history.undo')}
          </Button>
          <Button
            icon={<Redo2 aria-hidden />}
            shortcut="Ctrl+Y"
            isDisabled={!app?.redo}
            onPress={() => runCommand('redo')}
          >
            {t('data.history.redo')}
          </Button>
        </>
      }
      problem={problem}
    >
      <ListGrid
        name="history"
        label={t('data.section.history')}
        columns={columns}
        rows={value?.entries ?? noEntries}
        getRowKey={({ changeId }) => String(changeId)}
        emptyState={value && <EmptyState>{t('data.history.empty')}</EmptyState>}
      />
    </DataList>
  )
}

const getColumns = (t: Translate, { dateTime }: Formats): GridColumn<HistoryEntry>[] => [
  { id: 'at', title: t('data.history.at'), width: 130, getText: ({ atMs }) => dateTime(atMs) },
  { id: 'who', title: t('data.history.who'), width: 140, getText: ({ who }) => who },
  { id: 'what', title: t('data.history.what'), width: 460, getText: (entry) => describeEntry(entry, t) },
  { id: 'state', title: t('data.history.state'), width: 160, getText: (entry) => describeState(entry, t) },
]

function describeEntry({ kind, command, label }: HistoryEntry, t: Translate): string {
  const what = describeChange(command, label, t)
  return kind === 'do' ? what : t(kind === 'undo' ? 'common.undone' : 'common.redone', { what })
}

function describeState({ kind, isUndone, isReversible }: HistoryEntry, t: Translate): string {
  if (kind !== 'do') return ''
  if (isUndone) return t('data.history.undone')
  return t(isReversible ? 'data.history.standing' : 'data.history.irreversible')
}
