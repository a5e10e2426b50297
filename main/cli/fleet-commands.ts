import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import type { LoadCaps } from '../../shared/domain/load.ts'
import { done, failed, getText, needText, type CliCommand } from './command.ts'
import { findCarrier } from './find-carrier.ts'
import { readCap, readDay } from './load-values.ts'
import { makeOpId } from './op-id.ts'
import { formatCard } from './words.ts'

const vehicleAdd: CliCommand = {
  name: 'vehicle add',
  usage: 'vehicle add PLATE --carrier NAME [--max-pallets N] [--max-boxes N] [--max-kg N]',
  summary: 'a vehicle of an own or partner fleet, with its caps',
  options: {
    carrier: { type: 'string' },
    'max-pallets': { type: 'string' },
    'max-boxes': { type: 'string' },
    'max-kg': { type: 'string' },
  },
  positionals: [1, 1],
  async run(engine, args) {
    const answer = await engine.call('vehicle.save', {
      opId: makeOpId(),
      carrierId: (await findCarrier(engine, needText(args, 'carrier'))).id,
      plate: args.positionals[0]!,
      maxPallets: readCap(args, 'max-pallets') ?? null,
      maxBoxes: readCap(args, 'max-boxes') ?? null,
      maxKg: readCap(args, 'max-kg') ?? null,
      isActive: true,
    })
    return answer.ok ? done(answer.value, [`vehicle ${answer.value.id}`]) : failed(answer.problem)
  },
}

const formatCaps = ({ maxPallets, maxBoxes, maxKg }: LoadCaps): string => {
  const caps = [
    maxPallets === null ? null : `${maxPallets} pallets`,
    maxBoxes === null ? null : `${maxBoxes} boxes`,
    maxKg === null ? null : `${maxKg} kg`,
  ]
  return caps.filter((cap) => cap !== null).join(', ') || '–'
}

const vehicleList: CliCommand = {
  name: 'vehicle list',
  usage: 'vehicle list',
  summary: 'vehicles with carrier, caps and how many loads they are on',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('vehicle.list', {})
    if (!answer.ok) return failed(answer.problem)
    const lines = answer.value.vehicles.map(
      ({ id, plate, carrier, loads, isActive, ...caps }) =>
        `${id}  ${plate}  ${carrier}  ${formatCaps(caps)}  ${loads} loads${isActive ? '' : '  not in use'}`,
    )
    return done(answer.value, lines)
  },
}

const driverAdd: CliCommand = {
  name: 'driver add',
  usage: 'driver add NAME --carrier NAME [--phone P] [--card-until DAY]',
  summary: 'a driver of an own or partner fleet, with the last day the card is good',
  options: { carrier: { type: 'string' }, phone: { type: 'string' }, 'card-until': { type: 'string' } },
  positionals: [1, 1],
  async run(engine, args) {
    const answer = await engine.call('driver.save', {
      opId: makeOpId(),
      carrierId: (await findCarrier(engine, needText(args, 'carrier'))).id,
      name: args.positionals[0]!,
      phone: getText(args, 'phone') ?? null,
      cardUntil: readDay(args, 'card-until') ?? null,
      isActive: true,
    })
    return answer.ok ? done(answer.value, [`driver ${answer.value.id}`]) : failed(answer.problem)
  },
}

const driverList: CliCommand = {
  name: 'driver list',
  usage: 'driver list',
  summary: 'drivers with carrier, phone, card and how many loads they are on',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('driver.list', {})
    if (!answer.ok) return failed(answer.problem)
    const today = formatLocalDay(Date.now())
    const lines = answer.value.drivers.map(
      ({ id, name, carrier, phone, cardUntil, loads, isActive }) =>
        `${id}  ${name}  ${carrier}  ${phone ?? '–'}  ${formatCard(cardUntil, today)}  ${loads} loads${isActive ? '' : '  not in use'}`,
    )
    return done(answer.value, lines)
  },
}

export const fleetCommands: readonly CliCommand[] = [vehicleAdd, vehicleList, driverAdd, driverList]
