import type { ClientCheck } from '../../shared/contract/outputs.ts'
import { readinessReasons } from '../../shared/domain/readiness.ts'
import { done, failed, getText, type CliCommand } from './command.ts'
import { describeClosing, describeReasons } from './words.ts'

export const checkCommand: CliCommand = {
  name: 'check',
  usage: 'check [--client NAME]',
  summary: 'readiness per client, what is missing, the rate of missing tracking, and IDs that close soon',
  options: { client: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const client = getText(args, 'client')
    const answer = await engine.call('check.run', client === undefined ? {} : { client })
    if (!answer.ok) return failed(answer.problem)
    const { clients, totals, closing } = answer.value
    const isAllReady = totals.incomplete + totals.error === 0
    return {
      ...done(answer.value, [
        ...[...clients, ...(client === undefined ? [{ ...totals, client: 'all' }] : [])].flatMap(describe),
        ...closing.map((shipment) => `${shipment.fbaId} (${shipment.client}): ${describeClosing(shipment)}`),
      ]),
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
