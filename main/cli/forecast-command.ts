import type { ForecastAnswer, ForecastView } from '../../shared/contract/outputs.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeRate, formatClientMessage } from '../../shared/words/describe-forecast.ts'
import type { Engine } from '../engine/engine.ts'
import {
  done,
  failed,
  getText,
  RefusedError,
  UsageError,
  type Arguments,
  type CliCommand,
  type CommandOutput,
} from './command.ts'
import { describeMissing, t } from './words.ts'

const scopeOptions = { client: { type: 'string' }, on: { type: 'string' } } as const

const forecast: CliCommand = {
  name: 'forecast',
  usage: 'forecast [--client NAME] [--on DATE]',
  summary: "Amazon's rate of missing tracking per client, ahead of time, and what makes it",
  options: scopeOptions,
  positionals: [0, 0],
  async run(engine, args) {
    const answer = await askForecast(engine, args)
    const { on, settings, clients } = answer
    const output = done(answer, [
      `${on}: window ${settings.windowDays} days (another copy says four months), acceptable rate ` +
        (settings.acceptableRate === null
          ? 'not published and not set'
          : formatPercent(settings.acceptableRate)),
      ...clients.flatMap((view) => describe(view, settings.windowDays)),
    ])
    return { ...output, exitCode: clients.some(({ missing }) => missing.length > 0) ? 1 : 0 }
  },
}

const message: CliCommand = {
  name: 'message',
  usage: 'message --client NAME [--on DATE] [--language zh-CN|en]',
  summary: 'what to tell a client of missing tracking: which shipments, by when, and the rate',
  options: { ...scopeOptions, language: { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const client = getText(args, 'client')
    if (client === undefined) throw new UsageError('--client is missing')
    const language = getText(args, 'language')
    if (language !== undefined && language !== 'zh-CN' && language !== 'en')
      throw new UsageError('--language is one of zh-CN, en')
    const { on, settings, clients } = await askForecast(engine, args)
    if (clients.length === 0) return failed({ kind: 'nothing-to-tell', name: client })
    const words = getTranslate(language ?? clients[0]?.language ?? 'zh-CN')
    const text = formatClientMessage(clients, on, settings.windowDays, words)
    return done({ message: text }, [text])
  },
}

const settings: CliCommand = {
  name: 'forecast-settings',
  usage: 'forecast-settings [--window-days N] [--acceptable-rate PERCENT|none]',
  summary: "days of Amazon's window (120) and the acceptable rate, which Amazon does not publish",
  options: { 'window-days': { type: 'string' }, 'acceptable-rate': { type: 'string' } },
  positionals: [0, 0],
  async run(engine, args) {
    const known = await engine.call('policy.settings', {})
    if (!known.ok) return failed(known.problem)
    const windowText = getText(args, 'window-days')
    const rateText = getText(args, 'acceptable-rate')
    if (windowText === undefined && rateText === undefined) return showSettings(known.value)
    const answer = await engine.call('policy.setSettings', {
      windowDays: windowText === undefined ? known.value.windowDays : parseNumber('window-days', windowText),
      acceptableRate: rateText === undefined ? known.value.acceptableRate : parseRate(rateText),
    })
    return answer.ok ? showSettings(answer.value) : failed(answer.problem)
  },
}

export const forecastCommands: readonly CliCommand[] = [forecast, message, settings]

async function askForecast(engine: Engine, args: Arguments): Promise<ForecastAnswer> {
  const client = getText(args, 'client')
  const on = getText(args, 'on')
  if (on !== undefined && !isDay(on)) throw new UsageError('--on takes a day, YYYY-MM-DD')
  const answer = await engine.call('forecast.run', {
    ...(client === undefined ? {} : { client }),
    ...(on === undefined ? {} : { on }),
  })
  if (!answer.ok) throw new RefusedError(answer.problem)
  return answer.value
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

function describe(view: ForecastView, days: number): string[] {
  const { client, marketplace, missingNow, today, peak, whatIf, ladder, missing } = view
  const { undated, history, closedUndated } = view
  const name = marketplace === '' ? client : `${client} ${marketplace}`
  const level = ladder === null ? 'no level without an acceptable rate' : ladder.level
  const dates = [
    ladder?.aboveFrom && `above from ${ladder.aboveFrom}`,
    ladder?.elevatedOn && `elevated ${ladder.elevatedOn}`,
    ladder?.criticalOn && `critical ${ladder.criticalOn}`,
  ].filter(Boolean)
  return [
    `${name}: missing now ${describeRate(missingNow, t)}; Amazon's rate ${describeRate(today, t)}, ` +
      `at worst ${describeRate(peak, t)} on ${peak.on}, if filled ${describeRate(whatIf.peak, t)}; ${[level, ...dates].join(', ')}`,
    ...missing.map((shipment) => `  ${describeMissing(shipment)}`),
    ...(undated > 0 ? [`  ${t('forecast.undated', { count: undated })}`] : []),
    ...(closedUndated > 0 ? [`  ${t('forecast.closedUndated', { count: closedUndated })}`] : []),
    ...(history > 0 ? [`  ${t('forecast.history', { count: history, days })}`] : []),
  ]
}

function showSettings({ windowDays, acceptableRate }: ForecastAnswer['settings']): CommandOutput {
  const rate = acceptableRate === null ? 'not set' : formatPercent(acceptableRate)
  return done({ windowDays, acceptableRate }, [`window ${windowDays} days, acceptable rate ${rate}`])
}

const formatPercent = (rate: number): string => `${Number((rate * 100).toFixed(4))} %`

function parseRate(text: string): number | null {
  if (text === 'none') return null
  const rate = parseNumber('acceptable-rate', text.replace(/ ?%$/, '')) / 100
  if (rate > 1) throw new UsageError('--acceptable-rate is 0 to 100')
  return rate
}

function parseNumber(name: string, text: string): number {
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(text)) throw new UsageError(`--${name} takes a number`)
  return Number(text)
}
