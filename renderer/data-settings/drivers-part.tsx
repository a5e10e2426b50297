import type { DriverView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import type { Formats } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { getCardColumn } from './card-field.tsx'
import { DriverForm } from './driver-form.tsx'
import { FleetList, getCarrierColumn, getUseColumns } from './fleet-list.tsx'

/** Drivers with phone and card. */
export function DriversPart() {
  const { value, problem } = useAnswer('driver.list', {})
  return (
    <FleetList
      kind="drivers"
      answer={{ value: value?.drivers ?? null, problem }}
      getColumns={getColumns}
      renderForm={(driver, fleets, onClose) => (
        <DriverForm key={driver?.id ?? 'new'} driver={driver} fleets={fleets} onClose={onClose} />
      )}
    />
  )
}

const getColumns = (t: Translate, formats: Formats): GridColumn<DriverView>[] => [
  { id: 'name', title: t('data.drivers.name'), width: 140, isFrozen: true, getText: ({ name }) => name },
  getCarrierColumn(t),
  {
    id: 'phone',
    title: t('data.drivers.phone'),
    width: 140,
    isMono: true,
    getText: ({ phone }) => phone ?? '',
  },
  getCardColumn(t),
  ...getUseColumns<DriverView>(t, formats),
]
