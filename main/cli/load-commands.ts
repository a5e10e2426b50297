import type { LoadView } from '../../shared/contract/outputs.ts'
import { isOpenProblem } from '../../shared/domain/judge-load.ts'
import { formatFill, formatOn, formatTrip } from '../../shared/words/describe-load.ts'
import type { Engine } from '../engine/engine.ts'
import {
  done,
  failed,
  getText,
  RefusedError,
  UsageError,
  type Arguments,
  type CliCommand,
} from './command.ts'
import { readCap, readDay, readMoment } from './load-values.ts'
import { findLoad } from './find-load.ts'
import { makeOpId } from './op-id.ts'
import { describeLoadProblems } from './words.ts'

const loadList: CliCommand = {
  name: 'load list',
  usage: 'load list [--from DAY] [--to DAY]',
  summary:
    'loads with fill, appointment, vehicle, driver and what speaks against them; ends with 1 if anything does',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const [from, to] = [readDay(args, 'from'), readDay(args, 'to')]
    const answer = await engine.call('load.list', {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })
    if (!answer.ok) return failed(answer.problem)
    const { loads } = answer.value
    const output = done(answer.value, loads.flatMap(formatLoad))
    return { ...output, exitCode: loads.some(({ problems }) => problems.some(isOpenProblem)) ? 1 : 0 }
  },
}

function formatLoad(load: LoadView): string[] {
  const { number, day, fc, carrier, fill, caps, isa, appointmentAt, vehicle, driver } = load
  const parts = [
    number,
    day,
    fc,
    carrier,
    `${fill.shipments} shipments`,
    `${formatFill('pallets', fill, caps)} pallets`,
    `${formatFill('boxes', fill, caps)} boxes`,
    `${formatFill('kg', fill, caps)} kg`,
    `ISA ${isa ?? '–'}`,
    appointmentAt === null ? '–' : formatOn(appointmentAt, day),
    formatTrip(load) || '–',
    vehicle ?? '–',
    driver ?? '–',
  ]
  return [parts.join('  '), ...describeLoadProblems(load).map((words) => `  ${words}`)]
}

async function findVehicleId(engine: Engine, load: LoadView, plate: string): Promise<number> {
  const answer = await engine.call('vehicle.list', {})
  if (!answer.ok) throw new RefusedError(answer.problem)
  const found = answer.value.vehicles.find((vehicle) => vehicle.plate === plate.toUpperCase())
  if (found?.carrierId !== load.carrierId) throw new RefusedError({ kind: 'vehicle-unknown', name: plate })
  return found.id
}

async function findDriverId(engine: Engine, { carrierId }: LoadView, name: string): Promise<number> {
  const answer = await engine.call('driver.list', {})
  if (!answer.ok) throw new RefusedError(answer.problem)
  const found = answer.value.drivers.find((driver) => driver.name === name && driver.carrierId === carrierId)
  if (!found) throw new RefusedError({ kind: 'driver-unknown', name })
  return found.id
}

const setOptions = {
  vehicle: { type: 'string' },
  driver: { type: 'string' },
  isa: { type: 'string' },
  at: { type: 'string' },
  day: { type: 'string' },
  leaves: { type: 'string' },
  back: { type: 'string' },
  'max-pallets': { type: 'string' },
  'max-boxes': { type: 'string' },
  'max-kg': { type: 'string' },
  reason: { type: 'string' },
} as const
type SetOption = keyof typeof setOptions

const loadSet: CliCommand = {
  name: 'load set',
  usage:
    'load set NUMBER [--vehicle PLATE] [--driver NAME] [--isa ISA] [--at "DAY TIME"] [--day DAY] [--leaves "DAY TIME"] [--back "DAY TIME"] [--max-pallets N] [--max-boxes N] [--max-kg N] [--reason TEXT]',
  summary: 'changes a load and the appointment of its shipments; "-" clears, a time alone is on its day',
  options: setOptions,
  positionals: [1, 1],
  async run(engine, args) {
    if (!Object.keys(setOptions).some((name) => getText(args, name) !== undefined))
      throw new UsageError('nothing to set')
    const load = await findLoad(engine, args.positionals[0]!)
    const day = readDay(args, 'day')
    const appointmentAt = await read(args, 'at', () => readMoment(args, 'at', day ?? load.day))
    const on = day ?? appointmentAt?.slice(0, 10) ?? load.day
    const values = {
      day,
      appointmentAt,
      vehicleId: await read(args, 'vehicle', (plate) => findVehicleId(engine, load, plate)),
      driverId: await read(args, 'driver', (name) => findDriverId(engine, load, name)),
      isa: await read(args, 'isa', (isa) => isa.toUpperCase()),
      departsAt: await read(args, 'leaves', () => readMoment(args, 'leaves', on)),
      returnsAt: await read(args, 'back', () => readMoment(args, 'back', on)),
      maxPallets: await read(args, 'max-pallets', () => readCap(args, 'max-pallets')),
      maxBoxes: await read(args, 'max-boxes', () => readCap(args, 'max-boxes')),
      maxKg: await read(args, 'max-kg', () => readCap(args, 'max-kg')),
      reason: await read(args, 'reason', (reason) => reason),
    }
    const answer = await engine.call('load.save', { opId: makeOpId(), id: load.id, ...values })
    if (!answer.ok) return failed(answer.problem)
    const after = await findLoad(engine, load.number)
    return done(after, formatLoad(after))
  },
}

/** Undefined where the option is not given, null where it clears. */
async function read<T>(
  args: Arguments,
  name: SetOption,
  parse: (text: string) => T | Promise<T>,
): Promise<T | null | undefined> {
  const text = getText(args, name)
  if (text === undefined) return undefined
  return text === '-' ? null : parse(text)
}

const loadRemove: CliCommand = {
  name: 'load remove',
  usage: 'load remove NUMBER',
  summary: 'takes a load back; its shipments stand on none then',
  options: {},
  positionals: [1, 1],
  async run(engine, args) {
    const { id, number } = await findLoad(engine, args.positionals[0]!)
    const answer = await engine.call('load.remove', { opId: makeOpId(), id })
    if (!answer.ok) return failed(answer.problem)
    return done({ number, ...answer.value }, [`${number} taken back, ${answer.value.shipments} shipments`])
  },
}

export const loadCommands: readonly CliCommand[] = [loadList, loadSet, loadRemove]
