import { ProgressBar } from 'react-aria-components'
import { Button } from './button.tsx'
import './progress-line.css'

interface ProgressLineProps {
  /** What is being done. */
  label: string
  /** 0 to 1; undefined while the end cannot be told. */
  fraction: number | undefined
  /** How far it is, in words: "1,200 of 6,000". */
  detail?: string | undefined
  cancelLabel: string
  /** Undefined in the short part that cannot be stopped. */
  onCancel: (() => void) | undefined
}

export function ProgressLine({ label, fraction, detail, cancelLabel, onCancel }: ProgressLineProps) {
  return (
    <div className="ui-progress-line">
      <span>{label}</span>
      <ProgressBar
        aria-label={label}
        className="ui-progress"
        isIndeterminate={fraction === undefined}
        value={(fraction ?? 0) * 100}
        {...(detail === undefined ? {} : { valueLabel: detail })}
      >
        {({ percentage }) => (
          <div
            className="ui-progress-bar"
            style={{ width: `${fraction === undefined ? 100 : (percentage ?? 0)}%` }}
          />
        )}
      </ProgressBar>
      {detail !== undefined && <span className="ui-progress-detail">{detail}</span>}
      <Button variant="quiet" shortcut="Esc" isDisabled={!onCancel} onPress={() => onCancel?.()}>
        {cancelLabel}
      </Button>
    </div>
  )
}
