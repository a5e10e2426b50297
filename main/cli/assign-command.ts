import type { PlannedLoadView } from '../../shared/contract/outputs.ts'
import { usualPallets } from '../../shared/domain/load.ts'
import { describeFill } from '../../shared/words/describe-load.ts'
import {
  assignConflicts,
  conflictChoices,
  isChoiceOf,
  type AssignConflictKind,
  type ConflictChoice,
  type Resolutions,
} from '../../shared/domain/assign-conflict.ts'
import { done, failed, getText, hasFlag, UsageError, type Arguments, type CliCommand } from './command.ts'
import { findLoad } from './find-load.ts'
import { makeOpId } from './op-id.ts'
import { parseWhere } from './shipment-where.ts'
import { describeConflictKind, t } from './words.ts'

export const assignCommand: CliCommand = {
  name: 'assign',
  usage:
    'assign [--where NAME=VALUE…] [--carrier NAME | --rules SET] [--block ID] [--no-pro] [--share-pro REASON] [--loads [--onto LOAD] [--max-pallets N] [--max-boxes N] [--max-kg N] [--load-reason TEXT]] [--on CONFLICT=CHOICE…] [--overwrite] [--dry-run]',
  summary:
    'assigns carriers by rule (or the one named), draws PRO numbers for LTL and FTL, and puts shipments on loads',
  options: {
    where: { type: 'string', multiple: true },
    carrier: { type: 'string' },
    rules: { type: 'string' },
    block: { type: 'string' },
    on: { type: 'string', multiple: true },
    'share-pro': { type: 'string' },
    loads: { type: 'boolean' },
    onto: { type: 'string' },
    'max-pallets': { type: 'string' },
    'max-boxes': { type: 'string' },
    'max-kg': { type: 'string' },
    'load-reason': { type: 'string' },
    overwrite: { type: 'boolean' },
    'no-pro': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  positionals: [0, 0],
  async run(engine, args) {
    const block = getText(args, 'block')
    if (block !== undefined && !/^\d+$/.test(block))
      throw new UsageError('--block takes the number of a block')
    const shareReason = getText(args, 'share-pro')
    const onto = getText(args, 'onto')
    const options = {
      filter: parseWhere(getTexts(args, 'where')),
      carrier: getText(args, 'carrier') ?? 'auto',
      rules: getText(args, 'rules') ?? null,
      blockId: block === undefined ? null : Number(block),
      wantsCarrier: true,
      wantsPro: !hasFlag(args, 'no-pro'),
      sharesPro: shareReason !== undefined,
      shareReason: shareReason ?? '',
      wantsLoad: hasFlag(args, 'loads') || onto !== undefined,
      loadId: onto === undefined ? null : (await findLoad(engine, onto)).id,
      caps: {
        maxPallets: getNumber(args, 'max-pallets') ?? usualPallets,
        maxBoxes: getNumber(args, 'max-boxes') ?? null,
        maxKg: getNumber(args, 'max-kg') ?? null,
      },
      loadReason: getText(args, 'load-reason') ?? '',
      resolutions: {
        ...(hasFlag(args, 'overwrite') ? replacing : {}),
        ...parseResolutions(getTexts(args, 'on')),
      },
      except: [],
    }
    const answer = hasFlag(args, 'dry-run')
      ? await engine.call('assign.preview', { ...options, rowIds: [] })
      : await engine.call('assign.apply', { ...options, opId: makeOpId() })
    if (!answer.ok) return failed(answer.problem)
    if ('target' in answer.value && answer.value.target === 0) return failed({ kind: 'no-shipment-fits' })
    const { carriers, pros, loads, firstPro, lastPro, conflicts } = answer.value
    const loadCount = typeof loads === 'number' ? loads : loads.length
    const range = firstPro === null ? '' : ` (${firstPro} … ${lastPro})`
    const verb = hasFlag(args, 'dry-run') ? 'would assign' : 'assigned'
    const output = done(answer.value, [
      `${verb} ${carriers} carriers, ${pros} PRO numbers${range}${loadCount === 0 ? '' : `, ${loadCount} loads`}`,
      ...(typeof loads === 'number' ? [] : loads.map(describeLoad)),
      ...conflicts.map(({ kind, count }) => `  ${count} × ${describeConflictKind(kind)}`),
    ])
    return { ...output, exitCode: conflicts.some(({ kind }) => blocking.has(kind)) ? 1 : 0 }
  },
}

const replacing: Resolutions['resolutions'] = {
  'carrier-kept': 'replace',
  'pro-kept': 'replace',
  'load-kept': 'replace',
}

function describeLoad(load: PlannedLoadView): string {
  const assumed = load.isDayAssumed ? `  (${t('shipments.assign.load.dayAssumed')})` : ''
  const shipments = `${load.shipments} ${load.shipments === 1 ? 'shipment' : 'shipments'}`
  return `  ${load.number}  ${load.fc}  ${describeFill(load.fill, load, String, t)}  ${shipments}${assumed}`
}

function getNumber(args: Arguments, name: string): number | undefined {
  const text = getText(args, name)
  if (text === undefined) return undefined
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text) || Number(text) === 0)
    throw new UsageError(`--${name} takes a number above 0`)
  return Number(text)
}

function getTexts({ options }: Arguments, name: string): readonly string[] {
  const texts = options[name]
  return Array.isArray(texts) ? texts : []
}

const parseResolutions = (texts: readonly string[]): Resolutions['resolutions'] =>
  Object.fromEntries(texts.map(parseResolution))

/** `pro-kept=replace` */
function parseResolution(text: string): [AssignConflictKind, ConflictChoice] {
  const [name, choice] = text.split('=')
  const kind = assignConflicts.find((each) => each === name && conflictChoices[each].length > 1)
  if (!kind) {
    const kinds = assignConflicts.filter((each) => conflictChoices[each].length > 1)
    throw new UsageError(`--on takes CONFLICT=CHOICE; CONFLICT is one of ${kinds.join(', ')}`)
  }
  if (!isChoiceOf(kind, choice as ConflictChoice))
    throw new UsageError(`${kind} takes one of ${conflictChoices[kind].join(', ')}`)
  return [kind, choice as ConflictChoice]
}

/** Conflicts that leave a shipment without what was asked for. */
const blocking: ReadonlySet<AssignConflictKind> = new Set<AssignConflictKind>([
  'carrier-not-found',
  'carrier-ambiguous',
  'carrier-inactive',
  'mode-unknown',
  'carrier-against-mode',
  'boxes-have-numbers',
  'no-block',
  'block-runs-out',
  'carrier-card-expired',
  'load-needs-fc',
  'load-id-not-valid',
  'load-too-big',
  'load-appointment-past',
])
