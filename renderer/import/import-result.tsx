import { CircleCheck } from 'lucide-react'
import { useFormats, useT } from '../i18n.ts'
import { describeHistory } from '../../shared/words/describe-history.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { showDataPart } from '../shell/data-part.ts'
import { showShipments } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { Table } from '../ui/table.tsx'
import type { ImportResult as Result } from './import-store.ts'
import { isHistoryOnly, sumImports } from './sum-imports.ts'

/** What the commit stored, file by file, and the way on to what is missing. */
export function ImportResult({ result }: { result: Result }) {
  const t = useT()
  const { number } = useFormats()
  const totals = sumImports(result.imports)
  const isHistory = isHistoryOnly(result.imports)
  const title = t(isHistory ? 'import.result.learnt' : 'import.result.title')
  return (
    <section className="import-result" aria-label={title}>
      <h2>
        <CircleCheck aria-hidden />
        {title}
      </h2>
      <p>
        {t(isHistory ? 'import.result.learntTotals' : 'import.result.totals', {
          shipments: number(totals.shipments),
          boxes: number(totals.boxes),
          changed: number(totals.changed),
          problems: number(totals.problems),
        })}
      </p>
      {result.imports.flatMap(({ draftId, history }) =>
        history === undefined
          ? []
          : describeHistory(history, t).map((line) => <p key={`${draftId} ${line}`}>{line}</p>),
      )}
      <div className="import-result-actions">
        {isHistory ? (
          <Button autoFocus variant="primary" shortcut="Enter" onPress={() => showDataPart('blocks')}>
            {t('import.result.toBlocks')}
          </Button>
        ) : (
          <Button
            autoFocus
            variant="primary"
            shortcut="Enter"
            onPress={() => showShipments({ statuses: ['incomplete'] })}
          >
            {t('import.result.toShipments')}
          </Button>
        )}
        <span className="import-notes">{t('import.result.undo')}</span>
      </div>
      {result.failed.length > 0 && (
        <>
          <h3>{t('import.result.failed')}</h3>
          <ul className="import-failed">
            {result.failed.map(({ draftId, problem }) => (
              <li key={draftId}>{describeProblem(problem, t)}</li>
            ))}
          </ul>
        </>
      )}
      {result.refused.length > 0 && (
        <>
          <h3>{t('import.result.notReissued')}</h3>
          <ul className="import-failed">
            {result.refused.map((problem) => (
              <li key={JSON.stringify(problem)}>{describeProblem(problem, t)}</li>
            ))}
          </ul>
        </>
      )}
      {result.imports.length > 0 && (
        <Table
          label={title}
          rows={result.imports}
          getRowKey={({ draftId }) => String(draftId)}
          columns={[
            {
              id: 'file',
              title: t('import.result.file'),
              isRowHeader: true,
              render: ({ draftId }) => result.fileNames.get(draftId) ?? '',
            },
            ...(['shipments', 'boxes', 'changed', 'problems'] as const).map((id) => ({
              id,
              title: t(`import.result.${id}`),
              align: 'end' as const,
              render: (row: Result['imports'][number]) => number(row[id]),
            })),
          ]}
        />
      )}
    </section>
  )
}
