import type { AssignConflictKind, AssignPreview, ConflictChoice } from '../../shared/contract/outputs.ts'
import { conflictChoices } from '../../shared/domain/assign-conflict.ts'
import { isLeaveAlone } from '../../shared/domain/assign-outcome.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeConflict } from '../../shared/words/describe-problem.ts'
import { useFormats, useT } from '../i18n.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { CountButton } from './assign-counts.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'
import { chooseForAll, getChoices } from './assign-choices.ts'

/** Conflicts by kind, each a filter, and what is done about all of it: one arrow key. */
export function AssignConflicts({ preview }: { preview: AssignPreview }) {
  const t = useT()
  const { number } = useFormats()
  const fields = useAssign((sheet) => sheet.fields)
  const conflicts = preview.conflicts.filter(({ kind }) => !isLeaveAlone(kind))
  if (conflicts.length === 0) return null
  return (
    <section className="assign-part">
      <h3>{t('shipments.assign.conflictKinds')}</h3>
      <ul className="assign-conflicts">
        {conflicts.map(({ kind, count }) => {
          const different = fields.rowChoices.filter((each) => each.kind === kind).length
          return (
            <li key={kind}>
              <CountButton of={kind} label={describeConflict(kind, t)} count={count} />
              <ConflictChoices
                kind={kind}
                choices={getChoices(kind, fields)}
                selected={fields.resolutions[kind] ?? conflictChoices[kind][0]}
                onSelect={(choice) => setAssignFields(chooseForAll(fields, kind, choice))}
              />
              {different > 0 && (
                <p className="assign-hint">
                  {t('shipments.assign.rowDiffers', { count: number(different) })}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface ConflictChoicesProps {
  kind: AssignConflictKind
  choices: readonly ConflictChoice[]
  selected: ConflictChoice | undefined
  onSelect: (choice: ConflictChoice) => void
}

/** What can be chosen about a conflict, or what would mend it where there is nothing to choose. */
export function ConflictChoices({ kind, choices, selected, onSelect }: ConflictChoicesProps) {
  const t = useT()
  if (choices.length === 0) return <p className="assign-hint">{describeHint(kind, t)}</p>
  return (
    <RadioGroup
      label={describeConflict(kind, t)}
      isLabelHidden
      orientation="horizontal"
      options={choices.map((choice) => ({ id: choice, label: t(`shipments.assign.option.${choice}`) }))}
      selectedId={selected}
      onSelect={(id) => onSelect(id as ConflictChoice)}
    />
  )
}

type HintedKind = keyof typeof hints

const hints = {
  'pro-used': 'shipments.assign.hint.pro-used',
  'carrier-not-found': 'shipments.assign.hint.carrier-not-found',
  'carrier-ambiguous': 'shipments.assign.hint.carrier-ambiguous',
  'carrier-inactive': 'shipments.assign.hint.carrier-inactive',
  'carrier-against-mode': 'shipments.assign.hint.carrier-against-mode',
  'mode-unknown': 'shipments.assign.hint.mode-unknown',
  'no-block': 'shipments.assign.hint.no-block',
  'block-runs-out': 'shipments.assign.hint.block-runs-out',
  'pro-not-shared': 'shipments.assign.hint.pro-not-shared',
  'carrier-card-expired': 'shipments.assign.hint.carrier-card-expired',
  'load-needs-fc': 'shipments.assign.hint.load-needs-fc',
  'load-id-not-valid': 'shipments.assign.hint.load-id-not-valid',
  'load-fc-differs': 'shipments.assign.hint.load-fc-differs',
  'load-carrier-differs': 'shipments.assign.hint.load-carrier-differs',
  'load-appointment-differs': 'shipments.assign.hint.load-appointment-differs',
  'driver-card-expired': 'shipments.assign.hint.driver-card-expired',
  'pro-on-two-loads': 'shipments.assign.hint.pro-on-two-loads',
  'load-past': 'shipments.assign.hint.load-past',
  'load-appointment-past': 'shipments.assign.hint.load-appointment-past',
  'crew-not-available': 'shipments.assign.hint.crew-not-available',
  'appointment-past': 'shipments.assign.hint.appointment-past',
  'appointment-before-eta': 'shipments.assign.hint.appointment-before-eta',
} as const satisfies Partial<Record<AssignConflictKind, string>>

const isHinted = (kind: AssignConflictKind): kind is HintedKind => Object.hasOwn(hints, kind)

const describeHint = (kind: AssignConflictKind, t: Translate): string =>
  isHinted(kind) ? t(hints[kind]) : ''
