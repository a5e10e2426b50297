import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { ForecastView } from '../../shared/contract/outputs.ts'
import { getRate } from '../../shared/domain/defect-rate.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeRate } from '../../shared/words/describe-forecast.ts'
import { formatRate } from '../../shared/words/format-rate.ts'
import { useT } from '../i18n.ts'
import { drawRates, getRateScale, placeLabels, type RateScale } from './rate-scale.ts'

interface RateChartProps {
  forecast: ForecastView
  acceptableRate: number | null
  on: string
  title: string
}

interface Size {
  width: number
  height: number
  /** Pixels of one rem. */
  rem: number
}

function useSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    const element = ref.current!
    const observer = new ResizeObserver(() =>
      setSize({
        width: element.clientWidth,
        height: element.clientHeight,
        rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}

/** The rolling rate: until today, and ahead as it stands and as it would be if filled in. */
export function RateChart(props: RateChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const t = useT()
  const summary = useId()
  return (
    <div className="forecast-chart" ref={frame}>
      {size && size.width > 0 && (
        <svg
          width={size.width}
          height={size.height}
          role="img"
          aria-label={props.title}
          aria-describedby={summary}
        >
          <desc id={summary}>{describe(props, t)}</desc>
          <Plot {...props} size={size} />
        </svg>
      )}
    </div>
  )
}

function describe({ forecast: { series, today, peak, whatIf } }: RateChartProps, t: Translate): string {
  return t('forecast.chart.summary', {
    from: series[0]!.on,
    to: series.at(-1)!.on,
    today: describeRate(today, t),
    peak: describeRate(peak, t),
    peakOn: peak.on,
    after: describeRate(whatIf.peak, t),
  })
}

/** The axis reaches at least this far, so that a calm year does not look like a storm. */
const leastTop = 0.05

function Plot({ forecast, acceptableRate, on, size }: RateChartProps & { size: Size }) {
  const t = useT()
  const pattern = useId()
  const { series, whatIf } = forecast
  const highest = Math.max(leastTop, acceptableRate ?? 0, ...series.map((day) => getRate(day) ?? 0))
  const scale = getRateScale(series, highest, {
    left: 3.25 * size.rem,
    right: size.width - 7.5 * size.rem,
    top: 1.5 * size.rem,
    bottom: size.height - 1.75 * size.rem,
  })
  const past = drawRates(
    series.filter((day) => day.on <= on),
    scale,
  )
  const ahead = drawRates(
    series.filter((day) => day.on >= on),
    scale,
  )
  const filled = drawRates(whatIf.series, scale)
  return (
    <>
      <defs>
        <pattern id={`${pattern}-past`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0,6L6,0" className="rate-hatch" data-kind="past" />
        </pattern>
        <pattern id={`${pattern}-ahead`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0,0L6,6M0,6L6,0" className="rate-hatch" data-kind="ahead" />
        </pattern>
      </defs>
      <Axes scale={scale} size={size} forecast={forecast} on={on} />
      <path d={past.ground} fill={`url(#${pattern}-past)`} />
      <path d={ahead.ground} fill={`url(#${pattern}-ahead)`} />
      <path d={past.line} className="rate-line" data-kind="past" />
      <path d={ahead.line} className="rate-line" data-kind="ahead" />
      <path d={filled.line} className="rate-line" data-kind="whatIf" />
      {acceptableRate !== null && (
        <>
          <path
            d={`M${scale.left},${scale.getY(acceptableRate)}H${scale.right}`}
            className="rate-line"
            data-kind="acceptable"
          />
          <text
            x={scale.left + 0.25 * size.rem}
            y={scale.getY(acceptableRate) - 0.25 * size.rem}
            className="rate-label"
          >
            {t('forecast.chart.acceptable', { rate: formatRate(acceptableRate) })}
          </text>
        </>
      )}
      <EndLabels forecast={forecast} scale={scale} size={size} />
    </>
  )
}

interface AxesProps {
  forecast: ForecastView
  scale: RateScale
  size: Size
  on: string
}

function Axes({ forecast, scale, size: { rem }, on }: AxesProps) {
  const t = useT()
  const today = scale.getX(on)
  const rate = getRate(forecast.today)
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${scale.left},${scale.getY(tick)}H${scale.right}`} className="rate-grid" />
          <text
            x={scale.left - 0.375 * rem}
            y={scale.getY(tick) + 0.25 * rem}
            textAnchor="end"
            className="rate-tick"
          >
            {`${Math.round(tick * 100)}%`}
          </text>
        </g>
      ))}
      {scale.months.map((month) => (
        <g key={month}>
          <path d={`M${scale.getX(month)},${scale.bottom}v${0.25 * rem}`} className="rate-grid" />
          <text x={scale.getX(month)} y={scale.bottom + 1.25 * rem} textAnchor="middle" className="rate-tick">
            {month.slice(0, 7)}
          </text>
        </g>
      ))}
      <path d={`M${today},${scale.top}V${scale.bottom}`} className="rate-today" />
      <text x={today} y={scale.top - 0.375 * rem} textAnchor="middle" className="rate-label">
        {rate === null
          ? t('forecast.chart.today')
          : t('forecast.chart.todayRate', { rate: formatRate(rate) })}
      </text>
    </>
  )
}

interface EndLabelsProps {
  forecast: ForecastView
  scale: RateScale
  size: Size
}

/** What each line says at its end, none on another and none below the chart. */
function EndLabels({ forecast: { series, whatIf }, scale, size: { rem, height } }: EndLabelsProps) {
  const t = useT()
  const ends = [
    { kind: 'ahead' as const, rate: getRate(series.at(-1)!) },
    { kind: 'whatIf' as const, rate: getRate(whatIf.series.at(-1)!) },
  ].flatMap(({ kind, rate }) => (rate === null ? [] : [{ kind, rate }]))
  const wanted = ends.map(({ rate }) => scale.getY(rate) + 0.25 * rem)
  const places = placeLabels(wanted, 2.5 * rem, height - 1.5 * rem)
  return ends.map(({ kind, rate }, index) => {
    const y = places[index]!
    return (
      <text key={kind} x={scale.right + 0.375 * rem} y={y} className="rate-label" data-kind={kind}>
        <tspan>{t(`forecast.chart.${kind}`)}</tspan>
        <tspan x={scale.right + 0.375 * rem} dy="1.25em">
          {formatRate(rate)}
        </tspan>
      </text>
    )
  })
}
