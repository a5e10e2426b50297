import type { LoadProblem } from '../domain/judge-load.ts'
import type { Day, Moment } from '../domain/calendar-day.ts'
import type { LoadEditProblem } from '../domain/load-edit.ts'
import { isCardExpired, type Load } from '../domain/load.ts'
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

/** What is on board of what may be, as "≥26/28"; at least, where something has no size on file. */
export const formatFill = (
  sum: number,
  cap: number | null,
  isAtLeast: boolean,
  format: (value: number) => string = String,
): string => `${isAtLeast ? '≥' : ''}${format(sum)}${cap === null ? '' : `/${format(cap)}`}`

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
