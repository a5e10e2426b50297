import type { VehicleView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import type { Formats } from '../i18n.ts'
import { capNames } from '../lists/caps-draft.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { FleetList, getCarrierColumn, getUseColumns } from './fleet-list.tsx'
import { VehicleForm } from './vehicle-form.tsx'

/** Trucks with their plates and caps. */
export function VehiclesPart() {
  const { value, problem } = useAnswer('vehicle.list', {})
  return (
    <FleetList
      kind="vehicles"
      answer={{ value: value?.vehicles ?? null, problem }}
      getColumns={getColumns}
      renderForm={(vehicle, fleets, onClose) => (
        <VehicleForm key={vehicle?.id ?? 'new'} vehicle={vehicle} fleets={fleets} onClose={onClose} />
      )}
    />
  )
}

const getColumns = (t: Translate, formats: Formats): GridColumn<VehicleView>[] => [
  {
    id: 'plate',
    title: t('data.vehicles.plate'),
    width: 140,
    isFrozen: true,
    isMono: true,
    getText: ({ plate }) => plate,
  },
  getCarrierColumn(t),
  ...capNames.map((name): GridColumn<VehicleView> => ({
    id: name,
    title: t(`data.caps.${name}`),
    width: 110,
    align: 'end',
    getText: ({ [name]: cap }) => (cap === null ? '' : formats.number(cap)),
  })),
  ...getUseColumns<VehicleView>(t, formats),
]
