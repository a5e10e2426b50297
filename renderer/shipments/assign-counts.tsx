import type { AssignPreview } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { describeConflict } from '../../shared/words/describe-problem.ts'
import { getConflictIds, getOutcomeIds, outcomes } from './assign-outcome.ts'
import { type Narrowing, narrowList, useShipmentList } from './shipment-rows.ts'

interface CountButtonProps {
  label: string
  ids: ReadonlySet<number>
}

const isSame = (narrowing: Narrowing | null, label: string): boolean => narrowing?.label === label

/** A count that shows its rows alone; pressed again it shows all. */
function CountButton({ label, ids }: CountButtonProps) {
  const { number } = useFormats()
  const narrowing = useShipmentList((list) => list.narrowing)
  const isOn = isSame(narrowing, label)
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

/** Why rows are not filled, by kind, each with what can be done. */
export function AssignConflicts({ preview }: { preview: AssignPreview }) {
  const t = useT()
  if (preview.conflicts.length === 0) return null
  return (
    <section className="assign-part">
      <h3>{t('shipments.assign.conflictKinds')}</h3>
      <ul className="assign-conflicts">
        {preview.conflicts.map(({ kind }) => (
          <li key={kind}>
            <CountButton label={describeConflict(kind, t)} ids={getConflictIds(preview, kind)} />
            <p className="assign-hint">{t(`shipments.assign.choice.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
