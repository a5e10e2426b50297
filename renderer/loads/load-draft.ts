import type { DriverView, LoadView, VehicleView } from '../../shared/contract/outputs.ts'
import type { Day, Moment } from '../../shared/domain/calendar-day.ts'
import { isIsa } from '../../shared/domain/load.ts'
import { moveTrip, type LoadEdit } from '../../shared/domain/load-edit.ts'
import { parseTypedDay, parseTypedMoment } from '../../shared/domain/typed-date.ts'
import { type CapsDraft, readCaps, startCaps } from '../lists/caps-draft.ts'

/** A load as it stands in the form: everything is text, and blank means not set. */
export interface LoadDraft extends CapsDraft {
  vehicle: string
  driver: string
  isa: string
  appointment: string
  /** Of a load without an appointment; else the appointment says it. */
  day: string
  /** Null until somebody types there: the hours go along with the appointment. */
  leaves: string | null
  back: string | null
  reason: string
}

type Checked = 'vehicle' | 'driver' | 'isa' | 'appointment' | 'day' | 'leaves' | 'back'

export interface ReadLoad {
  /** What differs from the load on file; null while a field cannot be read. */
  edit: LoadEdit | null
  wrong: ReadonlySet<Checked>
  /** As they would stand: undefined where the text says none. */
  day: Day
  appointmentAt: Moment | null | undefined
  departsAt: Moment | null | undefined
  returnsAt: Moment | null | undefined
}

export interface Crew {
  vehicles: readonly VehicleView[]
  drivers: readonly DriverView[]
}

export const formatMoment = (moment: Moment | null | undefined): string => moment?.replace('T', ' ') ?? ''

export const startLoad = (load: LoadView): LoadDraft => ({
  ...startCaps(load),
  vehicle: load.vehicle ?? '',
  driver: load.driver ?? '',
  isa: load.isa ?? '',
  appointment: formatMoment(load.appointmentAt),
  day: load.day,
  leaves: null,
  back: null,
  reason: load.reason ?? '',
})

/** Those of its carrier in use, and whoever is on it already. */
export const getCrew = (load: LoadView, { vehicles, drivers }: Crew): Crew => ({
  vehicles: vehicles.filter(
    ({ id, carrierId, isActive }) => id === load.vehicleId || (isActive && carrierId === load.carrierId),
  ),
  drivers: drivers.filter(
    ({ id, carrierId, isActive }) => id === load.driverId || (isActive && carrierId === load.carrierId),
  ),
})

const isBlank = (text: string): boolean => text.trim() === ''

/** Null where the field is blank, undefined where its text is wrong. */
const readField = <T>(text: string, read: (trimmed: string) => T | null): T | null | undefined =>
  isBlank(text) ? null : (read(text.trim()) ?? undefined)

export function readLoad(draft: LoadDraft, load: LoadView, crew: Crew, today: Day): ReadLoad {
  const { vehicles, drivers } = getCrew(load, crew)
  const appointmentAt = readField(draft.appointment, (text) => parseTypedMoment(text, today, load.day))
  const typedDay = appointmentAt === null ? (parseTypedDay(draft.day, today) ?? undefined) : undefined
  // An appointment that stands may be on another day than its load.
  const isOther = appointmentAt !== load.appointmentAt
  const day = (isOther ? appointmentAt?.slice(0, 10) : undefined) ?? typedDay ?? load.day
  const moved = moveTrip(load, { day, appointmentAt: appointmentAt ?? null })
  const readHours = (text: string | null, along: Moment | null) =>
    text === null ? along : readField(text, (typed) => parseTypedMoment(typed, today, day))
  const read = {
    vehicleId: readField(draft.vehicle, (plate) => {
      const found = vehicles.find((vehicle) => vehicle.plate === plate.toUpperCase())
      return found?.id ?? null
    }),
    driverId: readField(draft.driver, (name) => drivers.find((driver) => driver.name === name)?.id ?? null),
    isa: readField(draft.isa.toUpperCase(), (isa) => (isIsa(isa) ? isa : null)),
    appointmentAt,
    departsAt: readHours(draft.leaves, moved.departsAt),
    returnsAt: readHours(draft.back, moved.returnsAt),
  }
  const fields = {
    vehicle: read.vehicleId,
    driver: read.driverId,
    isa: read.isa,
    appointment: appointmentAt,
    day: appointmentAt === null ? typedDay : day,
    leaves: read.departsAt,
    back: read.returnsAt,
  }
  const wrong = new Set(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [name as Checked] : [])),
  )
  const caps = readCaps(draft)
  const reason = isBlank(draft.reason) ? null : draft.reason.trim()
  const edit =
    wrong.size > 0 || caps === null ? null : getChanged(load, { ...read, ...caps, day, reason }, moved)
  const { departsAt, returnsAt } = read
  return { edit, wrong, day, appointmentAt, departsAt, returnsAt }
}

/** Only what differs; hours that go along by themselves are left to the rule. */
function getChanged(load: LoadView, values: LoadEdit, moved: LoadEdit): LoadEdit {
  const standing: LoadEdit = { ...load, ...moved }
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => standing[field as keyof LoadEdit] !== value),
  )
}
