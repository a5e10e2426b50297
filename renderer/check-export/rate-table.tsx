import type { ForecastView } from '../../shared/contract/outputs.ts'
import { getRate, type RateDay } from '../../shared/domain/defect-rate.ts'
import { formatRate } from '../../shared/words/format-rate.ts'
import { useFormats, useT } from '../i18n.ts'
import { Table } from '../ui/table.tsx'

interface RateTableProps {
  forecast: ForecastView
  on: string
  title: string
}

/**
 * The chart in numbers, the last day first, ahead also as it would be if filled in. A day that changes nothing is left
 * out, as said below.
 */
export function RateTable({ forecast: { series, whatIf }, on, title }: RateTableProps) {
  const t = useT()
  const { number } = useFormats()
  const filled = new Map(whatIf.series.map((day) => [day.on, day]))
  const isWorthARow = (day: RateDay, index: number): boolean => {
    const before = series[index - 1]
    return (
      before === undefined ||
      day.on === on ||
      !isAlike(before, day) ||
      !isAlike(filled.get(before.on), filled.get(day.on))
    )
  }
  const format = (day: RateDay | undefined): string => {
    const rate = day ? getRate(day) : null
    return rate === null ? t('common.dash') : formatRate(rate)
  }
  return (
    <div className="forecast-table" tabIndex={0} role="group" aria-label={title} data-pane>
      <Table<RateDay>
        label={title}
        rows={series.filter(isWorthARow).toReversed()}
        getRowKey={(day) => day.on}
        columns={[
          {
            id: 'on',
            title: t('forecast.chart.on'),
            isRowHeader: true,
            render: (day) => (
              <>
                {day.on} {day.on === on && <strong>{t('forecast.chart.today')}</strong>}
              </>
            ),
          },
          {
            id: 'counted',
            title: t('forecast.chart.counted'),
            align: 'end',
            render: ({ counted }) => number(counted),
          },
          {
            id: 'defects',
            title: t('forecast.chart.defects'),
            align: 'end',
            render: ({ defects }) => number(defects),
          },
          { id: 'rate', title: t('forecast.chart.rate'), align: 'end', render: format },
          {
            id: 'whatIf',
            title: t('forecast.chart.whatIf'),
            align: 'end',
            render: (day) => format(filled.get(day.on)),
          },
        ]}
      />
      <p className="check-note">{t('forecast.chart.leftOut')}</p>
    </div>
  )
}

const isAlike = (a: RateDay | undefined, b: RateDay | undefined): boolean =>
  a?.counted === b?.counted && a?.defects === b?.defects
