import { leaveAloneKinds } from '../../shared/domain/assign-conflict.ts'
import type { AssignPreview } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'
import { chooseForAll } from './assign-choices.ts'

/** Ticked: not touched. */
export function AssignLeavePart({ preview }: { preview: AssignPreview | null }) {
  const t = useT()
  const { number } = useFormats()
  const fields = useAssign((sheet) => sheet.fields)
  return (
    <section className="assign-part" role="group" aria-label={t('shipments.assign.leaveAlone')}>
      <h3>{t('shipments.assign.leaveAlone')}</h3>
      {leaveAloneKinds.map((kind) => {
        const count = preview?.conflicts.find((each) => each.kind === kind)?.count ?? 0
        return (
          <div key={kind} className="assign-blanks">
            <Checkbox
              isSelected={fields.resolutions[kind] !== 'assign'}
              onChange={(isLeft) => setAssignFields(chooseForAll(fields, kind, isLeft ? 'skip' : 'assign'))}
            >
              {t(`shipments.assign.leave.${kind}`)}
            </Checkbox>
            {count > 0 && <span className="assign-hint">{number(count)}</span>}
          </div>
        )
      })}
    </section>
  )
}
