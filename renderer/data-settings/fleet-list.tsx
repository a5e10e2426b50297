import { Plus } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { CallProblem, CarrierView } from '../../shared/contract/outputs.ts'
import { isFleet } from '../../shared/domain/carrier.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { useAnswer } from '../lists/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DataList } from './data-list.tsx'
import { YesNo } from './yes-no.tsx'

const noCarriers: readonly CarrierView[] = []

/** What vehicles and drivers have in common. */
export interface FleetRow {
  id: number
  carrierId: number
  carrier: string
  loads: number
  isActive: boolean
}

interface FleetListProps<Row> {
  kind: 'vehicles' | 'drivers'
  answer: { value: readonly Row[] | null; problem: CallProblem | null }
  getColumns: (t: Translate, formats: Formats) => GridColumn<Row>[]
  renderForm: (row: Row | null, fleets: readonly CarrierView[], onClose: () => void) => ReactNode
}

const noRows: readonly never[] = []

/** The vehicles or the drivers of own and partner fleets, with their form. */
export function FleetList<Row extends FleetRow>({
  kind,
  answer,
  getColumns,
  renderForm,
}: FleetListProps<Row>) {
  const t = useT()
  const formats = useFormats()
  const carriers = useAnswer('carrier.list', {}).value?.carriers
  const fleets = useMemo(() => (carriers ?? noCarriers).filter(isFleet), [carriers])
  const [editing, setEditing] = useState<Row | 'new' | null>(null)
  const columns = useMemo(() => getColumns(t, formats), [getColumns, t, formats])
  const isWithoutFleet = carriers !== undefined && fleets.length === 0
  return (
    <DataList
      note={t(isWithoutFleet ? 'data.fleet.needsFleet' : 'data.editHint')}
      commands={
        <Button
          variant="primary"
          icon={<Plus aria-hidden />}
          isDisabled={fleets.length === 0}
          onPress={() => setEditing('new')}
        >
          {t(`data.${kind}.add`)}
        </Button>
      }
      problem={answer.problem}
      sheet={editing && renderForm(editing === 'new' ? null : editing, fleets, () => setEditing(null))}
    >
      <ListGrid
        name={kind}
        label={t(`data.section.${kind}`)}
        columns={columns}
        rows={answer.value ?? noRows}
        getRowKey={({ id }) => String(id)}
        emptyState={answer.value && <EmptyState>{t(`data.${kind}.empty`)}</EmptyState>}
        onOpen={(row) => {
          setEditing(row)
          return true
        }}
      />
    </DataList>
  )
}

export const getCarrierColumn = <Row extends FleetRow>(t: Translate): GridColumn<Row> => ({
  id: 'carrier',
  title: t('data.fleet.carrier'),
  width: 160,
  getText: ({ carrier }) => carrier,
})

export const getUseColumns = <Row extends FleetRow>(t: Translate, { number }: Formats): GridColumn<Row>[] => [
  {
    id: 'active',
    title: t('data.carriers.active'),
    width: 90,
    getText: ({ isActive }) => t(isActive ? 'data.yes' : 'data.no'),
    render: ({ isActive }) => <YesNo isYes={isActive} />,
  },
  {
    id: 'loads',
    title: t('data.fleet.loads'),
    width: 90,
    align: 'end',
    getText: ({ loads }) => number(loads),
  },
]
