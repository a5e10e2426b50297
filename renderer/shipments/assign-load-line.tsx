import { useState } from 'react'
import type { DriverView, PlannedLoadView, VehicleView } from '../../shared/contract/outputs.ts'
import type { LoadChoice } from '../../shared/domain/assign-row.ts'
import { isCardExpired, isIsa } from '../../shared/domain/load.ts'
import { parseTypedMoment } from '../../shared/domain/typed-date.ts'
import { describeFill, describeUnknown } from '../../shared/words/describe-load.ts'
import { useFormats, useT } from '../i18n.ts'
import { getToday } from '../lists/today.ts'
import { Disclosure } from '../lists/disclosure.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'
import { chooseForLoad, emptyLoadChoice } from './assign-choices.ts'

interface AssignLoadLineProps {
  load: PlannedLoadView
  vehicles: readonly VehicleView[]
  drivers: readonly DriverView[]
}

const nobody = 'none'
const toId = (id: string): number | null => (id === nobody ? null : Number(id))

/** One load as it would be, on one line; a new one opens to its vehicle, driver and appointment. */
export function AssignLoadLine({ load, vehicles, drivers }: AssignLoadLineProps) {
  const t = useT()
  const { number } = useFormats()
  const loadChoices = useAssign((sheet) => sheet.fields.loadChoices)
  const chosen = loadChoices.find((each) => each.key === load.key) ?? emptyLoadChoice(load.key)
  const choose = (change: Partial<LoadChoice>) =>
    setAssignFields({ loadChoices: chooseForLoad(loadChoices, { ...chosen, ...change }) })
  const ownVehicles = vehicles.filter((each) => each.carrierId === load.carrierId && each.isActive)
  const ownDrivers = drivers.filter((each) => each.carrierId === load.carrierId && each.isActive)
  const line = {
    title: `${load.number} · ${load.fc}`,
    count: describeFill(load.fill, load, number, t),
    note: [
      load.carrier,
      load.isa === null ? '' : `ISA ${load.isa}`,
      load.appointmentAt?.replace('T', ' ') ?? load.day,
      load.vehicle ?? '',
      load.driver ?? '',
      load.isDayAssumed ? t('shipments.assign.load.dayAssumed') : '',
      load.isOver ? t('shipments.assign.load.over') : '',
      describeUnknown('pallets', load.fill, t) ?? '',
      describeUnknown('kg', load.fill, t) ?? '',
      load.isNew ? '' : t('shipments.assign.load.standing'),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  }
  if (!load.isNew) return <Disclosure {...line} />
  return (
    <Disclosure {...line}>
      <div className="assign-load-fields">
        <Select
          label={t('shipments.assign.load.vehicle')}
          hint={ownVehicles.length === 0 ? t('shipments.assign.load.noVehicles') : undefined}
          options={[
            { id: nobody, label: t('shipments.assign.load.open') },
            ...ownVehicles.map((each) => ({ id: String(each.id), label: each.plate })),
          ]}
          selectedId={String(chosen.vehicleId ?? nobody)}
          onSelect={(id) => choose({ vehicleId: toId(id) })}
        />
        <Select
          label={t('shipments.assign.load.driver')}
          options={[
            { id: nobody, label: t('shipments.assign.load.open') },
            ...ownDrivers.map((each) => ({
              id: String(each.id),
              label: each.name,
              hint: isCardExpired(each.cardUntil, load.day)
                ? t('shipments.assign.load.cardExpired', { until: each.cardUntil! })
                : undefined,
            })),
          ]}
          selectedId={String(chosen.driverId ?? nobody)}
          onSelect={(id) => choose({ driverId: toId(id) })}
        />
        {(load.isa === null || chosen.isa !== null) && (
          <IsaField value={chosen.isa} onChange={(isa) => choose({ isa })} />
        )}
        {(load.appointmentAt === null || chosen.appointmentAt !== null) && (
          <MomentField value={chosen.appointmentAt} onChange={(appointmentAt) => choose({ appointmentAt })} />
        )}
      </div>
    </Disclosure>
  )
}

interface ChoiceFieldProps {
  value: string | null
  onChange: (value: string | null) => void
}

/** What is typed counts once it can be one; until then it is said, and nothing is chosen. */
function IsaField({ value, onChange }: ChoiceFieldProps) {
  const t = useT()
  const [text, setText] = useState(value ?? '')
  const isRight = text === '' || isIsa(text)
  return (
    <TextField
      isMono
      label="ISA"
      error={isRight ? undefined : t('shipments.assign.load.isaWrong')}
      value={text}
      onChange={(typed) => {
        const isa = typed.trim().toUpperCase()
        setText(isa)
        onChange(isIsa(isa) ? isa : null)
      }}
    />
  )
}

function MomentField({ value, onChange }: ChoiceFieldProps) {
  const t = useT()
  const [text, setText] = useState(value?.replace('T', ' ') ?? '')
  const [today] = useState(getToday)
  const read = (typed: string) => parseTypedMoment(typed, today)
  return (
    <TextField
      label={t('shipments.assign.load.appointment')}
      placeholder="27 14:30"
      error={text === '' || read(text) !== null ? undefined : t('shipments.assign.load.momentWrong')}
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(typed === '' ? null : read(typed))
      }}
    />
  )
}
