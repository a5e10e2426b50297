import type { ClientCheck, PolicyRuleView } from '../../shared/contract/outputs.ts'
import { type ReadinessReason, readinessReasons } from '../../shared/domain/readiness.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { useFormats, useT } from '../i18n.ts'
import {
  describeDates,
  describeReason,
  describeReasonFix,
  describeSource,
} from '../../shared/words/describe-rule.ts'
import { ask } from '../shell/ask.ts'
import { letThrough } from '../shell/let-through.ts'
import { showShipments } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { LevelMark } from '../ui/level-mark.tsx'
import { isTotals } from './client-matrix.tsx'

const lists = ['reasons', 'warnings', 'letThrough', 'infos'] as const
type List = (typeof lists)[number]

interface CountedReason {
  list: List
  reason: ReadinessReason
  count: number
}

/** What blocks first, what is only worth knowing last; in each the most frequent first. */
const listReasons = (check: ClientCheck): CountedReason[] =>
  lists.flatMap((list) =>
    readinessReasons
      .map((reason) => ({ list, reason, count: check[list][reason] ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count),
  )

const noRules: readonly PolicyRuleView[] = []

/** What the rules say of the shipments, and why; each line shows its shipments, ready to be fixed or let through. */
export function ReasonList({ check }: { check: ClientCheck }) {
  const t = useT()
  const rules = useAnswer('policy.rules', {}).value?.rules ?? noRules
  const reasons = listReasons(check)
  const title = isTotals(check)
    ? t('checkExport.reasons.title')
    : t('checkExport.reasons.of', { client: check.client })
  return (
    <section className="check-reasons" aria-label={title}>
      <h2>{title}</h2>
      <p className="check-note">
        {t(reasons.length === 0 ? 'checkExport.reasons.none' : 'checkExport.reasons.hint')}
      </p>
      <ul>
        {reasons.map((counted) => (
          <li key={`${counted.list} ${counted.reason}`} className="check-reason-line">
            <ReasonLine counted={counted} check={check} rules={rules} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const levelOf = { reasons: 'block', warnings: 'warn', infos: 'info', letThrough: 'letThrough' } as const

interface ReasonLineProps {
  counted: CountedReason
  check: ClientCheck
  rules: readonly PolicyRuleView[]
}

function ReasonLine({ counted: { list, reason, count }, check, rules }: ReasonLineProps) {
  const t = useT()
  const { number } = useFormats()
  const scope = { ...(isTotals(check) ? {} : { clients: [check.client] }), reasons: [reason] }
  const level = levelOf[list]
  const inForce = rules.filter((rule) => rule.id === reason && rule.isInForce)
  // Where a rule has several entries, the one that says so here.
  const rule = inForce.find((each) => each.level === level) ?? inForce[0]
  const why =
    rule && t('checkExport.reasons.why', { source: describeSource(rule, t), dates: describeDates(rule, t) })

  const onLetThrough = async () => {
    const answer = await ask('shipment.ids', { filter: scope, sort: null })
    if (answer.ok) await letThrough(answer.value.ids, reason, count, t)
  }
  return (
    <>
      <button type="button" className="check-reason" onClick={() => showShipments(scope)}>
        <span className="check-reason-count">{t('checkExport.reasons.count', { n: number(count) })}</span>
        <span className="check-reason-label">
          {describeReason(reason, t)}
          <LevelMark level={level} label={t(`rules.level.${level}`)} />
        </span>
        <span className="check-note">{describeReasonFix(reason, t)}</span>
        {why && (
          <span className="check-note check-reason-why" title={why}>
            {why}
          </span>
        )}
      </button>
      {list === 'reasons' && rule?.canLetThrough && (
        <Button variant="quiet" onPress={() => void onLetThrough()}>
          {t('rules.ask.letThroughTitle')}
        </Button>
      )}
    </>
  )
}
