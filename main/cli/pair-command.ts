import path from 'node:path'
import type { PairingView } from '../../shared/contract/outputs.ts'
import type { Mismatch } from '../../shared/domain/pairing/pairing.ts'
import { done, failed, getText, hasFlag, type CliCommand } from './command.ts'
import { findShipmentId } from './find-shipment.ts'
import { makeOpId } from './op-id.ts'
import { describeDifference } from './words.ts'

/** One answer for all alike: numbers with a wrong check digit stay for this reason, numbers used elsewhere move here. */
function answerAll({ mismatches, numbers }: PairingView, reason: string | undefined, moves: boolean) {
  const byIndex = new Map(numbers.map(({ index, trackingId }) => [index, trackingId]))
  const listNumbers = (kind: Mismatch['kind']): string[] =>
    mismatches.flatMap((mismatch) =>
      mismatch.kind === kind && 'index' in mismatch ? (byIndex.get(mismatch.index) ?? []) : [],
    )
  return {
    kept: reason === undefined ? [] : listNumbers('check-digit').map((number) => ({ number, reason })),
    moved: moves ? listNumbers('used-elsewhere') : [],
  }
}

export const pairCommand: CliCommand = {
  name: 'pair',
  usage: 'pair FILE [--shipment ID] [--overwrite] [--move] [--keep REASON] [--dry-run]',
  summary: "pairs a carrier's tracking list with boxes; what does not match is listed, never guessed",
  options: {
    shipment: { type: 'string' },
    overwrite: { type: 'boolean' },
    move: { type: 'boolean' },
    keep: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  positionals: [1, 1],
  async run(engine, args) {
    const offered = await engine.call('file.offer', { path: path.resolve(args.positionals[0]!) })
    if (!offered.ok) return failed(offered.problem)
    const fbaId = getText(args, 'shipment')
    let scope = {}
    if (fbaId !== undefined) {
      scope = { shipmentId: await findShipmentId(engine, fbaId) }
    }
    const list = { file: offered.value.token, overwrites: hasFlag(args, 'overwrite'), ...scope }
    const first = await engine.call('pairing.preview', list)
    if (!first.ok) return failed(first.problem)
    const input = { ...list, answers: answerAll(first.value, getText(args, 'keep'), hasFlag(args, 'move')) }
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
