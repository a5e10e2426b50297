import type { ClientCheck } from '../../shared/contract/outputs.ts'
import { isDay } from '../../shared/domain/calendar-day.ts'
import { readinessReasons } from '../../shared/domain/readiness.ts'
import { done, failed, getText, UsageError, type CliCommand } from './command.ts'
import { describeClosing, describeReasons } from './words.ts'

export const checkCommand: CliCommand = {
  name: 'check',
  usage: 'check [--client NAME] [--on DAY]',
  summary: 'readiness per client by the rules of a day, what is missing, its rate, and IDs that close soon',
  options: { client: { type: 'string' }, on: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const client = getText(args, 'client')
    const on = getText(args, 'on')
    if (on !== undefined && !isDay(on)) throw new UsageError(`--on takes a day such as 2026-11-27, not ${on}`)
    const answer = await engine.call('check.run', {
      ...(client === undefined ? {} : { client }),
      ...(on === undefined ? {} : { on }),
    })
    if (!answer.ok) return failed(answer.problem)
    const { clients, totals, closing, judgedBy, clock } = answer.value
    const isAllReady = totals.incomplete + totals.error === 0
    return {
      ...done(answer.value, [
        `${judgedBy.packId}  ${judgedBy.day}`,
        ...[...clients, ...(client === undefined ? [{ ...totals, client: 'all' }] : [])].flatMap(describe),
        ...closing.map((shipment) => `${shipment.fbaId} (${shipment.client}): ${describeClosing(shipment)}`),
      ]),
      exitCode: isAllReady && clock === null ? 0 : 1,
      problems: clock === null ? [] : [clock],
    }
  },
}

const levels = { reasons: '', warnings: 'warn: ', infos: 'info: ', letThrough: 'let through: ' } as const

function describe(check: ClientCheck): string[] {
  const { rate, withGap, open } = check.missingNow
  const percent = rate === null ? '–' : `${(rate * 100).toFixed(2)} %`
  const lists = Object.entries(levels).flatMap(([list, prefix]) => {
    const counts = check[list as keyof typeof levels]
    const counted = readinessReasons
      .filter((reason) => counts[reason] !== undefined)
      .map((reason) => `${counts[reason]} × ${describeReasons([reason])}`)
    return counted.length > 0 ? [`  ${prefix}${counted.join(', ')}`] : []
  })
  return [
    `${check.client}: ${check.ready + check.exported}/${check.shipments} ready, ${check.incomplete} incomplete, ${check.error} errors, ` +
      `${check.changed} changed, ${check.exempt} exempt; missing now ${percent} (${withGap}/${open})`,
    ...lists,
  ]
}
