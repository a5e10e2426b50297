import type { ModeRow } from '../../shared/contract/outputs.ts'
import { describeMark, describeModeCase } from '../../shared/words/describe-mode.ts'
import { done, failed, getText, type CliCommand } from './command.ts'
import { t } from './words.ts'

export const modesCommand: CliCommand = {
  name: 'modes',
  usage: 'modes [--client NAME]',
  summary: "shipments whose mode at Amazon is unknown or not the road's: what Amazon takes, who changes what",
  options: { client: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const client = getText(args, 'client')
    const answer = await engine.call('mode.list', {
      ...(client === undefined ? {} : { client }),
      standings: ['open', 'unknown', 'flagged'],
    })
    if (!answer.ok) return failed(answer.problem)
    const { rows } = answer.value
    const output = done(answer.value, rows.flatMap(describe))
    return { ...output, exitCode: rows.some(({ verdict }) => verdict.standing === 'open') ? 1 : 0 }
  },
}

function describe({ fbaId, client, verdict, marks }: ModeRow): string[] {
  const { label, takes, change } = describeModeCase(verdict.kind, t)
  return [
    `${fbaId}  ${client}  ${label}`,
    `  ${takes}. ${change}.`,
    ...marks.map((mark) => `  ${describeMark(mark, t)}: ${mark.reason} (${mark.who})`),
  ]
}
