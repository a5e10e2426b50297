import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeReason } from '../../shared/words/describe-rule.ts'
import { newOpId } from '../api.ts'
import { ask } from './ask.ts'
import { askReason } from './ask-reason.ts'
import { showToast } from './toasts.ts'

/** Lets those of the shipments that a rule holds through it, once a reason is given; one undo. `count` are held. */
export async function letThrough(
  ids: number[],
  rule: ReadinessReason,
  count: number,
  t: Translate,
): Promise<void> {
  const what = t('rules.ask.letThrough', { rule: describeReason(rule, t), count })
  const reason = await askReason(t('rules.ask.letThroughTitle'), what, t('rules.ask.hint'))
  if (reason === null) return
  const answer = await ask('override.add', { opId: newOpId(), ids, rule, reason })
  if (!answer.ok) return
  const text = t('rules.ask.letThroughDone', { rule: describeReason(rule, t), count: answer.value.shipments })
  showToast({ tone: 'done', text, action: 'undo' })
}
