import { done, failed, hasFlag, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'

export const reissueCommand: CliCommand = {
  name: 'reissue',
  usage: 'reissue OLD NEW [--dry-run]',
  summary: "the client's new FBA shipment ID takes over boxes, numbers and truck; all or nothing",
  options: { 'dry-run': { type: 'boolean' } },
  positionals: [2, 2],
  async run(engine, args) {
    const [from, to] = args.positionals as [string, string]
    const isDryRun = hasFlag(args, 'dry-run')
    const answer = isDryRun
      ? await engine.call('reissue.preview', { from, to })
      : await engine.call('reissue.apply', { opId: makeOpId(), from, to })
    if (!answer.ok) return failed(answer.problem)
    const { boxes, trackingIds, pro, isNew, overrides } = answer.value
    const verb = isDryRun ? 'would move' : 'moved'
    return done(answer.value, [
      `${answer.value.from} → ${answer.value.to}: ${verb} ${boxes} boxes, ${trackingIds} tracking IDs, PRO ${pro ?? '–'}`,
      ...(overrides > 0 ? [`let through with a reason, as before: ${overrides}`] : []),
      ...(isNew ? [`${answer.value.to} is new: its box IDs, FC and mode come with the client's list`] : []),
    ])
  },
}
