import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { BlockView, CarrierView } from '../../shared/contract/outputs.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { BlockForm } from './block-form.tsx'
import { DataList } from './data-list.tsx'

const noBlocks: readonly BlockView[] = []
const noCarriers: readonly CarrierView[] = []

export function BlocksPart() {
  const t = useT()
  const formats = useFormats()
  const { value, problem } = useAnswer('block.list', {})
  const carriers = useAnswer('carrier.list', {}).value?.carriers ?? noCarriers
  const [isAdding, setIsAdding] = useState(false)
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  const blocks = value?.blocks ?? noBlocks
  const hasCarriers = carriers.length > 0
  return (
    <DataList
      note={t(hasCarriers ? 'data.blocks.fixed' : 'data.blocks.needsCarrier')}
      commands={
        <Button
          variant="primary"
          icon={<Plus aria-hidden />}
          isDisabled={!hasCarriers}
          onPress={() => setIsAdding(true)}
        >
          {t('data.blocks.add')}
        </Button>
      }
      problem={problem}
      sheet={isAdding && <BlockForm carriers={carriers} blocks={blocks} onClose={() => setIsAdding(false)} />}
    >
      <ListGrid
        name="blocks"
        label={t('data.section.blocks')}
        columns={columns}
        rows={blocks}
        getRowKey={({ id }) => String(id)}
        emptyState={value && <EmptyState>{t('data.blocks.empty')}</EmptyState>}
      />
    </DataList>
  )
}

const getColumns = (t: Translate, { number }: Formats): GridColumn<BlockView>[] => [
  {
    id: 'carrier',
    title: t('data.blocks.carrier'),
    width: 160,
    isFrozen: true,
    getText: ({ carrier }) => carrier,
  },
  {
    id: 'first',
    title: t('data.blocks.first'),
    width: 150,
    isMono: true,
    getText: ({ firstNumber }) => firstNumber,
  },
  {
    id: 'last',
    title: t('data.blocks.last'),
    width: 150,
    isMono: true,
    getText: ({ lastNumber }) => lastNumber,
  },
  {
    id: 'check',
    title: t('data.blocks.check'),
    width: 180,
    getText: ({ checkMethod }) => t(`data.checkMethod.${checkMethod}`),
  },
  {
    id: 'next',
    title: t('data.blocks.next'),
    width: 150,
    isMono: true,
    getText: ({ nextNumber }) => nextNumber ?? t('data.blocks.usedUp'),
    getCellState: ({ nextNumber }) => (nextNumber === null ? 'gap' : undefined),
  },
  {
    id: 'left',
    title: t('data.blocks.left'),
    width: 100,
    align: 'end',
    getText: ({ left }) => number(left),
  },
  {
    id: 'issued',
    title: t('data.blocks.issued'),
    width: 100,
    align: 'end',
    getText: ({ issued }) => number(issued),
  },
]
