import type { Finding } from '../../shared/domain/shipment.ts'
import { done, failed, getText, hasFlag, UsageError, type Arguments, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'

const flags = { found: 'valid', 'not-found': 'not_found', dead: 'dead' } as const satisfies Record<
  string,
  Finding
>

function getFinding(args: Arguments): Finding {
  const given = Object.entries(flags).filter(([flag]) => hasFlag(args, flag))
  if (given.length !== 1) throw new UsageError('verify takes one of --found, --not-found and --dead')
  return given[0]![1]
}

export const verifyCommand: CliCommand = {
  name: 'verify',
  usage: 'verify FBAID… --found|--not-found|--dead [--on DATE]',
  summary: 'notes what was seen when FBA shipment IDs were looked up at Amazon',
  options: {
    found: { type: 'boolean' },
    'not-found': { type: 'boolean' },
    dead: { type: 'boolean' },
    on: { type: 'string' },
  },
  positionals: [1, 50_000],
  async run(engine, args) {
    const on = getText(args, 'on')
    const answer = await engine.call('shipment.verify', {
      opId: makeOpId(),
      fbaIds: args.positionals,
      finding: getFinding(args),
      ...(on !== undefined && { on }),
    })
    if (!answer.ok) return failed(answer.problem)
    return done(answer.value, [`noted for ${answer.value.shipments} shipments`])
  },
}
