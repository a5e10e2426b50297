import type { AssignPreview, CarrierView, RuleSetView } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'
import { chooseForAll } from './assign-choices.ts'
import { formatSetName } from './describe-rule.ts'

interface AssignCarrierPartProps {
  preview: AssignPreview | null
  carriers: readonly CarrierView[]
  sets: readonly RuleSetView[]
}

const lastUsed = 'last'

export function AssignCarrierPart({ preview, carriers, sets }: AssignCarrierPartProps) {
  const t = useT()
  const fields = useAssign((sheet) => sheet.fields)
  const { wantsCarrier, carrier, rules } = fields
  const usedSets = preview && rules === null ? preview.ruleSets.map((name) => formatSetName(name, t)) : []
  const setOptions = [
    { id: lastUsed, label: t('shipments.assign.rulesLast', { sets: usedSets.join(', ') }) },
    ...sets.map(({ name }) => ({ id: `:${name}`, label: formatSetName(name, t) })),
  ]
  return (
    <section className="assign-part">
      <Switch isSelected={wantsCarrier} onChange={(isOn) => setAssignFields({ wantsCarrier: isOn })}>
        {t('shipments.assign.carrier')}
      </Switch>
      <Select
        label={t('shipments.assign.carrierFrom')}
        isLabelHidden
        isDisabled={!wantsCarrier}
        hint={carrier === 'auto' ? t('shipments.assign.autoHint') : undefined}
        options={[
          { id: 'auto', label: t('shipments.assign.auto') },
          ...carriers.map(({ name, scac }) => ({ id: name, label: name, hint: scac ?? undefined })),
        ]}
        selectedId={carrier}
        onSelect={(id) => setAssignFields({ carrier: id, blockId: null })}
      />
      {carrier === 'auto' && sets.length > 1 && (
        <Select
          label={t('shipments.assign.rules')}
          isDisabled={!wantsCarrier}
          options={setOptions}
          selectedId={rules === null ? lastUsed : `:${rules}`}
          onSelect={(id) => setAssignFields({ rules: id === lastUsed ? null : id.slice(1) })}
        />
      )}
      <BlanksOnly kind="carrier-kept" isDisabled={!wantsCarrier} kept={preview?.kept.carriers ?? 0} />
    </section>
  )
}

interface BlanksOnlyProps {
  kind: 'carrier-kept' | 'pro-kept' | 'load-kept'
  isDisabled: boolean
  kept: number
}

/** Values that are there stay unless it is switched off, which is a decision about the conflict. */
export function BlanksOnly({ kind, isDisabled, kept }: BlanksOnlyProps) {
  const t = useT()
  const { number } = useFormats()
  const fields = useAssign((sheet) => sheet.fields)
  const isOn = fields.resolutions[kind] !== 'replace'
  return (
    <div className="assign-blanks">
      <Checkbox
        isSelected={isOn}
        isDisabled={isDisabled}
        onChange={(isWanted) => setAssignFields(chooseForAll(fields, kind, isWanted ? 'keep' : 'replace'))}
      >
        {t('shipments.assign.blanksOnly')}
      </Checkbox>
      {!isDisabled && (!isOn || kept > 0) && (
        <span className="assign-hint">
          {isOn ? t('shipments.assign.kept', { count: number(kept) }) : t('shipments.assign.replaced')}
        </span>
      )}
    </div>
  )
}
