import path from 'node:path'
import { done, failed, getText, UsageError, type CliCommand } from './command.ts'
import { makeOpId } from './op-id.ts'
import { describeReasons } from './words.ts'

export const exportCommand: CliCommand = {
  name: 'export',
  usage: 'export --out DIR [--client NAME]',
  summary: 'writes the files of every ready shipment into a new folder, verified, all or nothing',
  options: { out: { type: 'string' }, client: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const out = getText(args, 'out')
    if (out === undefined) throw new UsageError('--out names the folder to write')
    const client = getText(args, 'client')
    const scope = client === undefined ? {} : { client }
    const plan = await engine.call('export.plan', scope)
    if (!plan.ok) return failed(plan.problem)
    const folder = await engine.call('folder.offer', { path: path.resolve(out) })
    if (!folder.ok) return failed(folder.problem)
    const leftOut = plan.value.leftOut.map(
      (row) => `  ${row.fbaId} (${row.client}): ${row.status} ${describeReasons(row.reasons)}`,
    )
    const answer = await engine.call('export.run', { opId: makeOpId(), folder: folder.value.token, ...scope })
    if (!answer.ok) return { ...failed(answer.problem), text: leftOut }
    const { files, shipments } = answer.value
    return {
      ...done({ ...answer.value, leftOut: plan.value.leftOut }, [
        `exported ${shipments} shipments in ${files} files to ${answer.value.folder}`,
        ...(leftOut.length > 0 ? [`left out ${leftOut.length}:`, ...leftOut] : []),
      ]),
      exitCode: plan.value.leftOut.some((row) => row.status !== 'exempt') ? 1 : 0,
    }
  },
}
