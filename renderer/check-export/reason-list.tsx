import type { ClientCheck } from '../../shared/contract/outputs.ts'
import { type ReadinessReason, readinessReasons } from '../../shared/domain/readiness.ts'
import { useFormats, useT } from '../i18n.ts'
import { describeReason, describeReasonFix } from '../../shared/words/describe-problem.ts'
import { showShipments } from '../shell/shipment-scope.ts'
import { isTotals } from './client-matrix.tsx'

interface CountedReason {
  reason: ReadinessReason
  count: number
}

/** The most frequent first. */
const listReasons = ({ reasons }: ClientCheck): CountedReason[] =>
  readinessReasons
    .map((reason) => ({ reason, count: reasons[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)

/** What keeps shipments from going out; each line shows its shipments, ready to be fixed. */
export function ReasonList({ check }: { check: ClientCheck }) {
  const t = useT()
  const { number } = useFormats()
  const reasons = listReasons(check)
  const title = isTotals(check)
    ? t('checkExport.reasons.title')
    : t('checkExport.reasons.of', { client: check.client })
  const scope = isTotals(check) ? {} : { clients: [check.client] }
  return (
    <section className="check-reasons" aria-label={title}>
      <h2>{title}</h2>
      <p className="check-note">
        {t(reasons.length === 0 ? 'checkExport.reasons.none' : 'checkExport.reasons.hint')}
      </p>
      <ul>
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <button
              type="button"
              className="check-reason"
              onClick={() => showShipments({ ...scope, reasons: [reason] })}
            >
              <span className="check-reason-count">
                {t('checkExport.reasons.count', { n: number(count) })}
              </span>
              <span className="check-reason-label">{describeReason(reason, t)}</span>
              <span className="check-note">{describeReasonFix(reason, t)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
