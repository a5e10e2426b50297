import type { RuleView } from '../../shared/contract/outputs.ts'
import { amazonModes } from '../../shared/domain/shipment.ts'
import type { Engine } from '../engine/engine.ts'
import {
  done,
  failed,
  getText,
  needOneOf,
  needText,
  RefusedError,
  UsageError,
  type Arguments,
  type CliCommand,
} from './command.ts'
import { findCarrier } from './find-carrier.ts'
import { findClientId } from './list-commands.ts'
import { makeOpId } from './op-id.ts'

const ruleAdd: CliCommand = {
  name: 'rule add',
  usage:
    'rule add --carrier NAME [--set NAME] [--client NAME] [--fc FC] [--mode SPD|LTL|FTL] [--weight-from KG] [--weight-to KG] [--from DAY] [--to DAY]',
  summary:
    'which carrier assign takes by itself; the first rule of a set that fits wins; a new name makes a set',
  options: {
    carrier: { type: 'string' },
    set: { type: 'string' },
    client: { type: 'string' },
    fc: { type: 'string' },
    mode: { type: 'string' },
    'weight-from': { type: 'string' },
    'weight-to': { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  positionals: [0, 0],
  async run(engine, args) {
    const client = getText(args, 'client')
    const mode = getText(args, 'mode')
    const rule = {
      carrierId: (await findCarrier(engine, needText(args, 'carrier'))).id,
      clientId: client === undefined ? null : await findClientId(engine, client),
      fc: getText(args, 'fc')?.toUpperCase() ?? null,
      amazonMode: mode === undefined ? null : needOneOf(mode, 'mode', amazonModes),
      weightFromKg: getKg(args, 'weight-from'),
      weightToKg: getKg(args, 'weight-to'),
      dateFrom: getText(args, 'from') ?? null,
      dateTo: getText(args, 'to') ?? null,
    }
    const setId = await findOrAddSet(engine, getText(args, 'set'))
    const answer = await engine.call('rule.save', { opId: makeOpId(), setId, ...rule })
    return answer.ok ? done(answer.value, [`rule ${answer.value.id}`]) : failed(answer.problem)
  },
}

function getKg(args: Arguments, name: string): number | null {
  const text = getText(args, name)
  if (text === undefined) return null
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new UsageError(`--${name} takes kilograms, such as 150 or 150.5`)
  return Number(text)
}

async function findOrAddSet(engine: Engine, name: string | undefined): Promise<number | null> {
  if (name === undefined) return null
  const listed = await engine.call('rule.list', {})
  if (!listed.ok) throw new RefusedError(listed.problem)
  const wanted = name.trim().toUpperCase()
  const known = listed.value.sets.find((set) => set.name.toUpperCase() === wanted)
  if (known) return known.id
  const added = await engine.call('ruleSet.save', { opId: makeOpId(), name })
  if (!added.ok) throw new RefusedError(added.problem)
  return added.value.id
}

const ruleList: CliCommand = {
  name: 'rule list',
  usage: 'rule list',
  summary: 'rule sets, each with its rules in the order they are tried',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('rule.list', {})
    if (!answer.ok) return failed(answer.problem)
    const { sets, rules } = answer.value
    const lines = sets.flatMap((set) => [
      set.name === '' ? '(standard)' : set.name,
      ...rules.filter((rule) => rule.setId === set.id).map(describeRule),
    ])
    return done(answer.value, lines)
  },
}

function describeRule(rule: RuleView): string {
  const between = (from: number | string | null, to: number | string | null, unit: string) =>
    from === null && to === null ? [] : [`${from ?? ''}…${to ?? ''}${unit}`]
  const conditions = [
    ...[rule.client, rule.fc, rule.amazonMode].filter((part) => part !== null),
    ...between(rule.weightFromKg, rule.weightToKg, ' kg'),
    ...between(rule.dateFrom, rule.dateTo, ''),
  ]
  return `  ${rule.place}. [${rule.id}]  ${conditions.join('  ') || '*'} → ${rule.carrier}`
}

export const ruleCommands: readonly CliCommand[] = [ruleAdd, ruleList]
