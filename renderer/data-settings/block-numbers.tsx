import { ArrowLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { BlockView, NumberView } from '../../shared/contract/outputs.ts'
import { type NumberState, numberStates } from '../../shared/domain/number-state.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { describeChange } from '../shell/describe-change.ts'
import { useSheetKeys } from '../shell/use-sheet-keys.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { DataList } from './data-list.tsx'

const noRows: readonly NumberView[] = []
const mostRows = 2_000

/** A block's numbers by what became of them. */
export function BlockNumbers({ block, onClose }: { block: BlockView; onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const [state, setState] = useState<NumberState>('void')
  const { value, problem } = useAnswer('block.numbers', {
    blockId: block.id,
    state,
    offset: 0,
    limit: mostRows,
  })
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  useSheetKeys(() => {}, onClose)
  const rows = value?.rows ?? noRows
  const isCut = value !== null && value.total > rows.length
  const words = { first: block.firstNumber, last: block.lastNumber }
  return (
    <DataList
      note={[
        t('ledger.list.title', words),
        value && t('ledger.list.counts', spellCounts(value.counts, formats)),
        isCut &&
          t('ledger.list.more', { n: formats.number(rows.length), total: formats.number(value.total) }),
      ]
        .filter((part) => typeof part === 'string')
        .join(' · ')}
      commands={
        <>
          <Select
            label={t('ledger.list.state')}
            isLabelHidden
            options={numberStates.map((id) => ({ id, label: t(`ledger.state.${id}`) }))}
            selectedId={state}
            onSelect={(id) => setState(numberStates.find((each) => each === id)!)}
          />
          <Button icon={<ArrowLeft aria-hidden />} shortcut="Esc" onPress={onClose}>
            {t('ledger.list.back')}
          </Button>
        </>
      }
      problem={problem}
    >
      <ListGrid
        name="block-numbers"
        label={t('ledger.list.title', words)}
        columns={columns}
        rows={rows}
        getRowKey={({ first }) => first}
        emptyState={value && <EmptyState>{t('ledger.list.empty')}</EmptyState>}
      />
    </DataList>
  )
}

const spellCounts = (counts: Record<NumberState, number>, { number }: Formats): Record<NumberState, string> =>
  Object.fromEntries(numberStates.map((state) => [state, number(counts[state])])) as Record<
    NumberState,
    string
  >

function getColumns(t: Translate, { number, dateTime }: Formats): GridColumn<NumberView>[] {
  return [
    {
      id: 'number',
      title: t('ledger.list.number'),
      width: 280,
      isFrozen: true,
      isMono: true,
      getText: ({ first, last, count }) => (count === 1 ? first : `${first} … ${last}`),
    },
    {
      id: 'state',
      title: t('ledger.list.state'),
      width: 110,
      getText: ({ state }) => t(`ledger.state.${state}`),
      getTitle: ({ state }) => t(`ledger.stateHint.${state}`),
    },
    {
      id: 'count',
      title: t('ledger.list.count'),
      width: 80,
      align: 'end',
      getText: ({ count }) => number(count),
    },
    {
      id: 'shipment',
      title: t('ledger.list.shipment'),
      width: 150,
      isMono: true,
      getText: ({ fbaId }) => fbaId ?? '',
    },
    {
      id: 'exported',
      title: t('ledger.list.exported'),
      width: 90,
      getText: ({ isExported }) => (isExported ? t('ledger.list.yes') : ''),
    },
    {
      id: 'batch',
      title: t('ledger.list.batch'),
      width: 460,
      getText({ batch }) {
        if (!batch) return ''
        const what = describeChange(batch.command, batch.label, t)
        const by = t('ledger.list.by', { who: batch.who, time: dateTime(batch.atMs) })
        return `${batch.isUndone ? t('ledger.list.undone', { what }) : what} · ${by}`
      },
    },
  ]
}
