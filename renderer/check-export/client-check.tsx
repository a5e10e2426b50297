import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { useFormats, useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { useStatusParts } from '../shell/status-line.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ClientMatrix } from './client-matrix.tsx'
import { ExportPanel } from './export-panel.tsx'
import { PastExports } from './past-exports.tsx'
import { ReasonList } from './reason-list.tsx'

/** May it be sent? Clients against statuses, what holds shipments back, and what an export would write. */
export function ClientCheck() {
  const t = useT()
  const { number } = useFormats()
  const { value, problem } = useAnswer('check.run', {})
  const [clientId, setClientId] = useState(0)
  const { totals } = value ?? {}
  useStatusParts(
    totals
      ? (['ready', 'incomplete', 'error'] as const).map(
          (status) => `${t(`shipments.status.${status}`)} ${number(totals[status])}`,
        )
      : [],
  )

  if (problem) return <p className="check-problem">{describeProblem(problem, t)}</p>
  if (!value) return <div />
  if (value.totals.shipments === 0)
    return <EmptyState icon={<ClipboardCheck aria-hidden />}>{t('checkExport.empty')}</EmptyState>
  const chosen = value.clients.find((check) => check.clientId === clientId) ?? value.totals
  return (
    <div className="check-part">
      <div className="check-main">
        {value.clock && (
          <p className="check-clock" role="alert">
            {describeProblem(value.clock, t)}
          </p>
        )}
        <div
          className="check-matrix"
          style={{ height: `calc(${value.clients.length + 2} * var(--row-height) + 1rem)` }}
        >
          <ClientMatrix
            totals={value.totals}
            clients={value.clients}
            onRow={(check) => setClientId(check.clientId)}
          />
        </div>
        <div className="check-below">
          <ReasonList check={chosen} />
          <PastExports />
        </div>
      </div>
      <aside className="export-panel" aria-label={t('checkExport.plan.title')}>
        <ExportPanel clients={value.clients.map(({ client }) => client)} />
      </aside>
    </div>
  )
}
