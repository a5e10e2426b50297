import { useState } from 'react'
import type { ForecastView } from '../../shared/contract/outputs.ts'
import type { PolicySettings } from '../../shared/domain/policy-settings.ts'
import { describeLadder } from '../../shared/words/describe-forecast.ts'
import { useT } from '../i18n.ts'
import { ChipTabs } from '../ui/chip-tabs.tsx'
import { MissingList } from './missing-list.tsx'
import { RateChart } from './rate-chart.tsx'
import { RateTable } from './rate-table.tsx'

interface ForecastDetailsProps {
  forecast: ForecastView
  settings: PolicySettings
  on: string
}

/** The trend of one client, as a chart or as a table, beside the ladder and the shipments that make it. */
export function ForecastDetails({ forecast, settings, on }: ForecastDetailsProps) {
  const t = useT()
  const [shows, setShows] = useState<'chart' | 'table'>('chart')
  const name = forecast.marketplace === '' ? forecast.client : `${forecast.client} ${forecast.marketplace}`
  const title = t('forecast.chart.title', { client: name })
  return (
    <div className="forecast-below">
      <section className="forecast-trend" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <ChipTabs
            label={t('forecast.showsLabel')}
            tabs={(['chart', 'table'] as const).map((id) => ({ id, label: t(`forecast.shows.${id}`) }))}
            selectedId={shows}
            onSelect={(id) => setShows(id === 'table' ? 'table' : 'chart')}
          />
        </header>
        {shows === 'chart' ? (
          <RateChart forecast={forecast} acceptableRate={settings.acceptableRate} on={on} title={title} />
        ) : (
          <RateTable forecast={forecast} on={on} title={title} />
        )}
      </section>
      <section className="forecast-why" tabIndex={0} aria-label={t('forecast.list.title')} data-pane>
        <h2>{t('forecast.ladder.title')}</h2>
        {describeLadder(forecast.ladder, settings.acceptableRate, on, t).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <MissingList forecast={forecast} />
        {forecast.closedUndated > 0 && (
          <p className="check-note">{t('forecast.closedUndated', { count: forecast.closedUndated })}</p>
        )}
        {forecast.history > 0 && (
          <p className="check-note">
            {t('forecast.history', { count: forecast.history, days: settings.windowDays })}
          </p>
        )}
        <p className="check-note">{t('forecast.assumptions', { days: settings.windowDays })}</p>
      </section>
    </div>
  )
}
