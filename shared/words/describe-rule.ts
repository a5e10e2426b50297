import type { CallProblem, PolicyRuleView } from '../contract/outputs.ts'
import type { ReadinessReason } from '../domain/readiness.ts'
import type { RulePackProblem } from '../domain/rule-pack/check-rule-pack.ts'
import { marketplaces } from '../domain/rule-pack/marketplace.ts'
import type { RuleLevel } from '../domain/rule-pack/rule.ts'
import type { Translate } from '../locales/translate.ts'

/** Short enough for a facet or a chip. */
export const describeReason = (reason: ReadinessReason, t: Translate): string =>
  t(`rules.reason.${reason}.label`)

export const describeReasonFix = (reason: ReadinessReason, t: Translate): string =>
  t(`rules.reason.${reason}.next`)

type StandInProblem = Extract<CallProblem, { kind: 'stand-in' }>

/** What a number really is, of which shipment, and how many more like it came in the same paste. */
export function describeStandIn(
  { value, standIn, owner, more }: Pick<StandInProblem, 'value' | 'standIn' | 'owner' | 'more'>,
  t: Translate,
): string {
  const what = t(`rules.standIn.${standIn}`, { value, owner: owner ?? '' })
  return more > 0 ? `${what} ${t('rules.standIn.more', { count: more })}` : what
}

export const describeRefusedStandIn = (problem: StandInProblem, t: Translate): string =>
  t('rules.standIn.refused', { what: describeStandIn(problem, t), fbaId: problem.fbaId })

type BlockMisfitProblem = Extract<CallProblem, { kind: 'pro-against-blocks' }>

/** What a block says against a number, and how many more like it came in the same paste. */
export function describeBlockMisfit(
  { value, carrier, misfit, more }: BlockMisfitProblem,
  t: Translate,
): string {
  const what =
    misfit.kind === 'check-digit'
      ? t('rules.misfit.check-digit', { ...misfit, block: misfit.blockId, value, carrier })
      : t('rules.misfit.outside-blocks', { value, carrier })
  return more > 0 ? `${what} ${t('rules.standIn.more', { count: more })}` : what
}

export const describeRefusedMisfit = (problem: BlockMisfitProblem, t: Translate): string =>
  t('rules.misfit.refused', { what: describeBlockMisfit(problem, t), fbaId: problem.fbaId })

export const describeLevel = (level: RuleLevel, t: Translate): string => t(`rules.level.${level}`)

/** `US`, `DE FR IT`, all, or all but a few. */
export function describeMarketplaces({ marketplaces: where }: PolicyRuleView, t: Translate): string {
  if (where === 'all') return t('rules.everywhere')
  const others = marketplaces.filter((code) => !where.includes(code))
  return others.length < where.length ? t('rules.everywhereBut', { list: others.join(' ') }) : where.join(' ')
}

export function describeDates({ effectiveFrom, effectiveTo }: PolicyRuleView, t: Translate): string {
  if (effectiveFrom !== null && effectiveTo !== null)
    return t('rules.fromTo', { from: effectiveFrom, to: effectiveTo })
  if (effectiveFrom !== null) return t('rules.from', { from: effectiveFrom })
  return effectiveTo === null ? t('rules.always') : t('rules.to', { to: effectiveTo })
}

/** Where it can be read and how sure that is; the desk's own rules say so. */
export const describeSource = ({ source, confidence }: PolicyRuleView, t: Translate): string =>
  source === null
    ? t('rules.own')
    : t('rules.source', { source, confidence: t(`rules.confidence.${confidence}`) })

/** Everything a line of the list says, id first. */
export const describePolicyRule = (rule: PolicyRuleView, t: Translate): string[] => [
  rule.id,
  describeLevel(rule.level, t),
  describeReason(rule.id, t),
  describeMarketplaces(rule, t),
  describeDates(rule, t),
  describeSource(rule, t),
  ...(rule.change ? [t('rules.changed', { who: rule.change.who, reason: rule.change.reason })] : []),
]

/** Why a pack is not used, with the rule's id as the file has it. */
export const describePackProblem = (problem: RulePackProblem, t: Translate): string =>
  t(`rules.pack.${problem.kind}`, { ...problem })
