import { type RefObject, useMemo } from 'react'
import type { ForecastAnswer, ForecastView } from '../../shared/contract/outputs.ts'
import type { RateDay } from '../../shared/domain/defect-rate.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeRate } from '../../shared/words/describe-forecast.ts'
import type { GridColumn, GridHandle } from '../grid/grid-types.ts'
import { useT } from '../i18n.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { showShipments } from '../shell/shipment-scope.ts'

interface ForecastGridProps {
  gridRef: RefObject<GridHandle | null>
  answer: ForecastAnswer
  /** The row with the cursor. */
  onRow: (forecast: ForecastView) => void
}

export const getForecastKey = ({ clientId, marketplace }: ForecastView): string =>
  `${clientId} ${marketplace}`

/** Clients with what is missing now and what Amazon will make of it; Enter shows the shipments behind it. */
export function ForecastGrid({ gridRef, answer, onRow }: ForecastGridProps) {
  const t = useT()
  const columns = useMemo(() => getColumns(answer, t), [answer, t])
  return (
    <ListGrid
      ref={gridRef}
      name="forecast"
      label={t('forecast.title')}
      columns={columns}
      rows={answer.clients}
      getRowKey={getForecastKey}
      onRow={onRow}
      onOpen={({ missing }) => {
        if (missing.length > 0) showShipments({ ids: missing.map(({ id }) => id) })
        return missing.length > 0
      }}
    />
  )
}

function getColumns({ settings }: ForecastAnswer, t: Translate): GridColumn<ForecastView>[] {
  const rate = (
    id: string,
    [title, hint]: readonly [title: string, hint: string],
    getDay: (forecast: ForecastView) => Omit<RateDay, 'on'>,
    isTold: boolean,
  ): GridColumn<ForecastView> => ({
    id,
    title,
    width: 168,
    align: 'end',
    getText: (forecast) => describeRate(getDay(forecast), t),
    getCellState: (forecast) => (isTold && getDay(forecast).defects > 0 ? 'gap' : undefined),
    getTitle: () => hint,
  })
  return [
    {
      id: 'client',
      title: t('forecast.client'),
      width: 150,
      isFrozen: true,
      getText: ({ client }) => client,
    },
    {
      id: 'marketplace',
      title: t('forecast.marketplace'),
      width: 104,
      getText: ({ marketplace }) => marketplace || t('forecast.marketplaceUnknown'),
    },
    rate(
      'missingNow',
      [t('forecast.missingNow'), t('forecast.missingNowHint')],
      ({ missingNow }) => missingNow,
      true,
    ),
    rate(
      'today',
      [t('forecast.today'), t('forecast.todayHint', { days: settings.windowDays })],
      ({ today }) => today,
      true,
    ),
    {
      ...rate('peak', [t('forecast.peak'), t('forecast.peakHint')], ({ peak }) => peak, true),
      width: 240,
      getText: ({ peak }) =>
        peak.counted === 0
          ? describeRate(peak, t)
          : t('forecast.peakOn', { rate: describeRate(peak, t), on: peak.on }),
    },
    rate('whatIf', [t('forecast.whatIf'), t('forecast.whatIfHint')], ({ whatIf }) => whatIf.peak, false),
    {
      id: 'next',
      title: t('forecast.nextDefect'),
      width: 200,
      getText: ({ missing }) => {
        const next = missing.find(({ state }) => state === 'due')
        return next?.due ? `${next.due.on} ${next.fbaId}` : t('forecast.nextNone')
      },
    },
    {
      id: 'ladder',
      title: t('forecast.ladderColumn'),
      width: 96,
      getText: ({ ladder }) => (ladder ? t(`forecast.level.${ladder.level}`) : t('common.dash')),
      getTitle: ({ ladder }) => (ladder ? undefined : t('forecast.ladder.unset')),
    },
  ]
}
