import type { LoadView } from '../../shared/contract/outputs.ts'
import { isAtOnce, isCardExpired, type Load } from '../../shared/domain/load.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeCard } from '../../shared/words/describe-load.ts'
import type { Option } from '../ui/option-list.tsx'
import type { Crew } from './load-draft.ts'

/** When the load is on the road. */
export type Trip = Pick<Load, 'id' | 'day' | 'departsAt' | 'returnsAt'>

/** The number of another load that somebody is on at the same time. */
const findOther = (trip: Trip, loads: readonly LoadView[], isOn: (load: LoadView) => boolean) =>
  loads.find((other) => other.id !== trip.id && isOn(other) && isAtOnce(other, trip))?.number

/** Who is free comes first, and of the others is said why. */
const sortFree = (options: readonly Option[]): Option[] =>
  options.toSorted((a, b) => Number(a.hint !== undefined) - Number(b.hint !== undefined))

export const getVehicleOptions = (
  { vehicles }: Crew,
  trip: Trip,
  loads: readonly LoadView[],
  t: Translate,
): Option[] =>
  sortFree(
    vehicles.map(({ id, plate }) => {
      const number = findOther(trip, loads, (load) => load.vehicleId === id)
      return { id: String(id), label: plate, ...(number && { hint: t('loads.form.busy', { number }) }) }
    }),
  )

export const getDriverOptions = (
  { drivers }: Crew,
  trip: Trip,
  loads: readonly LoadView[],
  t: Translate,
): Option[] =>
  sortFree(
    drivers.map(({ id, name, cardUntil }) => {
      const number = findOther(trip, loads, (load) => load.driverId === id)
      const hint = isCardExpired(cardUntil, trip.day)
        ? describeCard(cardUntil!, trip.day, t)
        : number && t('loads.form.busy', { number })
      return { id: String(id), label: name, ...(hint && { hint }) }
    }),
  )
