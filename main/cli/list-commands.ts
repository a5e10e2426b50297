import { courierNames } from '../../shared/domain/number/courier-format-table.ts'
import { couriersWithoutFormat } from '../../shared/domain/number/courier-names.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import {
  carrierKinds,
  proPolicies,
  trackingStrategies,
  type CarrierKind,
} from '../../shared/domain/carrier.ts'
import type { Engine } from '../engine/engine.ts'
import { done, failed, getText, needOneOf, needText, RefusedError, type CliCommand } from './command.ts'
import { readDay } from './load-values.ts'
import { makeOpId } from './op-id.ts'
import { formatCard } from './words.ts'

export async function findClientId(engine: Engine, name: string): Promise<number> {
  const answer = await engine.call('client.list', {})
  if (!answer.ok) throw new RefusedError(answer.problem)
  const found = answer.value.clients.find((client) => client.name === name)
  if (!found) throw new RefusedError({ kind: 'client-unknown', name })
  return found.id
}

const defaultStrategy: Record<CarrierKind, 'per_box' | 'per_shipment'> = {
  own_fleet: 'per_shipment',
  partner_fleet: 'per_shipment',
  parcel: 'per_box',
  ltl: 'per_shipment',
}

const knownCouriers = [...Object.keys(courierNames), ...Object.keys(couriersWithoutFormat)]

const carrierAdd: CliCommand = {
  name: 'carrier add',
  usage:
    'carrier add NAME --kind KIND [--scac S] [--amazon-name N] [--courier C] [--strategy T] [--pro-policy P] [--card-until DAY]',
  summary: `a carrier; KIND is one of ${carrierKinds.join(', ')}, P of ${proPolicies.join(', ')}`,
  options: {
    kind: { type: 'string' },
    scac: { type: 'string' },
    'amazon-name': { type: 'string' },
    courier: { type: 'string' },
    strategy: { type: 'string' },
    'card-until': { type: 'string' },
    'pro-policy': { type: 'string' },
  },
  positionals: [1, 1],
  async run(engine, args) {
    const kind = needOneOf(needText(args, 'kind'), 'kind', carrierKinds)
    const strategy = getText(args, 'strategy')
    const policy = getText(args, 'pro-policy')
    const courier = getText(args, 'courier')
    const answer = await engine.call('carrier.save', {
      opId: makeOpId(),
      name: args.positionals[0]!,
      kind,
      scac: getText(args, 'scac')?.toUpperCase() ?? null,
      amazonName: getText(args, 'amazon-name') ?? 'OTHER',
      strategy:
        strategy === undefined ? defaultStrategy[kind] : needOneOf(strategy, 'strategy', trackingStrategies),
      courier: courier === undefined ? null : needOneOf(courier, 'courier', knownCouriers),
      cardUntil: readDay(args, 'card-until') ?? null,
      ...(policy === undefined ? {} : { proPolicy: needOneOf(policy, 'pro-policy', proPolicies) }),
      isActive: true,
    })
    return answer.ok ? done(answer.value, [`carrier ${answer.value.id}`]) : failed(answer.problem)
  },
}

const carrierList: CliCommand = {
  name: 'carrier list',
  usage: 'carrier list',
  summary: 'carriers with kind, SCAC, strategy and card',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('carrier.list', {})
    if (!answer.ok) return failed(answer.problem)
    const today = formatLocalDay(Date.now())
    return done(
      answer.value,
      answer.value.carriers.map(
        (carrier) =>
          `${carrier.id}  ${carrier.name}  ${carrier.kind}  ${carrier.scac ?? '–'}  ${carrier.strategy}  ${formatCard(carrier.cardUntil, today)}`,
      ),
    )
  },
}

const clientList: CliCommand = {
  name: 'client list',
  usage: 'client list',
  summary: 'clients with how many shipments and remembered layouts they have',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('client.list', {})
    if (!answer.ok) return failed(answer.problem)
    return done(
      answer.value,
      answer.value.clients.map(
        (client) => `${client.id}  ${client.name}  ${client.shipments} shipments  ${client.layouts} layouts`,
      ),
    )
  },
}

export const listCommands: readonly CliCommand[] = [carrierAdd, carrierList, clientList]
