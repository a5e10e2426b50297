import path from 'node:path'
import { done, failed, getText, hasFlag, UsageError, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'
import { describeDifference } from './words.ts'

export const pairCommand: CliCommand = {
  name: 'pair',
  usage: 'pair FILE [--shipment ID] [--overwrite] [--dry-run]',
  summary: "pairs a carrier's tracking list with boxes; what does not match is listed, never guessed",
  options: { shipment: { type: 'string' }, overwrite: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  positionals: [1, 1],
  async run(engine, args) {
    const offered = await engine.call('file.offer', { path: path.resolve(args.positionals[0]!) })
    if (!offered.ok) return failed(offered.problem)
    const fbaId = getText(args, 'shipment')
    let scope = {}
    if (fbaId !== undefined) {
      const found = await engine.call('shipment.page', {
        filter: { search: fbaId },
        sort: null,
        offset: 0,
        limit: 50,
      })
      const row = found.ok ? found.value.rows.find((candidate) => candidate.fbaId === fbaId) : undefined
      if (!row) throw new UsageError(`no shipment ${fbaId} is on file`)
      scope = { shipmentId: row.id }
    }
    const input = { file: offered.value.token, overwrites: hasFlag(args, 'overwrite'), ...scope }
    const preview = await engine.call('pairing.preview', input)
    if (!preview.ok) return failed(preview.problem)
    const { rule, pairs, mismatches, canWrite } = preview.value
    const listed = mismatches.map((mismatch) => `  ${describeDifference(mismatch)}`)
    if (hasFlag(args, 'dry-run') || !canWrite || pairs.length === 0) {
      const verb = hasFlag(args, 'dry-run') ? 'would pair' : 'paired'
      const count = hasFlag(args, 'dry-run') ? pairs.length : 0
      return {
        ...done(preview.value, [`${verb} ${count} boxes (${rule ?? 'no rule fits'})`, ...listed]),
        exitCode: mismatches.length > 0 ? 1 : 0,
      }
    }
    const answer = await engine.call('pairing.apply', { ...input, opId: makeOpId() })
    if (!answer.ok) return failed(answer.problem)
    return {
      ...done({ ...answer.value, rule, mismatches }, [
        `paired ${answer.value.written} boxes of ${answer.value.shipments} shipments (${rule})`,
        ...listed,
      ]),
      exitCode: mismatches.length > 0 ? 1 : 0,
    }
  },
}
