import type { AssignPreview, BlockView } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BlanksOnly } from './assign-carrier-part.tsx'
import { setAssignFields, useAssign } from './assign-draft.ts'

interface AssignProPartProps {
  preview: AssignPreview | null
  blocks: readonly BlockView[]
}

const ownBlocks = 'own'

export function AssignProPart({ preview, blocks }: AssignProPartProps) {
  const t = useT()
  const { number } = useFormats()
  const { wantsPro, wantsCarrier, carrier, blockId, sharesPro, shareReason } = useAssign(
    (sheet) => sheet.fields,
  )
  const offered = blocks.filter((block) => carrier === 'auto' || !wantsCarrier || block.carrier === carrier)
  const isBlockKnown = offered.some((block) => block.id === blockId)
  return (
    <section className="assign-part">
      <Switch isSelected={wantsPro} onChange={(isOn) => setAssignFields({ wantsPro: isOn })}>
        {t('shipments.assign.pro')}
      </Switch>
      <Select
        label={t('shipments.assign.policy')}
        isLabelHidden
        isDisabled={!wantsPro}
        options={[
          { id: 'each', label: t('shipments.assign.perShipment') },
          { id: 'shared', label: t('shipments.assign.shared') },
        ]}
        selectedId={sharesPro ? 'shared' : 'each'}
        onSelect={(id) => setAssignFields({ sharesPro: id === 'shared' })}
      />
      {wantsPro && sharesPro && (
        <TextField
          isRequired
          label={t('shipments.assign.shareReason')}
          hint={t('shipments.assign.shareReasonHint')}
          value={shareReason}
          onChange={(text) => setAssignFields({ shareReason: text })}
        />
      )}
      <Select
        label={t('shipments.assign.block')}
        isLabelHidden
        isDisabled={!wantsPro}
        options={[
          { id: ownBlocks, label: t('shipments.assign.blockOwn') },
          ...offered.map((block) => ({
            id: String(block.id),
            label: t('shipments.assign.blockOption', {
              first: block.nextNumber ?? block.firstNumber,
              last: block.lastNumber,
              left: number(block.left),
            }),
            hint: block.carrier,
          })),
        ]}
        selectedId={isBlockKnown ? String(blockId) : ownBlocks}
        onSelect={(id) => setAssignFields({ blockId: id === ownBlocks ? null : Number(id) })}
      />
      {wantsPro && preview !== null && preview.pros > 0 && <ProRange preview={preview} />}
      <BlanksOnly kind="pro-kept" isDisabled={!wantsPro} kept={preview?.kept.pros ?? 0} />
    </section>
  )
}

function ProRange({ preview }: { preview: AssignPreview }) {
  const t = useT()
  const { number } = useFormats()
  const { firstPro, lastPro, drawn, pros, blockLeft } = preview
  const range = { first: firstPro ?? '', last: lastPro ?? '', count: number(drawn) }
  return (
    <p className="assign-hint">
      {drawn < pros
        ? t('shipments.assign.rangeShared', { ...range, shipments: number(pros) })
        : t('shipments.assign.range', range)}
      {blockLeft !== null && (
        <>
          <br />
          {t('shipments.assign.left', { before: number(blockLeft), after: number(blockLeft - drawn) })}
        </>
      )}
      <br />
      {t('shipments.assign.numbersLater')}
    </p>
  )
}
