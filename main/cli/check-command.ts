import type { ClientCheck } from '../../shared/contract/outputs.ts'
import { readinessReasons } from '../../shared/domain/readiness.ts'
import { done, failed, getText, type CliCommand } from './command.ts'
import { describeReasons } from './words.ts'

export const checkCommand: CliCommand = {
  name: 'check',
  usage: 'check [--client NAME]',
  summary: 'readiness per client, what is missing, and the rate of missing tracking',
  options: { client: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const client = getText(args, 'client')
    const answer = await engine.call('check.run', client === undefined ? {} : { client })
    if (!answer.ok) return failed(answer.problem)
    const { clients, totals } = answer.value
    const isAllReady = totals.incomplete + totals.error === 0
    return {
      ...done(
        answer.value,
        [...clients, ...(client === undefined ? [{ ...totals, client: 'all' }] : [])].flatMap(describe),
      ),
      exitCode: isAllReady ? 0 : 1,
    }
  },
}

function describe(check: ClientCheck): string[] {
  const { rate, withGap, open } = check.missingNow
  const percent = rate === null ? '–' : `${(rate * 100).toFixed(2)} %`
  const reasons = readinessReasons
    .filter((reason) => check.reasons[reason] !== undefined)
    .map((reason) => `${check.reasons[reason]} × ${describeReasons([reason])}`)
  return [
    `${check.client}: ${check.ready + check.exported}/${check.shipments} ready, ${check.incomplete} incomplete, ${check.error} errors, ` +
      `${check.changed} changed, ${check.exempt} exempt; missing now ${percent} (${withGap}/${open})`,
    ...(reasons.length > 0 ? [`  ${reasons.join(', ')}`] : []),
  ]
}
