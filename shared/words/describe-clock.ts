import { validityRules, type ValidityClock } from '../domain/validity-clock.ts'
import type { DueCheck } from '../domain/verify-due.ts'
import type { Translate } from '../locales/translate.ts'
import { formatFieldName } from './field-name.ts'

/** How long an ID stays open and why, in one line. */
export function describeClock(clock: ValidityClock, t: Translate): string {
  const { state, closesOn, daysLeft, isCertain, missing } = clock
  if (state === 'arrived' || state === 'dead' || state === 'none') return t(`validity.clock.${state}`)
  const fields = missing.map((field) => formatFieldName(field, t)).join(t('validity.clock.and'))
  if (closesOn === null || daysLeft === null) return t('validity.clock.unknown', { fields })
  const values = { count: Math.abs(daysLeft), on: closesOn, cause: describeCause(clock, t) }
  const tense = daysLeft > 0 ? 'ahead' : daysLeft === 0 ? 'today' : 'past'
  const line = t(`validity.clock.${isCertain ? 'sure' : 'unsure'}.${tense}`, values)
  return missing.length === 0 ? line : `${line}${t('validity.clock.missing', { fields })}`
}

function describeCause({ cause }: ValidityClock, t: Translate): string {
  if (cause === 'plan' || cause === 'plan-if-split')
    return t(`validity.cause.${cause}`, { days: validityRules.daysAfterFirstArrival })
  return t(`validity.cause.${cause ?? 'unknown'}`, { days: validityRules.daysOpen[cause ?? 'domestic'] })
}

/** `12 days`, for a narrow column. */
export function describeDaysLeft({ daysLeft, isCertain }: ValidityClock, t: Translate): string {
  if (daysLeft === null) return ''
  const count = Math.abs(daysLeft)
  const words =
    daysLeft === 0
      ? t('validity.left.today')
      : t(daysLeft > 0 ? 'validity.left.ahead' : 'validity.left.past', { count })
  return isCertain ? words : t('validity.left.unsure', { words })
}

export const describeDueCheck = ({ checkpoint, since }: DueCheck, t: Translate): string =>
  t('validity.due', { checkpoint: t(`validity.checkpoint.${checkpoint}`), since })
