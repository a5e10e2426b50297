import { readFileSync } from 'node:fs'
import { isReadinessReason, readinessReasons } from '../../shared/domain/readiness.ts'
import { ruleLevels } from '../../shared/domain/rule-pack/rule.ts'
import type { Engine } from '../engine/engine.ts'
import {
  done,
  failed,
  getText,
  needOneOf,
  needText,
  RefusedError,
  UsageError,
  type CliCommand,
} from './command.ts'
import { makeOpId } from './op-id.ts'
import { describeReasons, describeRule } from './words.ts'

const rulesList: CliCommand = {
  name: 'rules list',
  usage: 'rules list [--on DAY]',
  summary: 'rules with level, marketplaces, dates, source and how sure it is; with --on those in force then',
  options: { on: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const on = getText(args, 'on')
    const answer = await engine.call('policy.rules', on === undefined ? {} : { on })
    if (!answer.ok) return failed(answer.problem)
    const { packId, day, rules } = answer.value
    const listed = on === undefined ? rules : rules.filter((rule) => rule.isInForce)
    return done({ packId, day, rules: listed }, [`${packId}  ${day}`, ...listed.map(describeRule)])
  },
}

const rulesSet: CliCommand = {
  name: 'rules set',
  usage: 'rules set ID LEVEL --reason TEXT',
  summary: `raises or lowers a rule; LEVEL is ${ruleLevels.join(', ')} or pack, its own`,
  options: { reason: { type: 'string' } },
  positionals: [2, 2],
  async run(engine, args) {
    const rule = needOneOf(args.positionals[0]!, 'ID', readinessReasons)
    const level = needOneOf(args.positionals[1]!, 'LEVEL', [...ruleLevels, 'pack'] as const)
    const answer = await engine.call('policy.setLevel', {
      opId: makeOpId(),
      rule,
      level: level === 'pack' ? null : level,
      reason: needText(args, 'reason'),
    })
    return answer.ok ? done({ rule, level }, [`${rule}  ${level}`]) : failed(answer.problem)
  },
}

const rulesUse: CliCommand = {
  name: 'rules use',
  usage: 'rules use FILE|built-in',
  summary: 'judges by a pack file (JSON) that says some rules anew, or by the pack that ships again',
  options: {},
  positionals: [1, 1],
  async run(engine, { positionals }) {
    const [file] = positionals
    const text = file === 'built-in' ? null : readPackFile(file!)
    const answer = await engine.call('policy.usePack', { opId: makeOpId(), text })
    if (!answer.ok) return failed(answer.problem)
    return done(answer.value, [`${answer.value.packId}  ${answer.value.rules}`])
  },
}

function readPackFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const overrideList: CliCommand = {
  name: 'override list',
  usage: 'override list',
  summary: 'what was let through a rule, by whom and why',
  options: {},
  positionals: [0, 0],
  async run(engine) {
    const answer = await engine.call('override.list', {})
    if (!answer.ok) return failed(answer.problem)
    const lines = answer.value.overrides.map(
      ({ id, fbaId, rule, value, reason, who }) =>
        `${id}  ${fbaId}  ${rule}  ${value === '' ? '–' : value}  ${isReadinessReason(rule) ? describeReasons([rule]) : '–'}  ${who}: ${reason}`,
    )
    return done(answer.value, lines)
  },
}

const overrideAdd: CliCommand = {
  name: 'override',
  usage: 'override FBAID --rule ID [--value V] --reason TEXT',
  summary: 'lets a shipment through a rule, with what stands there now or the value named',
  options: { rule: { type: 'string' }, value: { type: 'string' }, reason: { type: 'string' } },
  positionals: [1, 1],
  async run(engine, args) {
    const value = getText(args, 'value')
    const rule = needOneOf(needText(args, 'rule'), 'rule', readinessReasons)
    const answer = await engine.call('override.add', {
      opId: makeOpId(),
      ids: [await findShipmentId(engine, args.positionals[0]!)],
      rule,
      ...(value === undefined ? {} : { value }),
      reason: needText(args, 'reason'),
    })
    return answer.ok ? done(answer.value, [`${args.positionals[0]}  ${rule}`]) : failed(answer.problem)
  },
}

async function findShipmentId(engine: Engine, fbaId: string): Promise<number> {
  const answer = await engine.call('shipment.page', {
    filter: { search: fbaId },
    sort: null,
    offset: 0,
    limit: 2_000,
  })
  if (!answer.ok) throw new RefusedError(answer.problem)
  const found = answer.value.rows.find((row) => row.fbaId === fbaId)
  if (!found) throw new RefusedError({ kind: 'shipment-unknown', fbaId })
  return found.id
}

export const policyCommands: readonly CliCommand[] = [
  rulesList,
  rulesSet,
  rulesUse,
  overrideList,
  overrideAdd,
]
