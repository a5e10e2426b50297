import type { ForecastView } from '../../shared/contract/outputs.ts'
import type { DefectState } from '../../shared/domain/forecast-shipment.ts'
import { describeGap, describeWhen } from '../../shared/words/describe-forecast.ts'
import { useFormats, useT } from '../i18n.ts'
import { showShipments } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { type StatusKind, StatusShape } from '../ui/status-shape.tsx'
import { Table } from '../ui/table.tsx'

/** More than a screen of them is work for the list of shipments. */
const mostShown = 100

const shapes: Record<DefectState, StatusKind> = {
  defect: 'error',
  overdue: 'error',
  due: 'incomplete',
  undated: 'exempt',
}

/** Shipments that are or will be defects, with what is missing and by when. */
export function MissingList({ forecast: { missing, undated } }: { forecast: ForecastView }) {
  const t = useT()
  const { number } = useFormats()
  return (
    <>
      <header>
        <h2>{t('forecast.list.title')}</h2>
        {missing.length > 0 && (
          <Button variant="quiet" onPress={() => showShipments({ ids: missing.map(({ id }) => id) })}>
            {t('forecast.list.show', { n: number(missing.length) })}
          </Button>
        )}
      </header>
      <Table
        label={t('forecast.list.title')}
        rows={missing.slice(0, mostShown)}
        getRowKey={({ id }) => String(id)}
        emptyText={t('forecast.list.none')}
        columns={[
          {
            id: 'fbaId',
            title: t('forecast.list.fbaId'),
            isRowHeader: true,
            render: ({ fbaId, state }) => (
              <span className="forecast-id">
                <StatusShape status={shapes[state]} />
                <span className="ui-mono">{fbaId}</span>
              </span>
            ),
          },
          { id: 'fc', title: t('forecast.list.fc'), render: ({ fc }) => fc ?? t('common.dash') },
          { id: 'gap', title: t('forecast.list.gap'), render: ({ gap }) => describeGap(gap, t) },
          {
            id: 'when',
            title: t('forecast.list.when'),
            render: (shipment) => (
              <span className="forecast-when" data-state={shipment.state}>
                {describeWhen(shipment, t)}
              </span>
            ),
          },
          {
            id: 'basis',
            title: t('forecast.list.basis'),
            render: ({ due }) => (due ? t(`forecast.basis.${due.basis}`) : t('common.dash')),
          },
        ]}
      />
      {undated > 0 && <p className="check-note">{t('forecast.undated', { count: undated })}</p>}
    </>
  )
}
