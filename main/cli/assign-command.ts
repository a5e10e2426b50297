import { done, failed, getText, hasFlag, UsageError, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'
import { parseWhere } from './shipment-where.ts'
import { describeConflictKind } from './words.ts'

export const assignCommand: CliCommand = {
  name: 'assign',
  usage: 'assign [--where NAME=VALUE…] [--carrier NAME] [--block ID] [--overwrite] [--dry-run]',
  summary: 'assigns carriers by rule (or the one named) and draws PRO numbers for LTL and FTL',
  options: {
    where: { type: 'string', multiple: true },
    carrier: { type: 'string' },
    block: { type: 'string' },
    overwrite: { type: 'boolean' },
    'no-pro': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  positionals: [0, 0],
  async run(engine, args) {
    const where = args.options['where']
    const block = getText(args, 'block')
    if (block !== undefined && !/^\d+$/.test(block))
      throw new UsageError('--block takes the number of a block')
    const options = {
      filter: parseWhere(Array.isArray(where) ? where : []),
      carrier: getText(args, 'carrier') ?? 'auto',
      blockId: block === undefined ? null : Number(block),
      wantsCarrier: true,
      wantsPro: !hasFlag(args, 'no-pro'),
      overwrites: hasFlag(args, 'overwrite'),
      except: [],
    }
    const answer = hasFlag(args, 'dry-run')
      ? await engine.call('assign.preview', { ...options, rowLimit: 0 })
      : await engine.call('assign.apply', { ...options, opId: makeOpId() })
    if (!answer.ok) return failed(answer.problem)
    const { carriers, pros, firstPro, lastPro, conflicts } = answer.value
    const range = firstPro === null ? '' : ` (${firstPro} … ${lastPro})`
    const verb = hasFlag(args, 'dry-run') ? 'would assign' : 'assigned'
    const output = done(answer.value, [
      `${verb} ${carriers} carriers, ${pros} PRO numbers${range}`,
      ...conflicts.map(({ kind, count }) => `  ${count} × ${describeConflictKind(kind)}`),
    ])
    return { ...output, exitCode: conflicts.some(({ kind }) => blocking.has(kind)) ? 1 : 0 }
  },
}

/** Conflicts that leave a shipment without what was asked for. */
const blocking: ReadonlySet<string> = new Set([
  'carrier-not-found',
  'carrier-ambiguous',
  'mode-unknown',
  'carrier-against-mode',
  'no-block',
  'block-runs-out',
])
