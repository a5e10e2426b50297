import type { LoadProblem } from '../domain/judge-load.ts'
import type { Day, Moment } from '../domain/calendar-day.ts'
import type { LoadEditProblem } from '../domain/load-edit.ts'
import { isCardExpired, type Load, type LoadCaps, type LoadFill } from '../domain/load.ts'
import type { Translate } from '../locales/translate.ts'

type Refusal = LoadEditProblem | { kind: 'load-unknown'; number: string } | { kind: 'load-reason-missing' }

export function describeLoadRefusal(problem: Refusal, t: Translate): string {
  switch (problem.kind) {
    case 'load-at-once':
      return t(`loads.refused.load-at-once.${problem.what}`, { name: problem.name, number: problem.number })
    case 'load-card-expired':
      return t('loads.refused.load-card-expired', { name: problem.name, until: problem.until })
    case 'vehicle-unknown':
    case 'driver-unknown':
      return t(`loads.refused.${problem.kind}`, { name: problem.name })
    case 'load-unknown':
      return t('loads.refused.load-unknown', { name: problem.number })
    default:
      return t(`loads.refused.${problem.kind}`)
  }
}

/** More IDs than these are counted, not named. */
const namedIds = 3

/** What speaks against a load; `reason` is why it was let through. */
export function describeLoadProblem(problem: LoadProblem, reason: string | null, t: Translate): string {
  const said = sayProblem(problem, t)
  const isLetThrough = 'isLetThrough' in problem && problem.isLetThrough && reason !== null
  return isLetThrough ? t('loads.problem.letThrough', { problem: said, reason }) : said
}

function sayProblem(problem: LoadProblem, t: Translate): string {
  if ('fbaIds' in problem) {
    const named = problem.fbaIds.slice(0, namedIds).join(', ')
    const count = problem.fbaIds.length
    const fbaIds = count > namedIds ? t('loads.problem.more', { fbaIds: named, count }) : named
    return t(`loads.problem.${problem.kind}`, { fbaIds })
  }
  if ('number' in problem) return t(`loads.problem.${problem.kind}`, { number: problem.number })
  if ('until' in problem) return t(`loads.problem.${problem.kind}`, { until: problem.until })
  return t(`loads.problem.${problem.kind}`)
}

type Measure = 'pallets' | 'boxes' | 'kg'

const caps = { pallets: 'maxPallets', boxes: 'maxBoxes', kg: 'maxKg' } as const

/** What is on board of what may be, as "≥26/28"; at least, where something has no size on file. Weights to a tenth. */
export function formatFill(
  measure: Measure,
  fill: LoadFill,
  limits: LoadCaps,
  format: (value: number) => string = String,
): string {
  const isLeast = countUnknown(measure, fill) > 0
  const sum = measure === 'kg' ? Math.round(fill.kg * 10) / 10 : fill[measure]
  const cap = limits[caps[measure]]
  return `${isLeast ? '≥' : ''}${format(sum)}${cap === null ? '' : `/${format(cap)}`}`
}

/** Shipments of which it is not known; boxes always are. */
const countUnknown = (measure: Measure, fill: LoadFill): number =>
  measure === 'boxes' ? 0 : measure === 'kg' ? fill.withoutKg : fill.withoutPallets

/** Why a sum is only the least; undefined where it is whole. */
export function describeUnknown(measure: Measure, fill: LoadFill, t: Translate): string | undefined {
  const count = countUnknown(measure, fill)
  return measure === 'boxes' || count === 0 ? undefined : t(`loads.unknown.${measure}`, { count })
}

/** `24/28 pallets · 520 boxes · 6,480 kg` */
export const describeFill = (
  fill: LoadFill,
  limits: LoadCaps,
  format: (value: number) => string,
  t: Translate,
): string =>
  t('loads.fill', {
    pallets: formatFill('pallets', fill, limits, format),
    boxes: formatFill('boxes', fill, limits, format),
    kg: formatFill('kg', fill, limits, format),
  })

/** The time alone where it is on that day, else with month and day. */
export const formatOn = (moment: Moment, day: Day): string =>
  moment.startsWith(day) ? moment.slice(11) : moment.slice(5).replace('T', ' ')

/** Leaving and being back; blank where nobody said. */
export const formatTrip = ({
  day,
  departsAt,
  returnsAt,
}: Pick<Load, 'day' | 'departsAt' | 'returnsAt'>): string =>
  departsAt === null || returnsAt === null ? '' : `${formatOn(departsAt, day)}–${formatOn(returnsAt, day)}`

/** The last day a card is good; an expired one is said to be so. */
export const describeCard = (cardUntil: Day, today: Day, t: Translate): string =>
  isCardExpired(cardUntil, today) ? t('loads.cardExpired', { until: cardUntil }) : cardUntil
