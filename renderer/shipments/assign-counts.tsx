import type { AssignPreview } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { getOutcomeIds, outcomes } from './assign-outcome.ts'
import { narrowList, useShipmentList } from './shipment-rows.ts'

interface CountButtonProps {
  label: string
  ids: ReadonlySet<number>
}

/** A count that shows its rows alone; pressed again it shows all. */
export function CountButton({ label, ids }: CountButtonProps) {
  const { number } = useFormats()
  const isOn = useShipmentList((list) => list.narrowing?.label === label)
  return (
    <button
      type="button"
      className="assign-count"
      aria-pressed={isOn}
      disabled={ids.size === 0}
      onClick={() => narrowList(isOn ? null : { label, ids })}
    >
      <span>{label}</span>
      <strong>{number(ids.size)}</strong>
    </button>
  )
}

/** What would happen, counted; every count is a filter. */
export function AssignOutcomes({ preview }: { preview: AssignPreview }) {
  const t = useT()
  return (
    <div className="assign-outcomes" role="group" aria-label={t('shipments.assign.preview')}>
      {outcomes.map((outcome) => (
        <CountButton
          key={outcome}
          label={t(`shipments.assign.${outcome}`)}
          ids={getOutcomeIds(preview, outcome)}
        />
      ))}
    </div>
  )
}
