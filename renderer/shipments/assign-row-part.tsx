import type { AssignPreview, AssignRow } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeConflict } from '../../shared/words/describe-problem.ts'
import { useT } from '../i18n.ts'
import { useCommand } from '../shell/commands.ts'
import { getChordText } from '../shell/key-map.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { ConflictChoices } from './assign-conflicts.tsx'
import { closeAssign, setAssignFields, useAssign } from './assign-draft.ts'
import { chooseForAll, chooseForRow, getChoices } from './assign-choices.ts'
import { describeRule } from './describe-rule.ts'

/** The row with the cursor: which rule fired, and what is done about its conflicts, against all others of the kind. */
export function AssignRowPart({ preview, id }: { preview: AssignPreview; id: number | undefined }) {
  const t = useT()
  const fields = useAssign((sheet) => sheet.fields)
  const row = preview.rows.find((each) => each.id === id)
  const choosable = row?.conflicts.filter(({ kind }) => getChoices(kind, fields).length > 0) ?? []
  const settleAlike = () => {
    let choices: Pick<typeof fields, 'resolutions' | 'rowChoices'> = fields
    for (const { kind, choice } of choosable) choices = chooseForAll(choices, kind, choice!)
    if (choosable.length > 0) setAssignFields(choices)
  }
  useCommand('assignAlike', settleAlike)
  const lines = row ? describeRow(row, t) : []
  if (!row || (lines.length === 0 && choosable.length === 0)) return null
  const [first] = choosable
  const others = [...new Set(row.usedPros.map(({ fbaId }) => fbaId))].filter((fbaId) => fbaId !== null)
  const alike = preview.conflicts.find(({ kind }) => kind === first?.kind)
  return (
    <section className="assign-part">
      <h3>{t('shipments.assign.thisRow', { fbaId: row.fbaId })}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {others.map((fbaId) => (
        <Button key={fbaId} onPress={() => openOther(fbaId)}>
          {t('shipments.assign.openOther', { fbaId })}
        </Button>
      ))}
      {choosable.map(({ kind, choice }) => (
        <div key={kind} className="assign-row-choice">
          <span>{describeConflict(kind, t)}</span>
          <ConflictChoices
            kind={kind}
            choices={getChoices(kind, fields)}
            selected={choice ?? undefined}
            onSelect={(wanted) => setAssignFields(chooseForRow(fields, row.id, kind, wanted))}
          />
        </div>
      ))}
      {alike && (
        <Button shortcut={getChordText('assignAlike', isMac())} onPress={settleAlike}>
          {t('shipments.assign.forAll', { count: alike.count })}
        </Button>
      )}
    </section>
  )
}

/** The sheet's draft stays, so that F6 goes on from here. */
function openOther(fbaId: string): void {
  closeAssign()
  useShipmentScope.setState({ conditions: {}, search: fbaId })
}

function describeRow({ rule, usedPros }: AssignRow, t: Translate): string[] {
  const used = usedPros.map(({ number, fbaId }) =>
    fbaId === null
      ? t('shipments.assign.usedProGone', { number })
      : t('shipments.assign.usedPro', { number, fbaId }),
  )
  return rule ? [describeRule(rule, t), ...used] : used
}
