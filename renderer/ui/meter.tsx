import { Meter as AriaMeter } from 'react-aria-components'
import './meter.css'

interface MeterProps {
  label: string
  value: number
  max: number
  /** The value in words: "38/42". */
  valueText: string
}

/** How much of a whole is done. Full and part differ by more than colour: the rest is an empty, edged box. */
export function Meter({ label, value, max, valueText }: MeterProps) {
  const isFull = max > 0 && value >= max
  return (
    <AriaMeter
      className="ui-meter"
      aria-label={label}
      value={value}
      maxValue={Math.max(max, 1)}
      valueLabel={valueText}
    >
      {({ percentage }) => (
        <>
          <div className="ui-meter-track">
            <div
              className="ui-meter-bar"
              data-full={isFull || undefined}
              style={{ width: `${percentage}%` }}
            />
          </div>
          <span className="ui-meter-text">{valueText}</span>
        </>
      )}
    </AriaMeter>
  )
}
