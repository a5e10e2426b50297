import type { AssignConflictKind, AssignOutcome, AssignPreview } from '../../shared/contract/outputs.ts'
import { assignOutcomes } from '../../shared/domain/assign-outcome.ts'
import { useFormats, useT } from '../i18n.ts'
import { listAssignIds } from './assign-preview.ts'
import { narrowList, useShipmentList } from './shipment-rows.ts'

interface CountButtonProps {
  of: AssignOutcome | AssignConflictKind
  label: string
  count: number
}

/** A count that shows its rows alone; pressed again it shows all. */
export function CountButton({ of, label, count }: CountButtonProps) {
  const { number } = useFormats()
  const isOn = useShipmentList((list) => list.narrowing?.label === label)
  const show = async () => {
    const ids = isOn ? null : await listAssignIds(of)
    narrowList(ids && { label, ids: new Set(ids) })
  }
  return (
    <button
      type="button"
      className="assign-count"
      aria-pressed={isOn}
      disabled={count === 0 && !isOn}
      onClick={() => void show()}
    >
      <span>{label}</span>
      <strong>{number(count)}</strong>
    </button>
  )
}

/** What would happen, counted; every count is a filter. */
export function AssignOutcomes({ preview }: { preview: AssignPreview }) {
  const t = useT()
  return (
    <div className="assign-outcomes" role="group" aria-label={t('shipments.assign.preview')}>
      {assignOutcomes.map((outcome) => (
        <CountButton
          key={outcome}
          of={outcome}
          label={t(`shipments.assign.${outcome}`)}
          count={preview.outcomes[outcome]}
        />
      ))}
    </div>
  )
}
