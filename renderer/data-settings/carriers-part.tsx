import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CarrierView } from '../../shared/contract/outputs.ts'
import { getCourierName } from '../../shared/domain/number/courier-names.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { getCardColumn } from './card-field.tsx'
import { CarrierForm } from './carrier-form.tsx'
import { DataList } from './data-list.tsx'
import { YesNo } from './yes-no.tsx'

const noCarriers: readonly CarrierView[] = []

export function CarriersPart() {
  const t = useT()
  const formats = useFormats()
  const { value, problem } = useAnswer('carrier.list', {})
  const [editing, setEditing] = useState<CarrierView | 'new' | null>(null)
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  return (
    <DataList
      note={t('data.editHint')}
      commands={
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setEditing('new')}>
          {t('data.carriers.add')}
        </Button>
      }
      problem={problem}
      sheet={
        editing && (
          <CarrierForm
            key={editing === 'new' ? 'new' : editing.id}
            carrier={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
          />
        )
      }
    >
      <ListGrid
        name="carriers"
        label={t('data.section.carriers')}
        columns={columns}
        rows={value?.carriers ?? noCarriers}
        getRowKey={({ id }) => String(id)}
        emptyState={value && <EmptyState>{t('data.carriers.empty')}</EmptyState>}
        onOpen={(carrier) => {
          setEditing(carrier)
          return true
        }}
      />
    </DataList>
  )
}

export const formatCourier = (courier: string | null, t: Translate): string =>
  courier === null ? t('data.carriers.noCourier') : getCourierName(courier)

const getColumns = (t: Translate, { number }: Formats): GridColumn<CarrierView>[] => [
  { id: 'name', title: t('data.carriers.name'), width: 160, isFrozen: true, getText: ({ name }) => name },
  { id: 'kind', title: t('data.carriers.kind'), width: 120, getText: ({ kind }) => t(`data.kind.${kind}`) },
  {
    id: 'scac',
    title: t('data.carriers.scac'),
    width: 80,
    isMono: true,
    getText: ({ scac }) => scac ?? '',
  },
  {
    id: 'amazonName',
    title: t('data.carriers.amazonName'),
    width: 200,
    getText: ({ amazonName }) => amazonName,
  },
  {
    id: 'strategy',
    title: t('data.carriers.strategy'),
    width: 220,
    getText: ({ strategy }) => t(`data.strategy.${strategy}`),
  },
  {
    id: 'courier',
    title: t('data.carriers.courier'),
    width: 160,
    getText: ({ courier }) => (courier === null ? '' : formatCourier(courier, t)),
    render: ({ courier }) =>
      courier === null ? (
        <span className="data-note">{formatCourier(courier, t)}</span>
      ) : (
        formatCourier(courier, t)
      ),
  },
  getCardColumn(t),
  {
    id: 'active',
    title: t('data.carriers.active'),
    width: 90,
    getText: ({ isActive }) => t(isActive ? 'data.yes' : 'data.no'),
    render: ({ isActive }) => <YesNo isYes={isActive} />,
  },
  {
    id: 'shipments',
    title: t('data.carriers.shipments'),
    width: 100,
    align: 'end',
    getText: ({ shipments }) => number(shipments),
  },
]
