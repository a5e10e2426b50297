import type { Ladder } from '../domain/coaching-ladder.ts'
import { getRate, type RateDay } from '../domain/defect-rate.ts'
import type { ClientForecast, MissingShipment } from '../domain/defect-forecast.ts'
import type { TrackingGap } from '../domain/tracking-gap.ts'
import type { Translate } from '../locales/translate.ts'
import { formatRate } from './format-rate.ts'

export const describeGap = (gap: TrackingGap, t: Translate): string =>
  gap.kind === 'tracking'
    ? t('forecast.gap.tracking', { missing: gap.missing, boxes: gap.boxes })
    : t(`forecast.gap.${gap.kind}`)

/** `due 2026-11-30, 2 days left`. */
export function describeWhen({ state, due, daysLeft }: MissingShipment, t: Translate): string {
  if (due === null || daysLeft === null) return t('forecast.when.undated')
  const values = { on: due.on, count: Math.abs(daysLeft) }
  if (state === 'defect' && due.basis === 'arrived') return t('forecast.when.defectUndated')
  return t(`forecast.when.${state === 'due' && daysLeft === 0 ? 'today' : state}`, values)
}

/** `9.52% (4/42)`. */
export function describeRate({ counted, defects }: Omit<RateDay, 'on'>, t: Translate): string {
  const rate = getRate({ counted, defects })
  return rate === null
    ? t('forecast.noRate')
    : t('forecast.rate', { rate: formatRate(rate), defects, counted })
}

/** Where a client stands on the coaching ladder and what leads further, a line each; null: no acceptable rate is set. */
export function describeLadder(
  ladder: Ladder | null,
  acceptableRate: number | null,
  on: string,
  t: Translate,
): string[] {
  if (ladder === null || acceptableRate === null) return [t('forecast.ladder.unset')]
  const rate = formatRate(acceptableRate)
  const { level, daysAbove, aboveFrom, endsOn, elevatedOn, criticalOn } = ladder
  if (aboveFrom === null) return [t('forecast.ladder.below', { rate })]
  const values = { rate, from: aboveFrom, days: daysAbove, level: t(`forecast.level.${level}`) }
  return [
    t(daysAbove > 0 ? 'forecast.ladder.above' : 'forecast.ladder.willRise', values),
    ...(elevatedOn === null
      ? []
      : [t(`forecast.ladder.${elevatedOn <= on ? 'elevatedSince' : 'elevatedOn'}`, { on: elevatedOn })]),
    ...(criticalOn === null
      ? []
      : [t(`forecast.ladder.${criticalOn <= on ? 'criticalSince' : 'criticalOn'}`, { on: criticalOn })]),
    ...(endsOn === null || criticalOn !== null ? [] : [t('forecast.ladder.endsOn', { on: endsOn })]),
  ]
}

/** What to tell a client: which shipments, what is missing, by when, and what rate that makes. In the client's language. */
export function formatClientMessage(
  forecasts: readonly ClientForecast[],
  on: string,
  windowDays: number,
  t: Translate,
): string {
  const [first] = forecasts
  if (!first) return ''
  const missing = forecasts.flatMap((forecast) => forecast.missing)
  const greeting = t('forecast.message.greeting', { client: first.client })
  const rates = forecasts.map((forecast) => describeRates(forecast, forecasts.length > 1, windowDays, t))
  if (missing.length === 0)
    return [`${greeting}\n${t('forecast.message.complete', { on })}`, rates.join('\n')].join('\n\n')
  const lists = [
    listShipments(
      missing.filter(({ state }) => state !== 'defect'),
      t('forecast.message.missing', { on }),
      t,
    ),
    listShipments(
      missing.filter(({ state }) => state === 'defect'),
      t('forecast.message.tooLate'),
      t,
    ),
  ].filter((part) => part !== '')
  return [`${greeting}\n${lists.join('\n\n')}`, rates.join('\n')].join('\n\n')
}

function listShipments(missing: readonly MissingShipment[], heading: string, t: Translate): string {
  if (missing.length === 0) return ''
  const lines = missing.map((shipment, index) => {
    const line = t('forecast.message.line', {
      fbaId: shipment.fbaId,
      fc: shipment.fc ?? t('forecast.message.noFc'),
      gap: describeGap(shipment.gap, t),
      when: describeWhen(shipment, t),
    })
    return `${index + 1}. ${line}`
  })
  return [heading, ...lines].join('\n')
}

function describeRates(
  { marketplace, today, peak, whatIf }: ClientForecast,
  isOneOfSeveral: boolean,
  days: number,
  t: Translate,
): string {
  const values = { days, now: describeRate(today, t), peak: describeRate(peak, t), peakOn: peak.on }
  const isWorth = (getRate(peak) ?? 0) > (getRate(whatIf.peak) ?? 0)
  const text = isWorth
    ? t('forecast.message.rate', { ...values, after: describeRate(whatIf.peak, t) })
    : t('forecast.message.rateSame', values)
  if (!isOneOfSeveral) return text
  const name = marketplace === '' ? t('forecast.marketplaceUnknown') : marketplace
  return `${t('forecast.message.marketplace', { marketplace: name })}${text}`
}
